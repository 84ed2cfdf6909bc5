// Opens the recording modal, or says why it cannot be: not a recorder, store down.
import type { WebClient } from '@slack/web-api';
import { kpisOf, projectsOf } from '../../answer/entries.ts';
import { normalize } from '../../language/normalize.ts';
import { noticeModal } from '../../present/modal-view.ts';
import type { SlackContext } from '../context.ts';
import { type Layer, openView } from '../modals/open-view.ts';
import type { RecordMeta } from './form.ts';
import { storeDown } from './messages.ts';
import { recordModal } from './modal.ts';
import { screenOf } from './screen.ts';
import { storeAnswers } from './sync.ts';

/** From where and for what the modal is opened. */
export interface OpenRequest {
  user: string;
  triggerId: string;
  /** On top of the modal the button stood in. */
  layer: Layer;
  /** KPIs asked for; one is taken at once, several are offered, none leaves the choice open. */
  kpis: string[];
  fy?: number | undefined;
  note?: string | undefined;
  channel?: string | undefined;
  responseUrl?: string | undefined;
  thread?: string | undefined;
  home?: boolean;
}

/** The trigger lives three seconds: nothing slow is waited for. */
export async function openRecordModal(
  context: SlackContext,
  client: WebClient,
  request: OpenRequest,
): Promise<void> {
  const { user, triggerId, layer, kpis, fy, note } = request;
  const [refusal, answers] = await Promise.all([
    context.recorders.refusal(client, user),
    storeAnswers(context),
  ]);
  if (refusal)
    return await openView(client, triggerId, noticeModal('実績を入力', refusal.lines, refusal.ask), layer);
  if (!answers) return await openView(client, triggerId, noticeModal('実績を入力', [storeDown]), layer);
  const [only] = kpis;
  const choice = kpis.length === 0 ? 'any' : kpis.length === 1 ? 'fixed' : 'among';
  const meta: RecordMeta = {
    opened: context.clock.now().toISOString(),
    choice,
    seen: 0,
    ...(choice === 'among' ? { among: kpis.slice(0, 25) } : {}),
    ...(request.channel ? { channel: request.channel } : {}),
    ...(request.responseUrl ? { responseUrl: request.responseUrl } : {}),
    ...(request.thread ? { thread: request.thread } : {}),
    ...(request.home ? { home: true } : {}),
  };
  const entered = { kpi: choice === 'fixed' ? only : undefined, fy, value: '' };
  await openView(client, triggerId, recordModal({ ...screenOf(context, meta, entered), note }), layer);
}

/** KPIs that words find, best first: the one of just that name, else by their names, else through their projects. */
export async function kpisFor({ bot }: Pick<SlackContext, 'bot'>, words: string): Promise<string[]> {
  if (words.trim() === '') return [];
  const spelled = normalize(words.trim());
  const named = bot.repository.kpis.filter(({ name, aliases }) =>
    [name, ...aliases].some((spelling) => normalize(spelling) === spelled),
  );
  if (named.length > 0) return named.map(({ id }) => id);
  const answer = await bot.ask(`/kpi ${words}`);
  const entries = 'entries' in answer ? answer.entries : 'entry' in answer ? [answer.entry] : [];
  const direct = kpisOf(entries).map(({ id }) => id);
  const through = projectsOf(entries).flatMap(({ kpis }) => kpis.map(({ id }) => id));
  return [...new Set([...direct, ...through])];
}
