// Entries of an answer: the one asked for in full, up to three as cards, more as a table; plain messages get a short section for each.
import type { Entry, KpiEntry, ProjectEntry } from '../../answer/answer.ts';
import { askFor } from './asks.ts';
import { actions, askSelect, type Block, cell, dataTable } from './block.ts';
import { era, kpiFigures, notPrinted, percent, sourceText, stateText } from './figures.ts';
import { kpiCard, kpiDetail, kpiLine } from './kpi.ts';
import { kpiTable } from './kpi-table.ts';
import type { HowShown } from './page.ts';
import { budgetOf, projectCard, projectDetail, projectLine, projectTable } from './project.ts';

const isKpi = (entry: Entry): entry is KpiEntry => entry.kind === 'kpi';
const isProject = (entry: Entry): entry is ProjectEntry => entry.kind === 'project';

/** The entries of one page; `total` is the number of all. */
export function entryBlocks(entries: readonly Entry[], total: number, { plain }: HowShown): Block[] {
  if (total <= 3) return entries.flatMap((entry) => (isKpi(entry) ? kpiCard(entry) : projectCard(entry)));
  if (plain) return entries.map((entry) => (isKpi(entry) ? kpiLine(entry) : projectLine(entry)));
  return [...table(entries), ...chooser(entries)];
}

/** The one that was asked for in full; those that are only related are offered below it. */
export function oneAndRelated(entry: Entry, related: readonly Entry[], how: HowShown): Block[] {
  return [
    ...(isKpi(entry) ? kpiDetail(entry, how) : projectDetail(entry, how)),
    ...chooser(related, '関連するものを見る'),
  ];
}

/** 「詳しく見る」: one question for each entry of the table. */
export function chooser(entries: readonly Entry[], label = '詳しく見る'): Block[] {
  return actions(
    ...askSelect(
      label,
      entries.map((entry) => ({ label: entry.record.name, ask: askFor(entry) })),
    ),
  );
}

function table(entries: readonly Entry[]): Block[] {
  if (entries.every(isKpi)) return kpiTable('見つかったKPI', entries);
  if (entries.every(isProject)) return projectTable('見つかった事業', entries);
  return dataTable(
    '見つかった事業とKPI',
    ['種別', '名前', '判定・所管', '主な数字', '計画', '出典'],
    entries.map((entry) => [
      cell(isKpi(entry) ? 'KPI' : '事業'),
      cell(entry.record.name),
      cell(isKpi(entry) ? stateText(entry) : (entry.record.department ?? notPrinted)),
      isKpi(entry) ? cell(kpiSummary(entry)) : budgetOf(entry),
      cell(entry.plan.shortName),
      cell(sourceText(entry.record.sources, 1)),
    ]),
    1,
  );
}

function kpiSummary(entry: KpiEntry): string {
  const { actual, target, rate } = kpiFigures(entry);
  const at = (fy: number | null) => (fy === null ? '' : `（${era(fy)}）`);
  return [
    `実績 ${actual ? actual.text + at(actual.fy) : notPrinted}`,
    `目標 ${target ? target.text + at(target.fy) : notPrinted}`,
    ...(rate ? [`${rate.label} ${percent(rate.value)}`] : []),
  ].join(' ');
}
