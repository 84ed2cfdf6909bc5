// What a new version of a plan changes: records that come, figures old → new, records that go.
import type { Kpi } from '../../data/schemas/kpi.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';
import type { Project } from '../../data/schemas/project.ts';
import type { Statement } from '../../data/schemas/statement.ts';
import { normalize } from '../../language/normalize.ts';
import { moneyLabels } from '../mapping/money-words.ts';

/** One cell that reads differently. */
export interface ChangedCell {
  /** Name of the project or KPI. */
  of: string;
  /** 当初予算（令和6年度）… */
  what: string;
  before: string;
  after: string;
}

export interface Changes {
  added: string[];
  changed: ChangedCell[];
  gone: string[];
}

/** Compares by id; `before` null: everything is new. */
export function changesBetween(before: PlanFile | null, after: PlanFile): Changes {
  if (before === null) return { added: namesOf(after), changed: [], gone: [] };
  const old = recordsOf(before);
  const now = recordsOf(after);
  const changed: ChangedCell[] = [];
  for (const [id, record] of now) {
    const earlier = old.get(id);
    if (!earlier) continue;
    for (const what of new Set([...earlier.cells.keys(), ...record.cells.keys()])) {
      const one = earlier.cells.get(what) ?? blank;
      const other = record.cells.get(what) ?? blank;
      if (spelled(one) !== spelled(other)) changed.push({ of: record.name, what, before: one, after: other });
    }
  }
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([, { name }]) => name),
    changed,
    gone: [...old].filter(([id]) => !now.has(id)).map(([, { name }]) => name),
  };
}

/** ―, − and ー, 〜 and ～, １ and 1 are one thing typed differently: no change. */
const spelled = (text: string) => normalize(text).replace(/^[-ー]+$/, '-');

const blank = '（空欄）';

function namesOf({ projects, kpis, statements = [] }: PlanFile): string[] {
  return [
    ...projects.map(({ name }) => `事業「${name}」`),
    ...statements.map(nameOfStatement),
    ...kpis.map(({ name }) => `指標「${name}」`),
  ];
}

const nameOfStatement = ({ text, source }: Statement) =>
  `記述「${text.length > 30 ? `${text.slice(0, 30)}…` : text}」（${source.place}）`;

interface Flat {
  name: string;
  cells: Map<string, string>;
}

function recordsOf(file: PlanFile | null): Map<string, Flat> {
  const records = new Map<string, Flat>();
  if (!file) return records;
  const labels = new Map(file.plan.attributes.map(({ id, label }) => [id, label]));
  for (const project of file.projects)
    records.set(project.id, { name: `事業「${project.name}」`, cells: projectCells(project, labels) });
  for (const statement of file.statements ?? [])
    records.set(statement.id, { name: nameOfStatement(statement), cells: new Map() });
  for (const kpi of file.kpis)
    records.set(kpi.id, { name: `指標「${kpi.name}」`, cells: kpiCells(kpi, labels) });
  return records;
}

type Cells = Map<string, string>;
const printed = (text: string) => (text.trim() === '' ? blank : text.trim());

function projectCells(project: Project, labels: ReadonlyMap<string, string>): Cells {
  const cells: Cells = new Map([
    ['名前', project.name],
    ['担当', printed(project.department ?? '')],
  ]);
  for (const { fy, kind, yen, text } of project.amounts)
    cells.set(`${fy}年度の${moneyLabels[kind]}`, yen === null ? printed(text) : `${text}千円`);
  addOwn(cells, project.values, labels);
  return cells;
}

function kpiCells(kpi: Kpi, labels: ReadonlyMap<string, string>): Cells {
  const cells: Cells = new Map([['名前', kpi.name]]);
  const unit = (own: string | null) => own ?? '';
  if (kpi.baseline) cells.set('基準値', `${printed(kpi.baseline.text)}${unit(kpi.baseline.unit)}`);
  for (const { fy, text, unit: own } of kpi.targets)
    cells.set(`${fy === null ? '' : `${fy}年度の`}目標`, `${printed(text)}${unit(own)}`);
  for (const { fy, text, unit: own } of kpi.actuals)
    cells.set(`${fy}年度の実績`, `${printed(text)}${unit(own)}`);
  addOwn(cells, kpi.values, labels);
  return cells;
}

function addOwn(cells: Cells, values: Project['values'], labels: ReadonlyMap<string, string>): void {
  for (const { attribute, fy, text } of values ?? [])
    cells.set(`${fy === null ? '' : `${fy}年度の`}${labels.get(attribute) ?? attribute}`, printed(text));
}

/** The changes in Japanese, at most `most` lines of each kind. */
export function sayChanges({ added, changed, gone }: Changes, most = 20): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          `${title}（${lines.length}件）`,
          ...lines.slice(0, most).map((line) => `  ${line}`),
          ...(lines.length > most ? [`  ほか${lines.length - most}件`] : []),
        ];
  const lines = [
    ...list('加わるもの', added),
    ...list(
      '変わる値',
      changed.map(({ of, what, before, after }) => `${of}の${what}：${before} → ${after}`),
    ),
    ...list('なくなるもの', gone),
  ];
  return `${(lines.length === 0 ? ['前の版からの変更はありません。'] : lines).join('\n')}\n`;
}
