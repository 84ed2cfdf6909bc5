// The modal that silences a KPI in a channel: which one, how long, why.
import type { View } from '@slack/types';
import * as z from 'zod';
import { clip } from '../../present/block-limits.ts';
import { readCarried, stateValues } from '../../present/carried.ts';

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
  const label = (text: string) => ({ type: 'plain_text' as const, text });
  const kpis = choice.kpis.slice(0, 100).map(({ id, name }) => ({ text: label(clip(name, 75)), value: id }));
  const spans = choice.spans.map((one) => ({ text: label(one.label), value: one.span }));
  return {
    type: 'modal',
    callback_id: snoozeView,
    private_metadata: JSON.stringify({ channel } satisfies z.infer<typeof metaSchema>),
    title: label('お知らせを止める'),
    submit: label('止める'),
    close: label('やめる'),
    blocks: [
      {
        type: 'input',
        block_id: 'kpi',
        label: label('KPI'),
        element: {
          type: 'static_select',
          action_id: 'kpi',
          options: kpis,
          ...(kpis[0] ? { initial_option: kpis[0] } : {}),
        },
      },
      {
        type: 'input',
        block_id: 'span',
        label: label('期間'),
        element: {
          type: 'radio_buttons',
          action_id: 'span',
          options: spans,
          ...(spans[0] ? { initial_option: spans[0] } : {}),
        },
      },
      {
        type: 'input',
        block_id: 'reason',
        optional: true,
        label: label('理由'),
        hint: label('判定が悪くなったときは、期間の途中でもお知らせします。'),
        element: { type: 'plain_text_input', action_id: 'reason', max_length: 100 },
      },
    ],
  };
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
