// Gathers subjects and values while rows are read: one subject a key, one value a cell, repeats settled once all rows are in.
import type { LeftOut, MoneyKind, ReadProblem, ReadSubject, ReadValue } from '../read-plan.ts';
import type { Confirmed } from './confirmed.ts';
import type { PolicyStep } from './row-subjects.ts';

/** A value with the policies and KPIs its row lists the subject under: the same amount in another listing is no second amount. */
export interface Collected {
  value: ReadValue;
  listing: string;
  /** A row marked 再掲 prints it. */
  repeated: boolean;
}

/** Amounts that several rows print for one project and year. */
export interface Repeated {
  subject: string;
  texts: string[];
  places: string[];
}

/** A subject being built. */
/** What a subject is called, and where. */
type Named = Pick<ReadSubject, 'kind' | 'key' | 'name' | 'place'>;

export class Building {
  policyPath: string[];
  otherPaths?: string[][];
  projects?: string[];
  department: string | null = null;
  /** Of a KPI, where a column prints which way is better. */
  direction?: NonNullable<ReadSubject['direction']>;
  readonly paths: string[] = [];
  /** Words that are known already: eight rows of one project say its kind once. */
  readonly said = new Set<string>();
  /** What the rows say of one attribute, year and kind of money. */
  private readonly groups = new Map<string, Collected[]>();

  readonly kind: ReadSubject['kind'];
  readonly key: string;
  readonly name: string;
  readonly place: string;

  constructor({ kind, key, name, place }: Named, path: readonly string[]) {
    this.kind = kind;
    this.key = key;
    this.name = name;
    this.place = place;
    this.policyPath = [...path];
  }

  /** Whether a cell has said something of it before, be it that it is blank. */
  knows(attribute: string, fy: number | null, kind?: MoneyKind): boolean {
    return this.groups.has(groupOf(attribute, fy, kind));
  }

  /** Keeps a value; a blank says nothing beside what is known, and files are full of them. */
  add(value: ReadValue, from: Omit<Collected, 'value'>): void {
    const key = groupOf(value.attribute, value.fy, value.kind);
    const group = this.groups.get(key);
    if (!group) this.groups.set(key, [{ value, ...from }]);
    else if (value.text !== '') group.push({ value, ...from });
  }

  /** Takes the office of a row: the first one named, or what names the same one more closely (市民部 市民課 窓口係). */
  takeOffice(name: string | undefined): void {
    if (name !== undefined && (this.department === null || name.startsWith(`${this.department} `)))
      this.department = name;
  }

  /** The unit of its first figure. */
  unit(): string | null {
    for (const group of this.groups.values())
      for (const { value } of group)
        if (['baseline', 'target', 'actual'].includes(value.attribute) && value.unit !== null)
          return value.unit;
    return null;
  }

  /** The subject with its values, those of one attribute and year settled. */
  finish(settle: (group: readonly Collected[]) => ReadValue[]): ReadSubject {
    const { kind, key, name, policyPath, department, place, otherPaths, projects } = this;
    const values: ReadValue[] = [];
    for (const group of this.groups.values()) values.push(...settle(group));
    this.groups.clear();
    return {
      kind,
      key,
      name,
      policyPath,
      ...(otherPaths ? { otherPaths } : {}),
      department,
      ...(projects ? { projects } : {}),
      ...(this.direction ? { direction: this.direction } : {}),
      place,
      values,
    };
  }
}

const groupOf = (attribute: string, fy: number | null, kind?: MoneyKind) =>
  `${attribute}\u0000${fy}\u0000${kind ?? ''}`;

export class Collector {
  readonly subjects = new Map<string, Building>();
  readonly policies = new Map<
    string,
    { path: string[]; level: string; code: string | null; place: string }
  >();
  readonly levels: string[] = [];
  readonly problems: ReadProblem[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly repeated: Repeated[] = [];

  constructor(private readonly confirmed: Confirmed) {}

  /** The subject of a key, made when it is new. */
  subject(named: Named, path: readonly PolicyStep[]): Building {
    const id = `${named.kind}\u0000${named.key}`;
    const names = path.map((step) => step.name);
    let subject = this.subjects.get(id);
    if (!subject) {
      subject = new Building(named, names);
      this.subjects.set(id, subject);
    }
    this.addPolicies(path);
    const joined = names.join('\u0000');
    if (joined !== '' && !subject.paths.includes(joined)) {
      if (subject.policyPath.length === 0) subject.policyPath = names;
      else if (subject.paths.length > 0) subject.otherPaths = [...(subject.otherPaths ?? []), names];
      subject.paths.push(joined);
    }
    return subject;
  }

  /** The KPI of a name that was read before, which a row marked 再掲 lists once more. */
  kpiNamed(name: string): Building | undefined {
    return [...this.subjects.values()].find((one) => one.kind === 'kpi' && one.name === name);
  }

  private addPolicies(path: readonly PolicyStep[]): void {
    path.forEach((step, index) => {
      const names = path.slice(0, index + 1).map(({ name }) => name);
      const id = names.join('\u0000');
      if (!this.levels.includes(step.level)) this.levels.push(step.level);
      if (!this.policies.has(id))
        this.policies.set(id, { path: names, level: step.level, code: step.code, place: step.place });
    });
  }

  /** Settles what several rows say of one subject, attribute and year. */
  finish(): ReadSubject[] {
    return [...this.subjects.values()].map((building) =>
      building.finish((group) => this.settle(building.name, group)),
    );
  }

  private settle(subject: string, group: readonly Collected[]): ReadValue[] {
    const cells = withoutRepetitions(group).filter(
      ({ value }, index, all) => all.findIndex((other) => other.value.place === value.place) === index,
    );
    const filled = cells.filter(({ value }) => value.text !== '');
    const told = filled.length > 0 ? filled : cells.slice(0, 1);
    const values = told.map(({ value }) => value);
    const [first] = values;
    if (!first) return [];
    if (told.length === 1) return [first];
    const texts = new Set(values.map(({ text, value }) => (value === null ? text : String(value))));
    const apart = new Set(told.map(({ listing }) => listing)).size === told.length;
    if (texts.size === 1 && (first.attribute !== 'budget' || apart)) return [first];
    // 翌年度繰越額 of every 節 is added up as the amounts are.
    const money = values.every(({ unit, value }) => unit === '円' && value !== null);
    if (money && first.attribute !== 'budget' && this.confirmed.grain === 'add') return [added(values)];
    if (first.attribute !== 'budget')
      return values.filter(
        (value, index) =>
          values.findIndex((other) => other.text === value.text && other.part === value.part) === index,
      );
    if (this.confirmed.grain === 'add') return [added(values)];
    this.repeated.push({
      subject,
      texts: values.map(({ text }) => text),
      places: values.map(({ place }) => place),
    });
    return [first];
  }
}

/** What a row marked 再掲 says once more is out; an amount that differs stays, to be asked about. */
function withoutRepetitions(group: readonly Collected[]): readonly Collected[] {
  const own = group.filter(({ value, repeated }) => !repeated && value.text !== '');
  if (own.length === 0) return group;
  return group.filter(
    ({ value, repeated }) =>
      !repeated ||
      (value.attribute === 'budget' &&
        value.value !== null &&
        own.every((other) => other.value.value !== value.value)),
  );
}

/** The rows of one project added up, each cell named. */
function added(values: readonly ReadValue[]): ReadValue {
  const [first] = values as [ReadValue];
  const numbers = values.filter(({ value }) => value !== null);
  const { part: _, ...whole } = first;
  return {
    ...whole,
    value: numbers.length === 0 ? null : numbers.reduce((sum, { value }) => sum + (value ?? 0), 0),
    word: numbers.length === 0 ? first.word : null,
    text: values.map(({ text }) => text).join('＋'),
    place: values.map(({ place }) => place).join('+'),
  };
}
