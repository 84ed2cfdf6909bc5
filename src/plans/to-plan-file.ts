// A read plan in the form of a seed file: its levels, columns and amounts declared; what does not fit stands in the notes.
import { createHash } from 'node:crypto';
import type { AttributeValue } from '../data/schemas/attribute.ts';
import type { Kpi } from '../data/schemas/kpi.ts';
import type { PlanFile } from '../data/schemas/plan.ts';
import type { Policy } from '../data/schemas/policy.ts';
import type { Listing, Project } from '../data/schemas/project.ts';
import type { Source } from '../data/schemas/source.ts';
import type { Statement } from '../data/schemas/statement.ts';
import { moneyAskedAs, moneyLabels, preferredKinds } from './mapping/money-words.ts';
import { declaredColumns, type OwnColumns, ownValues, withOwnUnit } from './own-columns.ts';
import { ownStatements } from './own-statements.ts';
import type { MoneyKind, ReadPlan, ReadSubject, ReadValue } from './read-plan.ts';
import { codesOf, kpiAliases, paperNames, petNames, spokenNames } from './spoken-names.ts';

const documentNumber = '900';
/** Kinds that 予算 may mean. */
const budgets: ReadonlySet<MoneyKind> = new Set(['initial', 'revised', 'current']);

/** The plan file of a read plan. Ids are the same whenever title and publisher, key and name are. */
export function toPlanFile(read: ReadPlan): PlanFile {
  const id = `plan-${digest(`${read.plan.publisher}\u0000${read.plan.title}`)}`;
  const publishedFy = fiscalYearOf(read.plan.publishedOn);
  const levels = levelsOf(read);
  const policies = policiesOf(read, id, levels);
  const projects = read.subjects.filter(({ kind }) => kind === 'project');
  const columns = declaredColumns(read);
  const pets = petNames(projects.map(({ name }) => name));
  const amounts = projects.flatMap(amountValues);
  const printed = preferredKinds.filter((kind) =>
    amounts.some((value) => (value.kind ?? 'initial') === kind),
  );
  return {
    plan: {
      id,
      name: read.plan.title,
      shortName: read.plan.title,
      aliases: paperNames(read.plan.title),
      publisher: read.plan.publisher,
      municipality: read.plan.municipality,
      leadMunicipality: null,
      area: null,
      period: read.plan.period ?? { from: publishedFy, to: publishedFy, ofFigures: true },
      budgetYears: [...new Set(amounts.map(({ fy }) => fy))].sort((a, b) => a - b),
      publishedFy,
      documents: [
        {
          number: documentNumber,
          title: read.plan.title,
          publisher: read.plan.publisher,
          attribution: `「${read.plan.title}」（${read.plan.publisher}）を加工して作成`,
        },
      ],
      ...(read.projectWords ? { projectWords: read.projectWords } : {}),
      levels: [...levels].map(([name, level]) => ({ id: level, name, words: [] })),
      attributes: [...columns.values()].map(({ attribute }) => attribute),
      amountKinds: printed.map((kind, place) => ({
        kind,
        label: moneyLabels[kind],
        words: [
          ...(place === 0 && budgets.has(kind) ? ['予算', '予算額', '事業費'] : []),
          ...moneyAskedAs[kind],
          ...(read.moneyNames?.[kind] ?? []),
        ],
        unit: '千円',
      })),
    },
    policies: [...policies.values()],
    projects: projects.map((project) => projectOf(project, read, { plan: id, policies, columns, pets })),
    kpis: read.subjects
      .filter(({ kind }) => kind === 'kpi')
      .map((kpi) => kpiOf(kpi, read, { plan: id, policies, columns })),
    ...ifAny([
      ...statementsOf(read, id),
      ...ownStatements(read, ({ kind, key }) => `${id}-${kind === 'kpi' ? 'k' : 'j'}-${digest(key)}`, source),
    ]),
  };
}

const ifAny = (statements: Statement[]) => (statements.length > 0 ? { statements } : {});

/** The sentences of a document, each once, found by the headings above them as well. */
function statementsOf({ plan: { title }, passages = [] }: ReadPlan, plan: string): Statement[] {
  const found = new Map<string, Statement>();
  for (const { text, headings, place } of passages) {
    const id = `${plan}-t-${digest(`${headings.join('\u0000')}\u0000${text}`)}`;
    if (found.has(id)) continue;
    found.set(id, {
      id,
      subject: { kind: 'plan', id: plan },
      topic: 'passage',
      terms: headings.length > 0 ? headings : [title],
      text,
      fy: null,
      figures: [],
      source: source(place),
    });
  }
  return [...found.values()];
}

/** What the records refer to. */
interface Around {
  plan: string;
  policies: ReadonlyMap<string, Policy>;
  columns: OwnColumns;
  /** What a place is called for short. */
  pets: (name: string) => string[];
}

/** Name → id of each level, the widest first; what stands under no policy gets one of its own. */
function levelsOf(read: ReadPlan): Map<string, string> {
  const names = new Set([...read.levels, ...read.policies.map(({ level }) => level)]);
  if (read.subjects.some(({ policyPath }) => policyPath.length === 0)) names.add(wholePlan);
  return new Map([...names].map((name, place) => [name, `level-${place + 1}`]));
}

const wholePlan = '計画全体';

type Dated = ReadValue & { fy: number };

/** Amounts of a year; those of a part of the subject are never added to the whole. */
function amountValues({ values }: ReadSubject): Dated[] {
  return values.flatMap((value) =>
    value.attribute === 'budget' && value.fy !== null && value.part === undefined
      ? [{ ...value, fy: value.fy }]
      : [],
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function source(place: string): Source {
  return { document: documentNumber, place };
}

function fiscalYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);
}

const pathKey = (path: readonly string[]) => path.join('\u0000');

/** The tree, and one node for what stands under no policy. */
function policiesOf(read: ReadPlan, plan: string, levels: ReadonlyMap<string, string>): Map<string, Policy> {
  const found = new Map<string, Policy>();
  const idOf = (path: readonly string[]) => `${plan}-s-${digest(pathKey(path))}`;
  for (const { path, level, code, place } of read.policies)
    found.set(pathKey(path), {
      id: idOf(path),
      level: levels.get(level) ?? 'level-1',
      code: code ?? codeIn(path.at(-1) ?? ''),
      name: path.at(-1) ?? '',
      parent: path.length > 1 ? idOf(path.slice(0, -1)) : null,
      aliases: [...unnumbered(path.at(-1) ?? ''), ...countedIn(level, path.at(-1) ?? '')],
      source: source(place),
    });
  const [first] = read.subjects;
  if (read.subjects.some(({ policyPath }) => policyPath.length === 0))
    found.set('', {
      id: `${plan}-s-all`,
      level: levels.get(wholePlan) ?? 'level-1',
      code: null,
      name: read.plan.title,
      parent: null,
      aliases: [],
      source: source(first?.place ?? '表'),
    });
  return found;
}

/** 1 防災・減災 and 目標１ 生活の足を守る are called by their words alone as well. */
function unnumbered(name: string): string[] {
  const plain = name
    .normalize('NFKC')
    .replace(/^(?:[一-龠]{1,4}\s*)?(?:[(]?\d{1,2}(?:-\d{1,2})*[).]?|[IVX]{1,4}[.]?)[\s:、．]+/, '')
    .trim();
  return plain !== name.normalize('NFKC').trim() && plain.length >= 2 ? [plain] : [];
}

/** １　こどもが輝くまち in the column 基本目標 is spoken of as 基本目標1. */
function countedIn(level: string, name: string): string[] {
  const count = /^[(]?(\d{1,2})[).]?[\s:、．]+\D/.exec(name.normalize('NFKC'))?.[1];
  return count !== undefined && /^[一-龠ァ-ヴー]{1,8}$/.test(level) ? [`${level}${count}`] : [];
}

/** 柱２　ひとの流れをつくる is spoken of as 柱2. */
function codeIn(name: string): string | null {
  const chapter = /^第[0-9一二三四五六七八九十]{1,3}[章節編部]/.exec(name.normalize('NFKC'))?.[0];
  if (chapter !== undefined) return chapter;
  const [, kind, count] =
    /^(?!令和|平成)([一-龠]{1,4})\s*([0-9]{1,2}(?:-[0-9]{1,2})*|[IVX]{1,4})(?=[\s:.、])/.exec(
      name.normalize('NFKC'),
    ) ?? [];
  return kind === undefined || count === undefined ? null : `${kind}${count}`;
}

function projectOf(project: ReadSubject, read: ReadPlan, around: Around): Project {
  const { plan, policies, columns, pets } = around;
  const summary = project.values.find(({ attribute }) => attribute === 'summary')?.word;
  const chosen = new Map<string, Dated>();
  for (const value of amountValues(project)) {
    const kind = value.kind ?? 'initial';
    const key = `${value.fy} ${kind}`;
    const before = chosen.get(key);
    if (!before || (before.value === null && value.value !== null)) chosen.set(key, value);
  }
  const own = ownValues(project, columns, source);
  // The values of the file, not their copies with the year made sure.
  const places = new Set([...chosen].map(([key, { place }]) => `${key} ${place}`));
  const used = new Set<ReadValue>(own.used);
  for (const value of project.values)
    if (
      value.attribute === 'budget' &&
      value.part === undefined &&
      places.has(`${value.fy} ${value.kind ?? 'initial'} ${value.place}`)
    )
      used.add(value);
  return {
    id: `${plan}-j-${digest(project.key)}`,
    name: project.name,
    aliases: [...spokenNames(project.name), ...pets(project.name), ...codesOf(project)],
    summary: summary ?? `${read.plan.title}に掲載された事業です。`,
    keywords: [],
    listings: listingsOf(project, policies),
    department: project.department,
    participants: { scope: 'unknown', towns: [], text: null },
    amounts: [...chosen.values()]
      .map((value) => ({
        fy: value.fy,
        kind: value.kind ?? 'initial',
        yen: value.value === null ? null : Math.round(value.value),
        text: value.value === null ? value.text : inThousands(value.value),
        source: source(value.place),
        ...(value.called === undefined ? {} : { called: value.called }),
      }))
      .sort((a, b) => a.fy - b.fy),
    ...held(own.values),
    sources: [source(project.place)],
    notes: notesOf(
      project.values.filter((value) => !used.has(value)),
      labelsOf(read),
    ),
  };
}

const thousands = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** 1234567 → 1,234.567; a large file has half a million of them. */
function inThousands(yen: number): string {
  if (!Number.isSafeInteger(yen)) return thousands.format(yen / 1000);
  const digits = String(Math.abs(yen)).padStart(4, '0');
  const whole = digits.slice(0, -3).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const part = digits.slice(-3).replace(/0+$/, '');
  return `${yen < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

const held = (values: AttributeValue[]) => (values.length > 0 ? { values } : {});
const labelsOf = ({ attributes }: ReadPlan) => new Map(attributes.map(({ id, label }) => [id, label]));

function listingsOf(subject: ReadSubject, policies: ReadonlyMap<string, Policy>): Project['listings'] {
  return [subject.policyPath, ...(subject.otherPaths ?? [])].flatMap((path, index): Listing[] => {
    const policy = policies.get(pathKey(path));
    if (!policy) return [];
    return [
      {
        policy: policy.id,
        directions: [],
        repeated: index > 0,
        source: source(subject.place),
      },
    ];
  });
}

function kpiOf(kpi: ReadSubject, read: ReadPlan, { plan, policies, columns }: Omit<Around, 'pets'>): Kpi {
  const own = ownValues(kpi, columns, source);
  const of = (attribute: string) =>
    kpi.values.filter((value) => value.attribute === attribute && value.text !== '');
  const projects = kpi.projects ?? [];
  const printed = (value: ReadValue) => ({
    value: value.value,
    unit: value.unit === '' ? null : value.unit,
    relation: value.relation ?? ('=' as const),
    text: withOwnUnit(value),
    ...(value.cumulative ? { cumulative: true as const } : {}),
    ...(value.approximate ? { approximate: true as const } : {}),
    source: source(value.place),
  });
  const dated = (attribute: string) =>
    of(attribute).flatMap((value) => (value.fy === null ? [] : [{ ...value, fy: value.fy }]));
  const once = <T extends { fy: number }>(values: T[]) =>
    values.filter(({ fy }, index) => values.findIndex((other) => other.fy === fy) === index);
  const [baseline] = of('baseline');
  const core = ['baseline', 'target', 'actual', 'rate'];
  return {
    id: `${plan}-k-${digest(kpi.key)}`,
    name: kpi.name,
    aliases: kpiAliases(kpi.name),
    projects: projects.map((key) => `${plan}-j-${digest(key)}`),
    policy: projects.length > 0 ? null : (policies.get(pathKey(kpi.policyPath))?.id ?? plan),
    ...(kpi.department !== null && !sharesOffice(kpi, read) ? { department: kpi.department } : {}),
    direction: kpi.direction ?? 'unknown',
    measure: kpi.measure ?? 'unset',
    keywords: [],
    baseline: baseline ? { ...printed(baseline), fy: baseline.fy } : null,
    targets: of('target').map((value) => ({
      ...printed(value),
      fy: value.fy,
      term: kpi.measure === 'yearly' ? ('year' as const) : ('final' as const),
    })),
    actuals: once(dated('actual').map((value) => ({ ...printed(value), fy: value.fy }))),
    achievements: once(dated('rate').map(({ fy, value, text }) => ({ fy, value, text }))),
    ...held(own.values),
    sources: [source(kpi.place)],
    notes: notesOf(
      kpi.values.filter((value) => !core.includes(value.attribute) && !own.used.has(value)),
      labelsOf(read),
    ),
  };
}

/** Its project is in the hands of the same office, so that the KPI need not name it. */
function sharesOffice({ projects = [], department }: ReadSubject, { subjects }: ReadPlan): boolean {
  if (projects.length === 0) return false;
  const offices = officesOf(subjects);
  return projects.some((key) => offices.get(key) === department);
}

/** The offices of the projects, by their keys. */
function officesOf(subjects: ReadPlan['subjects']): ReadonlyMap<string, string | null> {
  const known = offices.get(subjects);
  if (known) return known;
  const found = new Map(
    subjects.flatMap(({ kind, key, department }) => (kind === 'project' ? [[key, department] as const] : [])),
  );
  offices.set(subjects, found);
  return found;
}

/** Asked for every KPI of a plan. */
const offices = new WeakMap<ReadPlan['subjects'], ReadonlyMap<string, string | null>>();

/** 国庫支出金（2024年度）：2,000千円 — what the form has no field for. */
function notesOf(values: readonly ReadValue[], labels: ReadonlyMap<string, string>): string[] {
  return values
    .filter(({ attribute, text }) => text !== '' && !['summary', 'department'].includes(attribute))
    .map(({ attribute, fy, kind, value, text, unit, part }) => {
      const label = kind ? moneyLabels[kind] : (labels.get(attribute) ?? attribute);
      const scope = [fy === null ? '' : `${fy}年度`, part ?? ''].filter((one) => one !== '').join('、');
      const figure = value === null || unit === null ? text : `${thousands.format(value)}${unit}`;
      return `${label}${scope === '' ? '' : `（${scope}）`}：${figure}`;
    });
}
