// Lists that no question words: what App Home counts (asked by a fixed text, for 「ほかn件を見る」) and what a digest watches.
import type { ListAnswer } from '../answer/answer.ts';
import { kpiEntry } from '../answer/entries.ts';
import type { AskOptions } from '../bot.ts';
import { type Day, dayInJapan, fiscalYearOf } from '../ports/clock.ts';
import { dueInYear } from '../present/home/due.ts';
import { fiscalYearName } from '../wording/years.ts';
import type { SlackContext } from './context.ts';

/** Asks for the targets and results that are due in the running fiscal year. */
export const dueThisYearAsk = '/kpi 今年度に期限を迎えるもの';

/** The list a fixed text stands for; null for every other text. */
export function askList(context: SlackContext, text: string, options: AskOptions): ListAnswer | null {
  if (text.trim() !== dueThisYearAsk) return null;
  const { bot, clock } = context;
  const asOf = options.asOf ?? dayInJapan(clock.now());
  const year = fiscalYearOf(asOf);
  const all = bot.repository.kpis.flatMap(({ id }) => kpiEntry(bot.repository, id, 1, asOf) ?? []);
  const ids = dueInYear(all, year, asOf).map(({ entry }) => entry.id);
  const lead = `${fiscalYearName(year)}が目標の年度、または実績の登録期限（Hakaruの設定）がある年度のKPIは${ids.length}件です。`;
  return listOf(context, ids, { text, asOf, lead });
}

/** These KPIs as an answer. */
export function listOf(
  { bot }: Pick<SlackContext, 'bot'>,
  ids: readonly string[],
  { text, asOf, lead }: { text: string; asOf: Day; lead: string },
): ListAnswer {
  const nothing = { plan: [], municipality: [], department: [], status: [], sdg: [], policy: [] };
  return {
    kind: 'list',
    understood: { text, intent: 'kpi', filters: { ...nothing, fiscalYear: [] }, assumed: [], terms: [] },
    asOf,
    lead,
    notes: [],
    alternatives: [],
    aggregate: null,
    entries: ids.flatMap((id) => kpiEntry(bot.repository, id, 1, asOf) ?? []),
  };
}
