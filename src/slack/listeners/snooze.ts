// Silencing a KPI in a channel's digest for a week, a month or until its results are due, and ending that.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { viewOf } from '../../digest/snapshot.ts';
import { nextDueDay, worstStatus } from '../../digest/snoozes.ts';
import { addDays } from '../../digest/working-days.ts';
import { type Day, dayInJapan } from '../../ports/clock.ts';
import { actionPattern, decodeValue, type SnoozeValue } from '../../present/actions.ts';
import { actions, button, rich } from '../../present/blocks/block.ts';
import { numbered } from '../../present/digest/message.ts';
import { sentence } from '../../present/digest/subscriptions.ts';
import { longDate, shortDate } from '../../wording/dates.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { openView } from '../modals/open-view.ts';
import { send } from '../reply.ts';
import {
  readSnooze,
  type SnoozeSpan,
  snoozeChannel,
  snoozeModal,
  snoozeView,
} from '../subscriptions/snooze-modal.ts';
import { clickedPlace, clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

/** Last silent day of a span that starts on `day`; null until the results are due. */
function lastSilentDay(span: SnoozeSpan, day: Day): Day | null {
  if (span === 'due') return null;
  return addDays(day, span === 'week' ? 6 : 29);
}

function spans(context: SlackContext, kpi: string, day: Day): { span: SnoozeSpan; label: string }[] {
  const plan = context.bot.repository.plan(context.bot.repository.kpi(kpi)?.plan ?? '');
  const until = (span: SnoozeSpan) => shortDate(lastSilentDay(span, day) ?? day);
  return [
    { span: 'week', label: `1週間（${until('week')}まで）` },
    { span: 'month', label: `1か月（${until('month')}まで）` },
    ...(plan
      ? [{ span: 'due' as const, label: `次の実績の登録期限まで（${longDate(nextDueDay(plan, day))}）` }]
      : []),
  ];
}

export const registerSnooze: RegisterListener = (app, context) => {
  const plain = (text: string) => {
    const message = sentence(text, context.config.commandPrefix);
    return { ...message, plain: () => message.blocks };
  };

  app.action<BlockAction>(actionPattern('snooze'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue('snooze', clickedValue(action));
    if (value === null) return await tellStale(context, { body, respond, client });
    const channel = value.channel || (body.channel?.id ?? '');
    const place = clickedPlace(body, 'below', respond);
    if (value.end) {
      const ended = await context.store.removeSnooze(channel, value.kpi);
      context.log.info({ channel, kpi: value.kpi, by: body.user.id }, 'snooze ended');
      const name = context.bot.repository.kpi(value.kpi)?.name ?? value.kpi;
      const text = ended ? `「${name}」のお知らせを再開しました。` : `「${name}」は止められていません。`;
      return await send(client, place, plain(text), context.log);
    }
    // The post's button carries all KPIs it names; the modal asks which one.
    const kpis = value.kpi.split(' ').flatMap((id) => {
      const kpi = context.bot.repository.kpi(id);
      return kpi ? [{ id, name: kpi.name }] : [];
    });
    const [first] = kpis;
    if (!first) return await send(client, place, plain('このKPIはもうありません。'), context.log);
    const day = dayInJapan(context.clock.now());
    const view = snoozeModal(channel, { kpis, spans: spans(context, first.id, day) });
    await openView(client, body.trigger_id, view);
  });
  registerSnoozeView(app, context);
};

const registerSnoozeView: RegisterListener = (app, context) => {
  app.view<ViewSubmitAction>(snoozeView, async ({ ack, body, view, client }) => {
    await ack();
    const { repository } = context.bot;
    const chosen = readSnooze(view.state.values);
    const channel = snoozeChannel(view.private_metadata);
    const kpi = repository.kpi(chosen?.kpi ?? '');
    if (!chosen || !kpi || channel === null) return;
    const now = context.clock.now();
    const day = dayInJapan(now);
    const state = viewOf(repository, day).snapshot.kpis[kpi.id];
    if (!state) return;
    const until = lastSilentDay(chosen.span, day);
    const by = body.user.id;
    await context.store.saveSnooze({
      channel,
      kpi: kpi.id,
      statusThen: worstStatus(state),
      reason: chosen.reason,
      by,
      until,
      createdAt: now.toISOString(),
    });
    context.log.info({ channel, kpi: kpi.id, until, by }, 'KPI snoozed');
    const text = `「${kpi.name}」のお知らせを${until === null ? '次の実績の登録期限' : shortDate(until)}まで止めました。判定が悪くなったときはお知らせします。`;
    const undo: SnoozeValue = { kpi: kpi.id, channel, end: true };
    const message = numbered(
      text,
      [rich([text]), ...actions(button('snooze', '停止を解除', undo))],
      context.config.commandPrefix,
    );
    const place = { way: 'private', channel, user: by } as const;
    await send(client, place, { ...message, plain: () => message.blocks }, context.log);
  });
};
