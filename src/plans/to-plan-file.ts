// A read plan in the form of a seed file, as far as that form can carry it; the rest stands in the notes.
import { createHash } from 'node:crypto';
import type { Kpi } from '../data/schemas/kpi.ts';
import type { PlanFile } from '../data/schemas/plan.ts';
import type { Policy } from '../data/schemas/policy.ts';
import type { Listing, Project } from '../data/schemas/project.ts';
import type { Source } from '../data/schemas/source.ts';
import { moneyLabels } from './mapping/money-words.ts';
import type { MoneyKind, ReadPlan, ReadSubject, ReadValue } from './read-plan.ts';

const documentNumber = '900';
/** Where a year has several amounts, the first of these is its budget; the others go into the notes. */
const preferred: MoneyKind[] = [
  'initial',
  'revised',
  'current',
  'settled',
  'executed',
  'planned',
  'requested',
  'supplement',
];

/** The plan file of a read plan. Ids are the same whenever title and publisher, key and name are. */
export function toPlanFile(read: ReadPlan): PlanFile {
  const id = `plan-${digest(`${read.plan.publisher}\u0000${read.plan.title}`)}`;
  const publishedFy = fiscalYearOf(read.plan.publishedOn);
  const policies = policiesOf(read, id);
  const projects = read.subjects.filter(({ kind }) => kind === 'project');
  const labels = new Map(read.attributes.map(({ id: attribute, label }) => [attribute, label]));
  const budgetYears = new Set(
    projects.flatMap(({ values }) =>
      values.flatMap(({ attribute, fy }) => (attribute === 'budget' && fy !== null ? [fy] : [])),
    ),
  );
  return {
    plan: {
      id,
      name: read.plan.title,
      shortName: read.plan.title,
      aliases: [],
      publisher: read.plan.publisher,
      municipality: read.plan.municipality,
      period: read.plan.period ?? { from: publishedFy, to: publishedFy },
      budgetYears: [...budgetYears].sort((a, b) => a - b),
      publishedFy,
      documents: [
        {
          number: documentNumber,
          title: read.plan.title,
          publisher: read.plan.publisher,
          attribution: `「${read.plan.title}」（${read.plan.publisher}）を加工して作成`,
        },
      ],
    },
    policies: [...policies.values()],
    projects: projects.map((project) => projectOf(project, read, id, policies, labels)),
    kpis: read.subjects.filter(({ kind }) => kind === 'kpi').map((kpi) => kpiOf(kpi, id, policies, labels)),
  };
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
function policiesOf(read: ReadPlan, plan: string): Map<string, Policy> {
  const found = new Map<string, Policy>();
  const idOf = (path: readonly string[]) => `${plan}-s-${digest(pathKey(path))}`;
  for (const { path, level, code, place } of read.policies)
    found.set(pathKey(path), {
      id: idOf(path),
      kind: policyKind(level),
      code,
      name: path.at(-1) ?? '',
      parent: path.length > 1 ? idOf(path.slice(0, -1)) : null,
      aliases: [],
      source: source(place),
    });
  const [first] = read.subjects;
  if (read.subjects.some(({ policyPath }) => policyPath.length === 0))
    found.set('', {
      id: `${plan}-s-all`,
      kind: 'section',
      code: null,
      name: read.plan.title,
      parent: null,
      aliases: [],
      source: source(first?.place ?? '表'),
    });
  return found;
}

function policyKind(level: string): Policy['kind'] {
  if (/目標/.test(level)) return 'goal';
  if (/政策/.test(level)) return 'policy';
  if (/分野|区分|章|分類|項目/.test(level)) return 'section';
  if (/方向|方針/.test(level)) return 'direction';
  if (/パッケージ/.test(level)) return 'package';
  return 'measure';
}

function projectOf(
  project: ReadSubject,
  read: ReadPlan,
  plan: string,
  policies: ReadonlyMap<string, Policy>,
  labels: ReadonlyMap<string, string>,
): Project {
  const summary = project.values.find(({ attribute }) => attribute === 'summary')?.word;
  const number = project.values.find(({ attribute }) => attribute === 'number')?.text ?? '';
  const chosen = new Set<ReadValue>();
  const budgets: Project['budgets'] = [];
  const amounts = project.values.filter(({ attribute, fy }) => attribute === 'budget' && fy !== null);
  for (const fy of new Set(amounts.map((value) => value.fy as number))) {
    const own = amounts.filter((value) => value.fy === fy);
    const rank = ({ kind, value }: ReadValue) =>
      preferred.indexOf(kind ?? 'initial') + (value === null ? preferred.length : 0);
    const best = own.reduce((one, other) => (rank(other) < rank(one) ? other : one));
    chosen.add(best);
    budgets.push({
      fy,
      thousandYen: best.value === null ? null : Math.round(best.value / 1000),
      text:
        best.value === null
          ? best.text
          : (best.value / 1000).toLocaleString('en-US', { maximumFractionDigits: 3 }),
      source: source(best.place),
    });
  }
  const kinds = [...chosen]
    .filter(({ kind }) => kind !== 'initial')
    .map((value) => `${value.fy}年度の金額は${moneyLabels[value.kind ?? 'initial']}です`);
  return {
    id: `${plan}-j-${digest(project.key)}`,
    name: project.name,
    aliases: [],
    summary: summary ?? `${read.plan.title}に掲載された事業です。`,
    keywords: [],
    listings: listingsOf(project, policies),
    department: project.department,
    participants: { scope: 'unknown', towns: [], text: null },
    budgets: budgets.sort((a, b) => a.fy - b.fy),
    costBearing: null,
    roles: null,
    effects: [],
    mainProjectYears: [],
    number: /^[1-9]\d*$/.test(number) ? Number(number) : null,
    sources: [source(project.place)],
    notes: [
      ...kinds,
      ...notesOf(
        project.values.filter((value) => !chosen.has(value)),
        labels,
      ),
    ],
  };
}

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
        sdgs: [],
        evaluation: null,
        policyEvaluation: null,
        budgetChange: null,
        outcomeDirection: null,
        laborCostThousandYen: null,
      },
    ];
  });
}

function kpiOf(
  kpi: ReadSubject,
  plan: string,
  policies: ReadonlyMap<string, Policy>,
  labels: ReadonlyMap<string, string>,
): Kpi {
  const of = (attribute: string) =>
    kpi.values.filter((value) => value.attribute === attribute && value.text !== '');
  const projects = kpi.projects ?? [];
  const printed = (value: ReadValue) => ({
    value: value.value,
    unit: value.unit === '' ? null : value.unit,
    relation: value.relation ?? ('=' as const),
    text: value.text,
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
    aliases: [],
    projects: projects.map((key) => `${plan}-j-${digest(key)}`),
    policy: projects.length > 0 ? null : (policies.get(pathKey(kpi.policyPath))?.id ?? plan),
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
    sources: [source(kpi.place)],
    notes: notesOf(
      kpi.values.filter(({ attribute }) => !core.includes(attribute)),
      labels,
    ),
  };
}

/** 国庫支出金（2024年度）：2,000千円 — what the form has no field for. */
function notesOf(values: readonly ReadValue[], labels: ReadonlyMap<string, string>): string[] {
  return values
    .filter(({ attribute, text }) => text !== '' && !['summary', 'department', 'number'].includes(attribute))
    .map(({ attribute, fy, kind, value, text, unit, part }) => {
      const label = kind ? moneyLabels[kind] : (labels.get(attribute) ?? attribute);
      const scope = [fy === null ? '' : `${fy}年度`, part ?? ''].filter((one) => one !== '').join('、');
      const figure = value === null || unit === null ? text : `${value.toLocaleString('en-US')}${unit}`;
      return `${label}${scope === '' ? '' : `（${scope}）`}：${figure}`;
    });
}
