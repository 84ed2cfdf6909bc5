// KPIs as table rows that sort by status, rate or name.
import type { KpiEntry } from '../../answer/answer.ts';
import { longDate } from '../../wording/dates.ts';
import { type Block, cell, dataTable, type Element, numberCell } from './block.ts';
import {
  awaitedTarget,
  era,
  kpiFigures,
  missingText,
  notPrinted,
  percent,
  sourceText,
  stateText,
} from './figures.ts';

const header = ['判定', 'KPI', '基準', '実績', '目標', '達成率', '計画', '出典'];

/** Many KPIs as a table that sorts by status, rate or name. */
export function kpiTable(caption: string, entries: readonly KpiEntry[]): Block[] {
  return dataTable(caption, header, entries.map(row), 1);
}

function row(entry: KpiEntry): Element[] {
  const { baseline, actual, target, rate } = kpiFigures(entry);
  const at = (fy: number | null) => (fy === null ? '' : `（${era(fy)}）`);
  return [
    cell(stateText(entry)),
    cell(entry.record.name),
    cell(baseline ? baseline.text + at(baseline.fy) : notPrinted),
    cell(actual ? actual.text + at(actual.fy) : notPrinted),
    cell(target ? target.text + (target.every ? '（毎年度）' : at(target.fy)) : notPrinted),
    rate
      ? numberCell(rate.value, `${rate.label === '達成率' ? '' : `${rate.label} `}${percent(rate.value)}`)
      : cell('—'),
    cell(entry.plan.shortName),
    cell(sourceText(entry.record.sources, 1)),
  ];
}

/** KPIs whose result nobody recorded: what is due, against which target. */
export function unrecordedTable(caption: string, entries: readonly KpiEntry[]): Block[] {
  return dataTable(
    caption,
    ['KPI', '状態', '目標', '実績の登録期限（Hakaruの設定）', '所管', '計画', '出典'],
    entries.map((entry) => [
      cell(entry.record.name),
      cell(missingText(entry)),
      cell(awaitedTarget(entry)),
      cell(entry.state.inputs.due === null ? '—' : longDate(entry.state.inputs.due)),
      cell(entry.departments.join('・')),
      cell(entry.plan.shortName),
      cell(sourceText(entry.record.sources, 1)),
    ]),
  );
}
