// What follows a save: the private confirmation, and what a modal shows that had to wait for the store.
import type { WebClient } from '@slack/web-api';
import { kpiEntry } from '../../answer/entries.ts';
import { dayInJapan } from '../../ports/clock.ts';
import type { RecordedEntry } from '../../ports/store.ts';
import { noticeModal, type View } from '../../present/modal-view.ts';
import type { SlackContext } from '../context.ts';
import { refreshHome } from '../home.ts';
import { updateIfOpen } from '../modals/open-view.ts';
import { readEntered } from './form.ts';
import { plainMessage, recordedMessage, storeDown } from './messages.ts';
import { recordModal } from './modal.ts';
import type { Saved } from './save.ts';
import { screenOf } from './screen.ts';
import type { check, SubmittedView } from './submit.ts';
import { tellPrivately } from './tell.ts';

type Ready = Extract<ReturnType<typeof check>, { kind: 'ready' }>;

/** Who submitted, and how they hear of the outcome. */
interface Person {
  client: WebClient;
  user: string;
}

/** The confirmation with 「取り消す」; App Home is drawn anew when it was opened there. */
export async function tellSaved(
  context: SlackContext,
  { client, user }: Person,
  { meta, before }: Ready,
  entry: RecordedEntry,
): Promise<void> {
  const kpi = kpiEntry(context.bot.repository, entry.kpi, 1, dayInJapan(context.clock.now()));
  if (!kpi) return;
  // It is recorded: whatever goes wrong from here on, no message may ask to try again.
  try {
    await tellPrivately(client, { user, ...meta }, recordedMessage(entry, kpi, before), context.log);
    if (meta.home) await refreshHome(client, context, user);
  } catch (error) {
    context.log.error({ err: error, seq: entry.seq, user }, 'recorded, but the person could not be told');
  }
}

/** The store took long: the modal waits with a sentence of its own and is changed now. */
export async function afterSaving(
  context: SlackContext,
  { client, user, view }: Person & { view: SubmittedView },
  ready: Ready,
  saved: Saved,
): Promise<void> {
  const { meta } = ready;
  const entered = readEntered(view.state, meta);
  const screen = { ...screenOf(context, meta, entered), restore: entered };
  const show = async (changed: View, otherwise: string) => {
    if (await updateIfOpen(client, view.id, changed)) return;
    await tellPrivately(client, { user, ...meta }, plainMessage(otherwise), context.log);
  };
  switch (saved.kind) {
    case 'saved':
      await updateIfOpen(client, view.id, noticeModal('実績を入力', ['登録しました。']));
      return await tellSaved(context, { client, user }, ready, saved.entry);
    case 'conflict':
      return await show(
        recordModal({ ...screen, conflict: true }),
        'ほかの方が先に実績を登録したため、登録していません。もう一度「実績を入力」を押してください。',
      );
    case 'down':
      return await show(recordModal({ ...screen, note: storeDown }), storeDown);
    default:
      return saved satisfies never;
  }
}
