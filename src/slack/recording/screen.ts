// Puts the recording modal together from what it remembers and what is entered in it.
import { kpiEntry } from '../../answer/entries.ts';
import { dayInJapan } from '../../ports/clock.ts';
import type { SlackContext } from '../context.ts';
import { askedKey, type Entered, type RecordMeta, typedText } from './form.ts';
import type { RecordScreen } from './modal-data.ts';
import { milestoneWords, newestEntry, previewOf } from './preview.ts';
import { recordableYears, yearToRecord } from './years.ts';

/** What the modal shows for what is entered; its `meta` is what the next click is judged by. */
export function screenOf(
  { bot, clock }: Pick<SlackContext, 'bot' | 'clock'>,
  before: RecordMeta,
  entered: Pick<Entered, 'kpi' | 'fy' | 'value'>,
): RecordScreen {
  const { repository } = bot;
  const asOf = dayInJapan(clock.now());
  const among = (before.among ?? []).flatMap((id) => kpiEntry(repository, id, 1, asOf) ?? []);
  const entry = entered.kpi === undefined ? undefined : kpiEntry(repository, entered.kpi, 1, asOf);
  const { kpi: _, fy: __, asked: ___, ...rest } = before;
  const nothing = { years: [], words: { done: '', partly: '', 'not-done': '' }, preview: null, among };
  if (!entry) return { ...nothing, meta: { ...rest, seen: 0 } };
  const { record, plan } = entry;
  const years = recordableYears(record, plan, asOf);
  const wanted = entered.fy;
  const fy = wanted !== undefined && years.includes(wanted) ? wanted : yearToRecord(record, plan, asOf);
  const words = milestoneWords(repository, record, fy);
  const typed = typedText(record, entered.value, words);
  const preview = previewOf(repository, record, { fy, typed }, asOf);
  const standing = newestEntry(repository, entry.id, fy);
  return {
    meta: {
      ...rest,
      kpi: entry.id,
      fy,
      seen: standing?.seq ?? 0,
      ...(preview?.hint ? { asked: askedKey(entry.id, fy, typed) } : {}),
    },
    entry,
    among,
    years,
    words,
    preview,
    standing,
  };
}
