// 「実績を入力」: opens the modal from buttons and `/kpi 実績 …`, checks it while people type, and takes the submission.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { noticeModal, type View } from '../../present/modal-view.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { createLiveViews } from '../modals/live-view.ts';
import { plainQuestion } from '../plain-question.ts';
import { decodeMeta, fields, readEntered } from '../recording/form.ts';
import { storeDown } from '../recording/messages.ts';
import { recordActions, recordCallback, recordModal, savingModal } from '../recording/modal.ts';
import { kpisFor, openRecordModal } from '../recording/open.ts';
import { afterSaving, tellSaved } from '../recording/outcome.ts';
import { saveResult } from '../recording/save.ts';
import { screenOf } from '../recording/screen.ts';
import { check } from '../recording/submit.ts';
import { kpiSuggestions } from '../recording/suggestions.ts';
import { asModal, asOptions } from '../sdk-types.ts';
import { within } from '../within.ts';
import { clickedValue, typedAt } from './clicked.ts';
import type { CommandHook } from './command-hook.ts';

/** `実績 移住` → 移住, `実績` → ''; null for questions such as 実績未登録. */
export function recordRequested(text: string): string | null {
  const asked = /^実績(?:[をの]?(?:入力|登録|記録)(?:する|したい)?)?(?:\s+(.*))?$/su.exec(text.trim());
  return asked ? (asked[1] ?? '').trim() : null;
}

/** Takes `/kpi 実績 …` over. */
export const recordHook: CommandHook = async ({ command, client }, context) => {
  const words = recordRequested(plainQuestion(command.text));
  if (words === null) return false;
  const kpis = await kpisFor(context, words);
  const note =
    words !== '' && kpis.length === 0
      ? `「${words.slice(0, 60)}」に合うKPIは見つかりませんでした。名前を入力して選んでください。`
      : undefined;
  await openRecordModal(context, client, {
    user: command.user_id,
    triggerId: command.trigger_id,
    layer: 'alone',
    kpis,
    note,
    channel: command.channel_id,
    responseUrl: command.response_url,
  });
  return true;
};
/** Slack waits three seconds for the answer to a submission. */
const patience = 2000;

export const registerRecord: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('record'), async ({ ack, body, action, client }) => {
    await ack();
    const value = decodeValue('record', clickedValue(action)) ?? {};
    await openRecordModal(context, client, {
      user: body.user.id,
      triggerId: body.trigger_id,
      layer: body.view?.type === 'modal' ? 'on-top' : 'alone',
      kpis: value.kpi && context.bot.repository.kpi(value.kpi) ? [value.kpi] : [],
      fy: value.fy,
      channel: body.channel?.id,
      responseUrl: body.response_url,
      thread: body.message?.thread_ts ?? (body.container.thread_ts as string | undefined),
      home: body.view?.type === 'home',
    });
  });

  app.options({ action_id: recordActions.kpi }, async ({ ack, payload }) => {
    await ack(asOptions(kpiSuggestions(context, payload.value)));
  });

  const live = createLiveViews();
  app.action<BlockAction>(/^record-live-/, async ({ ack, body, action, client }) => {
    await ack();
    const { view } = body;
    const meta = decodeMeta(view?.private_metadata);
    if (!view || !meta) return;
    const screen = recordModal(screenOf(context, meta, readEntered(view.state, meta)));
    await live.show(client, { view, at: typedAt(action) }, screen);
  });
  registerRecordView(app, context);
};

const registerRecordView: RegisterListener = (app, context) => {
  app.view<ViewSubmitAction>(recordCallback, async ({ ack, body, view, client }) => {
    const show = (shown: View) => ack({ response_action: 'update', view: asModal(shown) });
    const user = body.user.id;
    const refusal = await context.recorders.refusal(client, user);
    if (refusal) return await show(noticeModal('実績を入力', refusal.lines, refusal.ask));
    const checked = check(context, view, user);
    switch (checked.kind) {
      case 'foreign':
        return await ack();
      case 'errors':
        return await ack({ response_action: 'errors', errors: checked.errors });
      case 'ask':
        return await show(recordModal(checked.screen));
      case 'ready':
        return await submit(context, checked, { ack, show, client, user, view });
      default:
        return checked satisfies never;
    }
  });
};

type Ready = Extract<ReturnType<typeof check>, { kind: 'ready' }>;
interface Submission {
  ack: (
    answer: { response_action: 'clear' } | { response_action: 'errors'; errors: Record<string, string> },
  ) => Promise<void>;
  show: (view: View) => Promise<void>;
  client: WebClient;
  user: string;
  view: { id: string; private_metadata: string; state: unknown };
}

/** Confirms only what the store has confirmed; a slow store gets a modal that says so. */
async function submit(
  context: SlackContext,
  ready: Ready,
  { ack, show, client, user, view }: Submission,
): Promise<void> {
  const { submitted, meta } = ready;
  const saving = saveResult(context, submitted);
  const quick = await within(patience, saving, null);
  if (quick === null) {
    await show(savingModal(meta));
    return await afterSaving(context, { client, user, view }, ready, await saving);
  }
  switch (quick.kind) {
    case 'saved':
      await ack({ response_action: 'clear' });
      return await tellSaved(context, { client, user }, ready, quick.entry);
    case 'conflict':
      return await show(
        recordModal({ ...screenOf(context, meta, readEntered(view.state, meta)), conflict: true }),
      );
    case 'down':
      return await ack({
        response_action: 'errors',
        errors: { [fields.value(submitted.kpi.id)]: storeDown },
      });
    default:
      return quick satisfies never;
  }
}
