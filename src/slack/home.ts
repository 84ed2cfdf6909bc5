// Gathers what App Home shows one person, and publishes it.

import type { WebClient } from '@slack/web-api';
import type { KpiEntry } from '../answer/answer.ts';
import { kpiEntry } from '../answer/entries.ts';
import { dayInJapan, fiscalYearOf } from '../ports/clock.ts';
import { StoreUnavailable } from '../ports/store.ts';
import type { HomeList } from '../present/action-values.ts';
import { dueInYear } from '../present/home/due.ts';
import { type HomeData, homeView } from '../present/home/home.ts';
import { wholeListModal } from '../present/home/whole-list.ts';
import type { View } from '../present/modal-view.ts';
import { worstFirst } from '../present/standings.ts';
import { isOver } from '../status/calendar.ts';
import { standingsOf } from '../status/standing.ts';
import { unreadNote } from './ask.ts';
import { dueThisYearAsk } from './ask-lists.ts';
import type { SlackContext } from './context.ts';
import { filterLabel } from './digest/filter.ts';
import { slackErrors } from './errors/explain.ts';
import { promptClient } from './prompt-client.ts';
import { asHome } from './sdk-types.ts';
import { within } from './within.ts';

/** Somebody looks at an empty page meanwhile. */
const patience = 1000;
/** Key of the department in the store's preferences. */
export const departmentKey = 'department';

/** Draws the person's App Home anew; to be called after a change that shows there. */
export async function refreshHome(client: WebClient, context: SlackContext, user: string): Promise<void> {
  await context.homes.redraw(user, async () => {
    const view = homeView(await homeData(context, client, user));
    await promptClient(client).views.publish({ user_id: user, view: asHome(view) });
  });
}

/** One of its lists whole, in a modal; `outside` people have none but their own. */
export async function wholeList(
  context: SlackContext,
  client: WebClient,
  user: string,
  list: HomeList,
): Promise<View> {
  const [own, care] = await Promise.all([ownSettings(context, user), careOf(context, client, user)]);
  const { commandPrefix } = context.config;
  return wholeListModal(list, { subscriptions: own.subscriptions, ...care, commandPrefix });
}

async function homeData(context: SlackContext, client: WebClient, user: string): Promise<HomeData> {
  const { repository } = context.bot;
  const asOf = dayInJapan(context.clock.now());
  const fiscalYear = fiscalYearOf(asOf);
  const departments = [...new Set(repository.projects.flatMap((project) => project.department ?? []))].slice(
    0,
    90,
  );
  const [own, care] = await Promise.all([ownSettings(context, user), careOf(context, client, user)]);
  const department = departments.includes(own.department) ? own.department : '';
  const unread = unreadNote(context);
  const entries = repository.kpis.flatMap(({ id }) => kpiEntry(repository, id, 1, asOf) ?? []);
  return {
    asOf,
    fiscalYear,
    departments,
    department,
    toRecord: entries
      .filter((entry) => department === '' || entry.departments.includes(department))
      .filter((entry) => awaitsResult(entry, asOf))
      .sort(byDueDay),
    lagging: worstFirst(entries.filter(({ state }) => state.lagging)),
    standings: standingsOf(entries.map(({ state }) => state)),
    ...(unread === null ? {} : { warning: unread }),
    due: dueInYear(entries, fiscalYear, asOf),
    dueAsk: dueThisYearAsk,
    subscriptions: own.subscriptions,
    ...care,
    commandPrefix: context.config.commandPrefix,
  };
}

/** Reports of the last weeks: older ones were seen to or never will be. */
const reportDays = 30;

/** What those who may record see to; nothing for others, people from outside, and while the store is down. */
async function careOf(
  context: SlackContext,
  client: WebClient,
  user: string,
): Promise<Pick<HomeData, 'stopped' | 'reports'>> {
  const { store, clock } = context;
  if (context.outside) return {};
  const mayRecord = async () => (await context.recorders.refusal(client, user)) === null;
  const asked = async () => {
    const [all, feedback] = await Promise.all([store.subscriptions(), store.feedback()]);
    const since = new Date(clock.now().getTime() - reportDays * 86_400_000).toISOString();
    const stopped = all
      .filter(({ state, owner }) => state === 'stopped' && owner !== user)
      .map((one) => ({ ...one, stopReason: slackErrors[one.stopReason]?.say ?? one.stopReason }));
    const reports = feedback.filter(({ about, at }) => about === 'figure' && at >= since).reverse();
    return { stopped, reports };
  };
  try {
    const found = await within(patience, asked(), null);
    if (found === null || (found.stopped.length === 0 && found.reports.length === 0)) return {};
    return (await mayRecord()) ? found : {};
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return {};
  }
}

/** What the store keeps for the person; App Home works without it. */
async function ownSettings(
  { store, log, bot }: SlackContext,
  user: string,
): Promise<{ department: string; subscriptions: HomeData['subscriptions'] }> {
  try {
    const asked = Promise.all([store.preference(user, departmentKey), store.subscriptions()]);
    const answered = await within(patience, asked, null);
    // A store that hangs is as good as one that is down.
    if (answered === null) throw new StoreUnavailable('the store is slow');
    const [department, all] = answered;
    const own = all.filter(({ owner }) => owner === user);
    const explained = own.map((one) => ({
      ...one,
      filter: filterLabel({ bot }, one.filter),
      stopReason: slackErrors[one.stopReason]?.say ?? one.stopReason,
    }));
    return { department, subscriptions: explained };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ cause: String(error) }, 'store down: App Home without subscriptions');
    return { department: '', subscriptions: null };
  }
}

/** The year is over and nobody has recorded its result. */
function awaitsResult({ state }: KpiEntry, asOf: string): boolean {
  const { fy } = state.inputs;
  if (state.status === '期限超過・実績未登録') return true;
  return state.status === '実績待ち' && fy !== null && isOver(fy, asOf);
}

/** The latest due day first: what people can still know best. */
function byDueDay(a: KpiEntry, b: KpiEntry): number {
  return (b.state.inputs.due ?? '').localeCompare(a.state.inputs.due ?? '');
}
