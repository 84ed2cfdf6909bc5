// KPIs as table rows that sort by status, rate or name.
import type { KpiEntry } from '../../answer/answer.ts';
import { type Block, cell, dataTable, type Element, numberCell } from './block.ts';
import { era, kpiFigures, notPrinted, percent, sourceText, statusWord } from './figures.ts';

const header = ['判定', 'KPI', '基準', '実績', '目標', '達成率', '計画', '出典'];

/** Many KPIs as a table that sorts by status, rate or name. */
export function kpiTable(caption: string, entries: readonly KpiEntry[]): Block[] {
  return dataTable(caption, header, entries.map(row), 1);
}

function row(entry: KpiEntry): Element[] {
  const { baseline, actual, target, rate } = kpiFigures(entry);
  const at = (fy: number | null) => (fy === null ? '' : `（${era(fy)}）`);
  const last = entry.state.lastJudged;
  const state =
    last && entry.state.inputs.actual === null
      ? `${statusWord(entry.state.status)}（${era(last.fy)}：${last.verdict.status}）`
      : statusWord(entry.state.status);
  return [
    cell(state),
    cell(entry.record.name),
    cell(baseline ? baseline.text + at(baseline.fy) : notPrinted),
    cell(actual ? actual.text + at(actual.fy) : notPrinted),
    cell(target ? target.text + (target.every ? '（毎年度）' : at(target.fy)) : notPrinted),
    rate && rate.label === '達成率' ? numberCell(rate.value, percent(rate.value)) : cell('—'),
    cell(entry.plan.shortName),
    cell(sourceText(entry.record.sources, 1)),
  ];
}

/** A KPI whose result nobody recorded: what is due, and the button to enter it. */
export function unrecordedTable(caption: string, entries: readonly KpiEntry[]): Block[] {
  return dataTable(
    caption,
    ['KPI', '目標', '期限', '状態', '所管', '計画', '出典'],
    entries.map((entry) => {
      const { target } = kpiFigures(entry);
      return [
        cell(entry.record.name),
        cell(target ? `${target.text}${target.fy === null ? '' : `（${era(target.fy)}）`}` : notPrinted),
        cell(entry.state.inputs.due ?? '—'),
        cell(statusWord(entry.state.status)),
        cell(entry.departments.join('・')),
        cell(entry.plan.shortName),
        cell(sourceText(entry.record.sources, 1)),
      ];
    }),
  );
}
