// A project in a message: the card, its detail (money, towns, KPIs) and its table rows.
import type { ProjectEntry } from '../../answer/answer.ts';
import { budgetsOf } from '../../data/values.ts';
import { verdictsOf } from '../../status/published.ts';
import { thousands } from '../../wording/figures.ts';
import { townUnit } from '../../wording/names.ts';
import { placeName } from '../../wording/places.ts';
import { budgetChart } from '../charts/budget-chart.ts';
import { columnTexts } from '../own-columns.ts';
import { askFor, projectButtons } from './asks.ts';
import {
  actions,
  type Block,
  button,
  cell,
  context,
  dataTable,
  type Element,
  numberCell,
  type Run,
  rich,
} from './block.ts';
import { era, figuresLine, kpiFigures, money, notPrinted, sourceText, stateText } from './figures.ts';
import { kpiTable } from './kpi-table.ts';
import type { HowShown } from './page.ts';

/** The printed figures, oldest first; cells with a dash or a blank are no figures. */
function printedBudgets({ record, plan }: ProjectEntry): { fy: number; yen: number }[] {
  return budgetsOf(record, plan).flatMap(({ fy, yen }) => (yen === null ? [] : [{ fy, yen }]));
}

/** `R4 33,000千円 → R5 34,507千円`; the newest `most` years that have a figure. */
function budgetLine(entry: ProjectEntry, most = 3): string {
  const newest = printedBudgets(entry).slice(-most);
  if (newest.length === 0) return `予算 ${notPrinted}`;
  return `予算 ${newest.map((budget) => `${era(budget.fy)} ${money(budget.yen)}`).join(' → ')}`;
}

/** The newest figure as a cell that sorts; its heading names the unit. */
function budgetCell(entry: ProjectEntry): Element {
  const newest = printedBudgets(entry).at(-1);
  return newest
    ? numberCell(newest.yen / 1000, `${era(newest.fy)} ${thousands(newest.yen, 'bare')}`)
    : cell(notPrinted);
}

/** The newest figure beside those of other kinds. */
export function budgetOf(entry: ProjectEntry): Element {
  return cell(budgetLine(entry, 1));
}

/** `全20市町村`, `7市町`, `記載なし`. */
function townsText({ record }: ProjectEntry): string {
  const { scope, towns } = record.participants;
  if (scope === 'unknown') return notPrinted;
  return scope === 'all' ? `全${towns.length}${townUnit(towns)}` : `${towns.length}${townUnit(towns)}`;
}

function policyText({ policies }: ProjectEntry): string {
  const [first, ...rest] = policies;
  if (!first) return '';
  const name = [...first.path.slice(0, -1), `${first.code ?? ''} ${first.name}`.trim()];
  return `施策 ${[...new Set(name)].join(' ＞ ')}${rest.length > 0 ? ` ほか${rest.length}件` : ''}`;
}

function evaluationText({ record, plan }: ProjectEntry): string {
  const verdicts = verdictsOf(record, plan);
  const words = verdicts.map((one) => `${one.word}（${era(one.fy)}・${placeName(one)}）`);
  const distinct = new Set(verdicts.map(({ word }) => word));
  // The same word in every row is said once; rows that differ are all named.
  return words.length === 0 ? '' : `公表評価 ${distinct.size === 1 ? words[0] : words.join('、')}`;
}

/** The card of a project; in its own detail without 詳細. */
export function projectCard(entry: ProjectEntry, here?: '詳細'): Block[] {
  const { record } = entry;
  const facts = [
    `所管 ${record.department ?? notPrinted}`,
    budgetLine(entry),
    `参加市町 ${townsText(entry)}`,
    `KPI ${record.kpis.length > 0 ? `${record.kpis.length}件` : notPrinted}`,
  ].join('　');
  return [
    rich([{ bold: record.name }], [record.summary], [facts]),
    ...context(
      [entry.plan.shortName, policyText(entry), evaluationText(entry), `出典 ${sourceText(record.sources)}`]
        .filter((part) => part !== '')
        .join(' ／ '),
    ),
    ...actions(...projectButtons(entry, here)),
  ];
}

/** Everything about one project. */
export function projectDetail(entry: ProjectEntry, { plain }: HowShown): Block[] {
  const { record, plan } = entry;
  const lines: Run[][] = [
    ...(record.participants.towns.length > 0
      ? [[{ bold: '参加市町　' }, record.participants.towns.join('、')]]
      : []),
    ...columnTexts(record, plan).map(({ label, text }): Run[] => [{ bold: `${label}　` }, text]),
  ];
  return [
    ...projectCard(entry, '詳細'),
    ...(lines.length > 0 ? [rich(...lines)] : []),
    ...(plain ? [] : budgetChart([entry], [])),
    ...(plain ? kpiLines(entry) : kpiTable(`${record.name}のKPI`, entry.kpis)),
    ...context(...record.notes),
  ];
}

function kpiLines(entry: ProjectEntry): Block[] {
  if (entry.kpis.length === 0) return [];
  return [
    rich(
      ...entry.kpis
        .slice(0, 10)
        .map((kpi) => [`${stateText(kpi)}　${kpi.record.name}：${figuresLine(kpiFigures(kpi))}`]),
    ),
  ];
}

/** Several projects as one table. */
export function projectTable(caption: string, entries: readonly ProjectEntry[]): Block[] {
  return dataTable(
    caption,
    ['事業', '所管', '予算（千円）', '参加市町', 'KPI', '計画', '出典'],
    entries.map(row),
  );
}

function row(entry: ProjectEntry): Element[] {
  const { record } = entry;
  return [
    cell(record.name),
    cell(record.department ?? notPrinted),
    budgetCell(entry),
    cell(townsText(entry)),
    record.kpis.length > 0 ? numberCell(record.kpis.length, `${record.kpis.length}件`) : cell(notPrinted),
    cell(entry.plan.shortName),
    cell(sourceText(record.sources, 1)),
  ];
}

/** One project in a short line of a plain message, with a button. */
export function projectLine(entry: ProjectEntry): Block {
  const { record } = entry;
  return {
    type: 'section',
    text: {
      type: 'plain_text',
      emoji: false,
      text: `${record.name}\n所管 ${record.department ?? notPrinted}　${budgetLine(entry, 2)}　参加市町 ${townsText(entry)}\n${entry.plan.shortName} ／ 出典 ${sourceText(record.sources, 1)}`,
    },
    accessory: button('ask', '詳細', { ask: askFor(entry) }),
  };
}
