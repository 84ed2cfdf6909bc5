// Gathers subjects and values while rows are read: one subject a key, one value a cell, repeats settled once all rows are in.
import type { LeftOut, ReadProblem, ReadSubject, ReadValue } from '../read-plan.ts';
import type { Confirmed } from './confirmed.ts';
import type { PolicyStep } from './row-subjects.ts';

/** A value with the row it came from. */
export interface Collected extends ReadValue {
  /** Number of the row over all tables. */
  row: number;
  /** Policies and KPIs the row lists the subject under: the same amount in another listing is no second amount. */
  listing: string;
}

/** Amounts that several rows print for one project and year. */
export interface Repeated {
  subject: string;
  texts: string[];
  places: string[];
}

/** A subject being built. */
export interface Building extends Omit<ReadSubject, 'values'> {
  values: Collected[];
  paths: string[];
  /** Words that are known already: eight rows of one project say its kind once. */
  said: Set<string>;
}

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
  subject(
    kind: ReadSubject['kind'],
    key: string,
    name: string,
    place: string,
    path: readonly PolicyStep[],
  ): Building {
    const id = `${kind}\u0000${key}`;
    const names = path.map((step) => step.name);
    let subject = this.subjects.get(id);
    if (!subject) {
      subject = {
        kind,
        key,
        name,
        policyPath: names,
        department: null,
        place,
        values: [],
        paths: [],
        said: new Set(),
      };
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
    return [...this.subjects.values()].map((building) => {
      const { paths: _, said: __, values, ...subject } = building;
      const groups = new Map<string, Collected[]>();
      for (const value of values) {
        const key = [value.attribute, value.fy, value.kind ?? ''].join('\u0000');
        groups.set(key, [...(groups.get(key) ?? []), value]);
      }
      return { ...subject, values: [...groups.values()].flatMap((group) => this.settle(building, group)) };
    });
  }

  private settle(subject: Building, group: readonly Collected[]): ReadValue[] {
    const cells = group.filter(
      (value, index) => group.findIndex((other) => other.place === value.place) === index,
    );
    const filled = cells.filter(({ text }) => text !== '');
    const told = filled.length > 0 ? filled : cells.slice(0, 1);
    const texts = new Set(told.map(({ text, value }) => (value === null ? text : String(value))));
    const [first] = told;
    if (!first) return [];
    if (
      told.length === 1 ||
      (texts.size === 1 &&
        (first.attribute !== 'budget' || new Set(told.map(({ listing }) => listing)).size === told.length))
    )
      return [plain(first)];
    if (first.attribute !== 'budget')
      return told
        .filter(
          (value, index) =>
            told.findIndex((other) => other.text === value.text && other.part === value.part) === index,
        )
        .map(plain);
    if (this.confirmed.grain === 'add') return [added(told)];
    this.repeated.push({
      subject: subject.name,
      texts: told.map(({ text }) => text),
      places: told.map(({ place }) => place),
    });
    return [plain(first)];
  }
}

function plain({ row: _, listing: __, ...value }: Collected): ReadValue {
  return value;
}

/** The rows of one project added up, each cell named. */
function added(values: readonly Collected[]): ReadValue {
  const [first] = values as [Collected];
  const numbers = values.filter(({ value }) => value !== null);
  const { part: _, ...whole } = plain(first);
  return {
    ...whole,
    value: numbers.length === 0 ? null : numbers.reduce((sum, { value }) => sum + (value ?? 0), 0),
    word: numbers.length === 0 ? first.word : null,
    text: values.map(({ text }) => text).join('＋'),
    place: values.map(({ place }) => place).join('+'),
  };
}
