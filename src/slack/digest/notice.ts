// What the owner of a subscription reads when a digest did not come, each with its cure.
import type { WebClient } from '@slack/web-api';
import type { DigestPost, Subscription } from '../../ports/store.ts';
import { withPrefix } from '../../present/blocks/command-prefix.ts';
import { escaped } from '../../present/escape.ts';
import { shortDate } from '../../wording/dates.ts';
import type { SlackContext } from '../context.ts';
import { slackErrors } from '../errors/explain.ts';
import { reminderOf } from '../owners/reminder-of.ts';
import { postOnce } from './outcome.ts';

/** Refusals in a row after which a subscription stops by itself. */
export const refusalsToStop = 3;

/** The same for a reminder or a month's summary, whose reader is the person themselves. */
function reminderNotice(day: string, error: string): string {
  const what = `${shortDate(day)}の実績の登録のお願い・月の集計`;
  if (error.startsWith('unknown'))
    return `${what}を送りましたが、Slackからの返事を受け取れませんでした。二重に送らないため、送り直しません。届いていないときは「/kpi 担当」と「/kpi 実績未登録」でご確認ください。`;
  return `${what}を送れませんでした。次の開庁日にもう一度送ります。`;
}

/** The sentence for an owner; `error` is Slack's error name, `unknown …` or `missed`. */
function noticeText(subscription: Subscription, day: string, error: string): string {
  if (reminderOf(subscription.id) !== null) return reminderNotice(day, error);
  const what = `${shortDate(day)}のお知らせ（<#${subscription.channel}>${
    subscription.filter === '' ? '' : `「${escaped(subscription.filter)}」`
  }）`;
  if (error === 'missed')
    return `${what}は、その日のうちに送れませんでした。変化は次のお知らせにまとめます。`;
  if (error.startsWith('unknown'))
    return `${what}を送りましたが、Slackからの返事を受け取れませんでした。二重に送らないため、送り直していません。チャンネルに届いているかをご確認ください。届いていないときは「/kpi 通知 一覧」の「今すぐ送る」で送れます。`;
  const cure = slackErrors[error]?.say ?? `Slackに断られました（${error}）。管理者にご相談ください。`;
  const stopped =
    subscription.state === 'stopped'
      ? `\n${refusalsToStop}回続けて送れなかったため、このお知らせを停止しました。直したあとに「/kpi 通知 一覧」の「再開」で始められます。`
      : // With 「別のチャンネルを選んでください。」 the promise of another try would be a contradiction.
        error === 'is_archived'
        ? ''
        : '\n次の回にもう一度送ります。';
  return `${what}を送れませんでした。${cure}${stopped}`;
}

/** Tells the owner by direct message; a failure only costs a line in the log. */
export async function tellOwner(
  context: SlackContext,
  client: WebClient,
  subscription: Subscription,
  post: Pick<DigestPost, 'day' | 'error'>,
): Promise<void> {
  const text = withPrefix(noticeText(subscription, post.day, post.error), context.config.commandPrefix);
  const outcome = await postOnce(client, { text, blocks: [] }, { channel: subscription.owner });
  if (outcome.kind !== 'posted')
    context.log.error(
      { subscription: subscription.id, owner: subscription.owner, slack: outcome.error },
      'the owner of a digest could not be told',
    );
}
