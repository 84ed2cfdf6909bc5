// What the words of a subscription narrow it to; `kpi:ID` follows one KPI whatever its name finds.
import { kpisOfAnswer } from '../../digest/filter.ts';
import type { Day } from '../../ports/clock.ts';
import type { SlackContext } from '../context.ts';

const followed = /^kpi:([a-z0-9-]+)$/;

/** The filter of a subscription that follows one KPI. */
export function followFilter(kpi: string): string {
  return `kpi:${kpi}`;
}

/** The KPI a subscription follows; null for one narrowed by words. */
export function followedKpi(filter: string): string | null {
  return followed.exec(filter)?.[1] ?? null;
}

/** The filter as people read it: the KPI's name, or the words. */
export function filterLabel({ bot }: Pick<SlackContext, 'bot'>, filter: string): string {
  const kpi = followedKpi(filter);
  return kpi === null ? filter : (bot.repository.kpi(kpi)?.name ?? kpi);
}

/** What the words of a subscription narrow it to. */
export interface Narrowed {
  /** Null for all. */
  kpis: Set<string> | null;
  /** No KPI holds all of the words: these are only near them. */
  near: boolean;
}

export async function narrowedBy(
  { bot }: Pick<SlackContext, 'bot'>,
  filter: string,
  day: Day,
): Promise<Narrowed> {
  if (filter === '') return { kpis: null, near: false };
  const kpi = followedKpi(filter);
  if (kpi !== null) return { kpis: new Set(bot.repository.kpi(kpi) ? [kpi] : []), near: false };
  const answer = await bot.ask(filter, { command: 'kpi', asOf: day });
  return { kpis: kpisOfAnswer(answer), near: answer.near === true };
}

/** KPIs that the words of a subscription name; null for all. */
export async function kpisOfFilter(
  context: Pick<SlackContext, 'bot'>,
  filter: string,
  day: Day,
): Promise<Set<string> | null> {
  return (await narrowedBy(context, filter, day)).kpis;
}
