// Lists that App Home counts and no question words: asked by a fixed text, so that 「ほかn件を見る」 opens just them.
import type { Answer } from '../answer/answer.ts';
import { kpiEntry } from '../answer/entries.ts';
import type { AskOptions } from '../bot.ts';
import { dayInJapan, fiscalYearOf } from '../ports/clock.ts';
import { dueInYear } from '../present/home/due.ts';
import { fiscalYearName } from '../wording/years.ts';
import type { SlackContext } from './context.ts';

/** Asks for the targets and results that are due in the running fiscal year. */
export const dueThisYearAsk = '/kpi 今年度に期限を迎えるもの';

/** The list a fixed text stands for; null for every other text. */
export function askList({ bot, clock }: SlackContext, text: string, options: AskOptions): Answer | null {
  if (text.trim() !== dueThisYearAsk) return null;
  const asOf = options.asOf ?? dayInJapan(clock.now());
  const year = fiscalYearOf(asOf);
  const all = bot.repository.kpis.flatMap(({ id }) => kpiEntry(bot.repository, id, 1, asOf) ?? []);
  const entries = dueInYear(all, year, asOf).map(({ entry }) => entry);
  return {
    kind: 'list',
    understood: {
      text,
      intent: 'kpi',
      filters: {
        plan: [],
        municipality: [],
        fiscalYear: [year],
        department: [],
        status: [],
        sdg: [],
        policy: [],
      },
      assumed: [],
      terms: [],
    },
    asOf,
    lead: `${fiscalYearName(year)}が目標の年度、または実績の登録期限（Hakaruの設定）がある年度のKPIは${entries.length}件です。`,
    notes: [],
    alternatives: [],
    aggregate: null,
    entries,
  };
}
