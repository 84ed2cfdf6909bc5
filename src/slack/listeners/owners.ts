// `/kpi 担当 …`: who answers for what; the modals behind it, and the buttons of a reminder.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { dayInJapan } from '../../ports/clock.ts';
import type { Duty } from '../../ports/store.ts';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { actions, button, rich } from '../../present/blocks/block.ts';
import { type DigestMessage, numbered } from '../../present/digest/message.ts';
import { sentence } from '../../present/digest/subscriptions.ts';
import { dateText } from '../../wording/dates.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { openView, updateIfOpen } from '../modals/open-view.ts';
import {
  dutiesModal,
  dutiesView,
  handOverModal,
  handOverView,
  readChosen,
  readSubjects,
  subjectAction,
  subjectLabel,
  subjectsFor,
} from '../owners/modal.ts';
import { remindAgain, switchReminders } from '../owners/settings.ts';
import { plainQuestion } from '../plain-question.ts';
import { kpisFor } from '../recording/open.ts';
import { send } from '../reply.ts';
import { clickedPlace, clickedValue } from './clicked.ts';
import type { CommandHook } from './command-hook.ts';
import { tellStale } from './stale-button.ts';

/** `担当 移住` → 移住, `担当` → ''; null for everything else. */
function dutyRequested(text: string): string | null {
  const asked = /^担当(?:者)?(?:\s+(.*))?$/su.exec(text.normalize('NFKC').trim());
  return asked ? (asked[1] ?? '').trim() : null;
}

/** Takes `/kpi 担当 …` over. */
export const dutyHook: CommandHook = async ({ command, client, respond }, context) => {
  const words = dutyRequested(plainQuestion(command.text));
  if (words === null) return false;
  const { user_id: user, channel_id: channel, trigger_id: trigger } = command;
  if (words === '引き継ぎ' || words === '引継ぎ' || words === '引き継ぐ') {
    await openView(client, trigger, handOverModal(user));
    return true;
  }
  if (words !== '') {
    await openDuties(context, words, (view) => openView(client, trigger, view));
    return true;
  }
  const message = ownDuties(context, await context.store.duties(), user);
  await send(client, { way: 'private', respond, channel, user }, asMessage(message), context.log);
  return true;
};

async function openDuties(
  context: SlackContext,
  words: string,
  open: (view: ReturnType<typeof dutiesModal>) => Promise<void>,
): Promise<void> {
  const subjects = subjectsFor(context, await kpisFor(context, words), words);
  await open(dutiesModal(context, subjects, subjects[0] ?? '', await context.store.duties()));
}

const asMessage = (message: DigestMessage) => ({ ...message, plain: () => message.blocks });
const roleNames: Record<Duty['role'], string> = { owner: '担当', deputy: '副担当', chief: '月の集計' };

function ownDuties(context: SlackContext, duties: readonly Duty[], user: string): DigestMessage {
  const own = duties.filter(({ person }) => person === user);
  const lines = own
    .slice(0, 20)
    .map((duty) => `・${subjectLabel(context, duty.subject)}　${roleNames[duty.role]}`);
  const title =
    own.length === 0
      ? '担当しているKPI・課はありません。「/kpi 担当 移住」「/kpi 担当 総務課」で決められます。'
      : `担当しているKPI・課 ${own.length}件`;
  const rest = own.length > 20 ? [`ほか${own.length - 20}件`] : [];
  return numbered(
    [title, ...lines, ...rest].join('\n'),
    [
      rich([{ bold: title }], ...[...lines, ...rest].map((line) => [line])),
      ...actions(
        button('duty', '担当を決める', { do: 'set' }),
        button('duty', '引き継ぐ', { do: 'hand-over' }),
      ),
    ],
    context.config.commandPrefix,
  );
}

export const registerOwners: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('duty'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue('duty', clickedValue(action));
    if (value?.do === 'hand-over')
      return await openView(client, body.trigger_id, handOverModal(body.user.id));
    if (value?.do !== 'set') return await tellStale(context, { body, respond, client });
    await openDuties(context, '', (view) => openView(client, body.trigger_id, view));
  });

  app.action<BlockAction>(subjectAction, async ({ ack, body, action, client }) => {
    await ack();
    const subjects = readSubjects(body.view?.private_metadata);
    const chosen = clickedValue(action) ?? '';
    if (!body.view || !subjects.includes(chosen)) return;
    const view = dutiesModal(context, subjects, chosen, await context.store.duties());
    await updateIfOpen(client, body.view.id, view);
  });

  registerDutyViews(app, context);
  registerReminderButtons(app, context);
};

const registerDutyViews: RegisterListener = (app, context) => {
  app.view<ViewSubmitAction>(dutiesView, async ({ ack, body, view, client }) => {
    await ack();
    const subjects = readSubjects(view.private_metadata);
    const chosen = readChosen(view.state);
    const subject = chosen.option('subject');
    const at = subjects.indexOf(subject);
    if (at < 0) return;
    const stamp = { by: body.user.id, at: context.clock.now().toISOString() };
    const roles = (['owner', 'deputy', 'chief'] as const).filter(
      (role) => role !== 'chief' || subject.startsWith('department:'),
    );
    const duties = roles.flatMap((role) =>
      chosen.people(`${role} ${at}`).map((person) => ({ person, role, ...stamp })),
    );
    await context.store.saveDuties(subject, duties, roles);
    context.log.info({ subject, people: duties.length, by: body.user.id }, 'duties set');
    const text = `「${subjectLabel(context, subject)}」の担当を保存しました（${duties.length}名）。`;
    await send(client, { way: 'direct', user: body.user.id }, asMessage(sentence(text)), context.log);
  });

  app.view<ViewSubmitAction>(handOverView, async ({ ack, body, view, client }) => {
    const chosen = readChosen(view.state);
    const [from = ''] = chosen.people('from');
    const [to = ''] = chosen.people('to');
    if (from === '' || to === '' || from === to)
      return await ack({ response_action: 'errors', errors: { to: '別の方を選んでください。' } });
    await ack();
    const by = body.user.id;
    const count = await context.store.handOverDuties(from, to, by, context.clock.now());
    context.log.info({ from, to, count, by }, 'duties handed over');
    const text = `${count}件の担当を引き継ぎました。`;
    await send(client, { way: 'direct', user: by }, asMessage(sentence(text)), context.log);
    if (to !== by && count > 0) {
      const told = `${count}件の担当を引き継がれました。「/kpi 担当」で確認できます。`;
      const message = sentence(told, context.config.commandPrefix);
      await send(client, { way: 'direct', user: to }, asMessage(message), context.log);
    }
  });
};

const registerReminderButtons: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('remind'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue('remind', clickedValue(action));
    const user = body.user.id;
    const place = clickedPlace(body, 'below', respond);
    const say = (message: DigestMessage) => send(client, place, asMessage(message), context.log);
    const prefix = context.config.commandPrefix;
    switch (value?.do) {
      case 'again': {
        const days = Math.min(60, Math.max(1, Math.trunc(Number(value.days)) || 7));
        const today = dayInJapan(context.clock.now());
        const day = await remindAgain(context, user, { today, days });
        return await say(sentence(`${dateText(day)}に、もう一度お知らせします。`, prefix));
      }
      case 'stop': {
        await switchReminders(context, user, 'off');
        const text = '実績の登録のお願いと月の集計を止めました。';
        const blocks = [rich([text]), ...actions(button('remind', '再開', { do: 'start' }))];
        return await say(numbered(text, blocks, prefix));
      }
      case 'start':
        await switchReminders(context, user, 'on');
        return await say(sentence('実績の登録のお願いと月の集計を再開しました。', prefix));
      default:
        return await tellStale(context, { body, respond, client });
    }
  });
};
