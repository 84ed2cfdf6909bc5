// A submitted recording modal: checked field by field, saved, and what is to be shown next.

import type { Status } from '../../status/verdict.ts';
import type { SlackContext } from '../context.ts';
import { askedKey, decodeMeta, fields, type RecordMeta, readEntered, typedText } from './form.ts';
import type { RecordScreen } from './modal-data.ts';
import type { Submitted } from './save.ts';
import { screenOf } from './screen.ts';

/** The parts of a view_submission that matter here. */
export interface SubmittedView {
  id: string;
  private_metadata: string;
  state: unknown;
}

export type Checked =
  /** Shown at the fields. */
  | { kind: 'errors'; errors: Record<string, string> }
  /** The modal shows something the person has not seen yet. */
  | { kind: 'ask'; screen: RecordScreen }
  | { kind: 'ready'; meta: RecordMeta; submitted: Submitted; screen: RecordScreen; before: Status }
  | { kind: 'foreign' };

/** Checks what was entered; nothing is stored yet. */
export function check(context: SlackContext, view: SubmittedView, user: string): Checked {
  const meta = decodeMeta(view.private_metadata);
  if (!meta) return { kind: 'foreign' };
  const entered = readEntered(view.state, meta);
  const screen = screenOf(context, meta, entered);
  const { entry, meta: shown } = screen;
  if (!entry || shown.fy === undefined)
    return { kind: 'errors', errors: { [fields.kpi]: 'KPIを候補から選んでください。' } };
  // The inputs of a KPI just chosen are not there yet.
  if (entry.id !== meta.kpi) return { kind: 'ask', screen };
  const { record } = entry;
  const typed = typedText(record, entered.value, screen.words).trim();
  const errors: Record<string, string> = {};
  const parsed = screen.preview?.parsed;
  if (!parsed) errors[fields.value(record.id)] = '実績を入力してください。';
  else if (!parsed.ok) errors[fields.value(record.id)] = parsed.reason;
  if (entered.link !== '' && !isLink(entered.link))
    errors[fields.link] = 'https:// で始まるリンクを入力してください。';
  if (!parsed?.ok || Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const asked = meta.asked === askedKey(record.id, shown.fy, typed);
  if (screen.preview?.hint && !asked) return { kind: 'ask', screen: { ...screen, confirm: true } };
  // What this view showed: for another year than it was drawn for, nothing was seen.
  const seen = meta.fy === shown.fy ? meta.seen : 0;
  const submitted: Submitted = {
    kpi: record,
    fy: shown.fy,
    typed,
    parsed,
    comment: entered.comment,
    link: entered.link,
    by: user,
    origin: `${view.id} ${meta.opened}`,
    expectedLast: seen,
  };
  return { kind: 'ready', meta, submitted, screen, before: entry.state.status };
}

/** A link is shown to others: nothing in it may become a mention. */
function isLink(text: string): boolean {
  return /^https?:\/\/[^\s<>|"]+$/.test(text) && URL.canParse(text);
}
