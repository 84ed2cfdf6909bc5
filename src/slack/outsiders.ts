// People from outside: what they may not do is refused in words before any listener sees it; what they ask gets published data.
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { noticeModal } from '../present/modal-view.ts';
import type { SlackContext } from './context.ts';
import { waiting } from './errors/report.ts';
import { senderOf } from './members.ts';
import { plainQuestion } from './plain-question.ts';
import { send } from './reply.ts';
import { respondTo } from './respond.ts';
import { asModal } from './sdk-types.ts';

/** What a person from outside reads when a click or command would change something. */
export const membersOnly =
  '実績の登録、計画の取り込み、お知らせや担当の設定、チャンネルへの共有は、このワークスペースの方だけが使えます。公表された計画とKPIについての質問には、お答えできます。';

/** Buttons, inputs and views that record, share, subscribe or set something. */
const changing = /^(record|undo|share|subscription|snooze|duty|duties|remind|follow|scope|bring)/;
/** Texts of `/kpi` that do the same; 実績未登録 is a question. */
const changingText =
  /^(実績(?:[をの]?(?:入力|登録|記録)(?:する|したい)?)?|通知|お知らせ|ダイジェスト|担当|設定)(?=\s|$)/u;

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;

/** Sets the context the listeners work with, or answers itself; true when it did. */
export async function keepOutsidersOut(context: SlackContext, args: Args): Promise<boolean> {
  const { body, client } = args;
  if (!(await context.members.isOutsider(client, senderOf(body)))) return false;
  args.context[audience] = context.published();
  const wish = wishOf(body as Body);
  if (wish === null) return false;
  const ack = (args as { ack?: (answer?: unknown) => Promise<void> }).ack;
  const { user } = senderOf(body);
  context.log.info({ user, wish }, 'a person from outside was refused');
  if (wish === 'options') await ack?.({ options: [] });
  else if (wish === 'view')
    await ack?.({ response_action: 'update', view: asModal(noticeModal('Hakaru', [membersOnly])) });
  else await ack?.();
  if (wish !== 'click' || user === null) return true;
  const { responseUrl, channel } = waiting(body);
  const message = { text: membersOnly, blocks: [], plain: () => [] };
  const respond = responseUrl === null ? {} : { respond: respondTo(responseUrl) };
  const place =
    channel === null
      ? ({ way: 'direct', user } as const)
      : ({ way: 'private', channel, user, ...respond } as const);
  await send(client, place, message, context.log);
  return true;
}

const audience = 'hakaruAudience';

/** What the listeners work with for this request: people from outside get published data only. */
export function audienceOf(context: SlackContext, request: object): SlackContext {
  return ((request as Record<string, unknown>)[audience] as SlackContext | undefined) ?? context;
}

interface Body {
  type?: string;
  command?: string;
  text?: string;
  action_id?: string;
  actions?: { action_id?: string }[];
  view?: { callback_id?: string };
}

function wishOf(body: Body): 'click' | 'view' | 'options' | null {
  if (body.command !== undefined)
    return changingText.test(plainQuestion(body.text ?? '')) && body.command.endsWith('kpi') ? 'click' : null;
  switch (body.type) {
    case 'block_actions':
      return body.actions?.some(({ action_id }) => changing.test(action_id ?? '')) ? 'click' : null;
    case 'view_submission':
      return changing.test(body.view?.callback_id ?? '') ? 'view' : null;
    case 'block_suggestion':
      return changing.test(body.action_id ?? '') ? 'options' : null;
    default:
      return null;
  }
}
