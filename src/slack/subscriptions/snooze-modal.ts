// The modal that silences a KPI in a channel: which one, how long, why.
import * as z from 'zod';
import { readCarried, stateValues } from '../../present/carried.ts';
import { input, modal, option, select, type View } from '../../present/modal-view.ts';

export const snoozeView = 'snooze';

/** How long a KPI stays silent. */
export type SnoozeSpan = 'week' | 'month' | 'due';

export interface SnoozeChoice {
  /** Ids and names of the KPIs to choose from. */
  kpis: { id: string; name: string }[];
  /** The spans as they are offered: 1週間（11/30まで）. */
  spans: { span: SnoozeSpan; label: string }[];
}

/** The first KPI and the first span are chosen at the start. */
export function snoozeModal(channel: string, choice: SnoozeChoice): View {
  const kpis = choice.kpis.map(({ id, name }) => option(name, id));
  const spans = choice.spans.map(({ label, span }) => option(label, span));
  return modal({
    callbackId: snoozeView,
    metadata: JSON.stringify({ channel } satisfies z.infer<typeof metaSchema>),
    title: 'お知らせを止める',
    submit: '止める',
    close: 'やめる',
    blocks: [
      input({ id: 'kpi', label: 'KPI', element: select('kpi', kpis, choice.kpis[0]?.id) }),
      input({
        id: 'span',
        label: '期間',
        element: {
          type: 'radio_buttons',
          action_id: 'span',
          options: spans,
          ...(spans[0] ? { initial_option: spans[0] } : {}),
        },
      }),
      input({
        id: 'reason',
        optional: true,
        label: '理由',
        hint: '判定が悪くなったときは、期間の途中でもお知らせします。',
        element: { type: 'plain_text_input', action_id: 'reason', max_length: 100 },
      }),
    ],
  });
}

const metaSchema = z.object({ channel: z.string() });

/** The channel the KPI is silenced in; null for a view that is not ours. */
export function snoozeChannel(metadata: string): string | null {
  return readCarried(metaSchema, metadata)?.channel ?? null;
}

/** What was chosen; null for a view that is not ours. */
export function readSnooze(entered: unknown): { kpi: string; span: SnoozeSpan; reason: string } | null {
  const values = stateValues(entered);
  const option = (id: string) =>
    (values[id]?.[id]?.selected_option as { value?: string } | null | undefined)?.value;
  const kpi = option('kpi');
  const span = option('span');
  if (!kpi || (span !== 'week' && span !== 'month' && span !== 'due')) return null;
  const reason = String(values.reason?.reason?.value ?? '').replace(/[\p{Cc}\s]+/gu, ' ');
  return { kpi, span, reason: reason.trim().slice(0, 100) };
}
