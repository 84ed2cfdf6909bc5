// What can be done with subscriptions, apart from where the wish came from; every change is logged with who made it.
import { randomUUID } from 'node:crypto';
import { viewOf } from '../../digest/snapshot.ts';
import { isWorkingDay, nextWorkingDay, weekday } from '../../digest/working-days.ts';
import { type Day, dayInJapan } from '../../ports/clock.ts';
import type { Subscription } from '../../ports/store.ts';
import type { DigestMessage } from '../../present/digest/digest.ts';
import { filterText, listMessage, savedMessage, sentence } from '../../present/digest/subscriptions.ts';
import type { SlackContext } from '../context.ts';
import { sendDigestNow } from '../digest/begin.ts';
import { filterLabel, followedKpi, followFilter, narrowedBy } from '../digest/filter.ts';
import type { DigestPlan } from '../digest/plan.ts';

/** Today in Japan. */
function today(context: SlackContext): Day {
  return dayInJapan(context.clock.now());
}

/** How many KPIs the words find, and a sentence on it: 「移住」のKPI 15件：… */
export async function preview(
  context: SlackContext,
  filter: string,
): Promise<{ watched: number; near: boolean; text: string }> {
  const { repository } = context.bot;
  const label = filterLabel(context, filter);
  const { kpis: found, near } = await narrowedBy(context, filter, today(context));
  if (found === null)
    return { watched: repository.kpis.length, near, text: filterText('', repository.kpis.length) };
  if (found.size === 0)
    return {
      watched: 0,
      near,
      text: `「${label}」に当てはまるKPIはありません。別の言葉か、計画・所管・市町の名前を入れてください。`,
    };
  const names = [...found].slice(0, 3).flatMap((id) => repository.kpi(id)?.name ?? []);
  const some = `${names.join('、')}${found.size > 3 ? ' ほか' : ''}`;
  return {
    watched: found.size,
    near,
    text: near ? nearText(label, found.size, some) : `${filterText(label, found.size)}：${some}`,
  };
}

/** Said before anything is set up by such words: one of them may be mistyped. */
function nearText(label: string, count: number, names: string): string {
  return `「${label}」をすべて満たすKPIはないため、言葉に近い${count}件が対象です：${names}。言葉をお確かめください。`;
}

/** The first day from now on at which the subscription posts. */
function nextDay(context: SlackContext, { time, weekdays }: Pick<Subscription, 'time' | 'weekdays'>): Day {
  const now = context.clock.now();
  const day = dayInJapan(now);
  const clock = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
  return clock <= time && isWorkingDay(day) && weekdays.includes(weekday(day))
    ? day
    : nextWorkingDay(day, weekdays);
}

/** A new subscription with the given settings. */
export function newSubscription(
  context: SlackContext,
  settings: Pick<Subscription, 'channel' | 'owner' | 'filter' | 'time' | 'weekdays'>,
): Subscription {
  return {
    id: randomUUID(),
    ...settings,
    state: 'active',
    stopReason: '',
    refusals: 0,
    createdAt: context.clock.now().toISOString(),
  };
}

/** Saves a subscription, in the place of the one it replaces if any, and tells what is set up now. */
export async function save(
  context: SlackContext,
  subscription: Subscription,
  { by, replaces }: { by: string; replaces: string | null },
): Promise<DigestMessage> {
  const changed = replaces !== null;
  if (replaces !== null) await context.store.replaceSubscription(replaces, subscription);
  else await context.store.saveSubscription(subscription);
  const { id, channel, filter, time, weekdays } = subscription;
  context.log.info(
    { id, channel, filter, time, weekdays, by },
    changed ? 'subscription changed' : 'subscription made',
  );
  const { watched, near, text } = await preview(context, filter);
  const facts = {
    watched,
    next: nextDay(context, subscription),
    changed,
    ...(near ? { warning: text } : {}),
  };
  const shown = { ...subscription, filter: filterLabel(context, filter) };
  return savedMessage(shown, facts, context.config.commandPrefix);
}

/** The subscriptions and snoozes of a channel. */
export async function list(context: SlackContext, channel: string): Promise<DigestMessage> {
  const { store, bot, config } = context;
  const rows = [];
  for (const subscription of await store.subscriptions(channel)) {
    const { watched } = await preview(context, subscription.filter);
    const filter = filterLabel(context, subscription.filter);
    rows.push({ subscription: { ...subscription, filter }, watched, next: nextDay(context, subscription) });
  }
  const snoozed = (await store.snoozes(channel)).flatMap((snooze) => {
    const kpi = bot.repository.kpi(snooze.kpi);
    return kpi && (snooze.until === null || snooze.until >= today(context)) ? [{ snooze, kpi }] : [];
  });
  return listMessage(rows, snoozed, config.commandPrefix);
}

/** Pauses, resumes, ends or sends a subscription now; `stop` removes it. */
export async function change(
  context: SlackContext,
  subscription: Subscription,
  wish: 'pause' | 'resume' | 'stop' | 'send-now',
  by: string,
): Promise<DigestMessage> {
  const { store, log, config } = context;
  const what = `「${subscription.filter === '' ? 'すべてのKPI' : filterLabel(context, subscription.filter)}」のお知らせ`;
  const say = (text: string) => sentence(text, config.commandPrefix);
  log.info({ id: subscription.id, channel: subscription.channel, by }, `subscription ${wish}`);
  switch (wish) {
    case 'pause':
      await store.editSubscription(subscription.id, (current) => ({ ...current, state: 'paused' }));
      return say(`${what}を一時停止しました。「/kpi 通知 一覧」から再開できます。`);
    case 'resume':
      return await save(
        context,
        { ...subscription, state: 'active', stopReason: '', refusals: 0 },
        { by, replaces: subscription.id },
      );
    case 'stop': {
      await store.removeSubscription(subscription.id);
      const again = followedKpi(subscription.filter) === null ? '' : ' 追う';
      const words = filterLabel(context, subscription.filter);
      return say(
        `${what}をやめました。もう一度始めるには「/kpi 通知${again}${words === '' ? '' : ` ${words}`}」と入力してください。`,
      );
    }
    case 'send-now':
      return say(
        sentText(
          what,
          await sendDigestNow(context, subscription),
          nextDay(context, subscription),
          today(context),
        ),
      );
    default:
      return wish satisfies never;
  }
}

/** `next`: the day of the set time that is still to come. */
function sentText(
  what: string,
  sent: Awaited<ReturnType<typeof sendDigestNow>>,
  next: Day,
  now: Day,
): string {
  switch (sent) {
    case 'sent':
      return `${what}を送りました。${next === now ? '今日の定時には送りません。' : ''}`;
    case 'already':
      return `${what}は、今日の分を送信済みです。`;
    case 'later':
      return `Slackが混み合っているため、${what}は少しあとに送ります。`;
    case 'failed':
      return `${what}を送れませんでした。理由と直し方をダイレクトメッセージでお送りしました。`;
    default:
      return sent satisfies never;
  }
}

/** Follows one KPI in a person's direct messages: from now on its changes come, without a first summary. */
export async function follow(context: SlackContext, kpi: string, user: string): Promise<DigestMessage> {
  const { store, bot, config, clock, log } = context;
  const say = (text: string) => sentence(text, config.commandPrefix);
  const filter = followFilter(kpi);
  const name = bot.repository.kpi(kpi)?.name ?? kpi;
  if ((await store.subscriptions(user)).some((one) => one.filter === filter))
    return say(`「${name}」はすでに追っています。やめるには、ホームの「朝のお知らせ」を使ってください。`);
  const settings = { channel: user, owner: user, filter, time: '09:00', weekdays: [1, 2, 3, 4, 5] };
  const made = newSubscription(context, settings);
  const day = today(context);
  await context.results.take();
  const known = viewOf(bot.repository, day).snapshot;
  const plan: DigestPlan = { messages: null, known, postedOn: day, threadSent: 0, ended: [] };
  await store.claimDigest({
    subscription: made.id,
    day,
    state: 'quiet',
    claimedBy: context.copy,
    claimedAt: clock.now().toISOString(),
    payload: JSON.stringify(plan),
    ts: null,
    error: '',
  });
  await store.saveSubscription(made);
  log.info({ id: made.id, kpi, by: user }, 'a KPI is followed');
  return say(
    `「${name}」の判定が変わるか実績が登録されると、翌開庁日の朝にダイレクトメッセージでお知らせします。`,
  );
}
