// What the recording modal knows between two clicks, and what a person has entered in it.
import * as z from 'zod';
import type { KpiRecord } from '../../data/repository.ts';
import { readCarried } from '../../present/carried.ts';
import { valuesOf, viewLimits } from '../../present/modal-view.ts';

/** Travels in the view's private_metadata, so that a restart or another copy goes on with it. */
const metaSchema = z.object({
  /** When it was opened; with the view's id it makes a submission one of its kind. */
  opened: z.string(),
  /** `fixed`: the KPI was clicked; `among`: a few were found; `any`: type-ahead over all. */
  choice: z.enum(['fixed', 'among', 'any']),
  /** KPIs to choose from with `among`. */
  among: z.array(z.string()).max(100).optional(),
  kpi: z.string().optional(),
  fy: z.int().optional(),
  /** Seq of the newest entry of that KPI and year that the view shows; 0 for none. */
  seen: z.int(),
  /** KPI, year and text whose odd value the view asks about. */
  asked: z.string().optional(),
  /** Where it was opened: a private confirmation goes there. */
  channel: z.string().optional(),
  responseUrl: z.string().optional(),
  /** The thread the button stood in. */
  thread: z.string().optional(),
  /** App Home is drawn anew after saving. */
  home: z.literal(true).optional(),
});
export type RecordMeta = z.infer<typeof metaSchema>;

/** At most 3,000 characters: the choice is shortened first. */
export function encodeMeta(meta: RecordMeta): string {
  let text = JSON.stringify(meta);
  for (
    let cut = meta;
    text.length > viewLimits.metadata && (cut.among?.length ?? 0) > 1;
    text = JSON.stringify(cut)
  )
    cut = { ...cut, among: (cut.among ?? []).slice(0, (cut.among ?? []).length >> 1) };
  return text;
}

/** Null when it is not ours. */
export function decodeMeta(text: string | undefined): RecordMeta | null {
  return readCarried(metaSchema, text);
}

/** Ids of the inputs. Year and value belong to one KPI: chosen anew, Slack must not keep what was typed for the other. */
export const fields = {
  kpi: 'kpi',
  fy: (kpi: string) => `fy ${kpi}`,
  value: (kpi: string) => `value ${kpi}`,
  comment: 'comment',
  link: 'link',
} as const;

/** Choices of a milestone. */
export type Done = 'done' | 'partly' | 'not-done';

/** What stands in the inputs. */
export interface Entered {
  kpi: string | undefined;
  fy: number | undefined;
  /** Text as typed, or the choice of a milestone. */
  value: string;
  comment: string;
  link: string;
}

export function readEntered(state: unknown, meta: RecordMeta): Entered {
  const values = valuesOf(state);
  const kpi = values[fields.kpi] || meta.kpi;
  const fy = Number(kpi === undefined ? '' : values[fields.fy(kpi)]);
  return {
    kpi,
    // Another KPI than the view was drawn for has a year of its own.
    fy: fy > 0 ? fy : kpi === meta.kpi ? meta.fy : undefined,
    value: kpi === undefined ? '' : (values[fields.value(kpi)] ?? ''),
    comment: values[fields.comment] ?? '',
    link: values[fields.link] ?? '',
  };
}

/** The text to record: a milestone's choice in words, else what was typed. */
export function typedText(kpi: KpiRecord, value: string, words: Record<Done, string>): string {
  if (kpi.measure !== 'milestone') return value;
  return value === 'done' || value === 'partly' || value === 'not-done' ? words[value] : '';
}

/** What the odd value was asked for: another KPI, year or text is asked about anew. */
export function askedKey(kpi: string, fy: number, typed: string): string {
  return `${kpi} ${fy} ${typed}`.slice(0, 300);
}
