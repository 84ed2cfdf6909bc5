// Recording, correcting and taking back: one appended entry each, confirmed only once it is durable.
import { createHash } from 'node:crypto';
import type { KpiRecord } from '../../data/repository.ts';
import { type NewEntry, type RecordedEntry, StoreConflict, StoreUnavailable } from '../../ports/store.ts';
import type { ParsedResult } from '../../status/parse-result.ts';
import type { SlackContext } from '../context.ts';
import { newestEntry } from './preview.ts';

/** What a person submits. */
export interface Submitted {
  kpi: KpiRecord;
  fy: number;
  typed: string;
  parsed: Extract<ParsedResult, { ok: true }>;
  comment: string;
  link: string;
  by: string;
  /** What makes this submission one: the view and when it was opened. */
  origin: string;
  /** Seq of the newest entry the person saw; 0 for none. */
  expectedLast: number;
}

export type Saved =
  | { kind: 'saved'; entry: RecordedEntry }
  /** Somebody else was first. */
  | { kind: 'conflict'; latest: RecordedEntry }
  | { kind: 'down' };

/** Appends the result; the same submission delivered again is one entry. */
export async function saveResult(context: SlackContext, submitted: Submitted): Promise<Saved> {
  const { kpi, fy, typed, parsed, comment, link, by } = submitted;
  const entry: NewEntry = {
    id: entryId(submitted),
    kind: kpi.recorded.some((own) => own.fy === fy) ? 'corrected' : 'recorded',
    kpi: kpi.id,
    plan: kpi.plan,
    fy,
    typed,
    value: parsed.value,
    unit: parsed.unit,
    partly: parsed.partly,
    comment,
    link,
    recordedBy: by,
    recordedAt: context.clock.now().toISOString(),
  };
  return await append(context, entry, submitted.expectedLast);
}

/** Derived from the view and what was typed: a repeated delivery is the same, a changed text is another. */
function entryId({ origin, kpi, fy, typed, comment, link, by }: Submitted): string {
  const text = JSON.stringify([origin, kpi.id, fy, typed, comment, link, by]);
  return `record-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}

export type Undone = Saved | { kind: 'gone' } | { kind: 'already' };

/** Takes an entry back as long as it is the newest; a corrected one gives way to what stood before it. */
export async function undoResult(
  context: SlackContext,
  of: { seq: number; kpi: string; fy: number },
  by: string,
): Promise<Undone> {
  try {
    await context.results.take();
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'down' };
    throw error;
  }
  const { repository } = context.bot;
  const log = repository.history(of.kpi).filter((entry) => entry.fy === of.fy);
  const at = log.findIndex((entry) => entry.seq === of.seq);
  const entry = log[at];
  if (!entry || entry.kind === 'withdrawn') return { kind: 'gone' };
  const id = `undo-${entry.id}`;
  if (log.some((other) => other.id === id)) return { kind: 'already' };
  const newest = newestEntry(repository, of.kpi, of.fy);
  if (newest && newest.seq !== entry.seq) return { kind: 'conflict', latest: newest };
  const before = log[at - 1];
  const restored = before && before.kind !== 'withdrawn' ? before : null;
  return await append(
    context,
    {
      ...(restored ?? entry),
      id,
      kind: restored ? 'corrected' : 'withdrawn',
      comment: restored ? '取り消しにより前の値に戻しました' : '',
      recordedBy: by,
      recordedAt: context.clock.now().toISOString(),
    },
    entry.seq,
  );
}

async function append(
  context: SlackContext,
  entry: NewEntry & { seq?: number },
  expectedLast: number,
): Promise<Saved> {
  const { seq: _, ...fresh } = entry;
  let appended: RecordedEntry;
  try {
    appended = await context.store.append(fresh, expectedLast);
  } catch (error) {
    if (error instanceof StoreConflict) {
      await catchUp(context, error.latest);
      return { kind: 'conflict', latest: error.latest };
    }
    if (error instanceof StoreUnavailable) {
      context.log.error({ err: error, kpi: entry.kpi }, 'store down: a result was not recorded');
      return { kind: 'down' };
    }
    throw error;
  }
  const { kind, kpi, fy, typed, recordedBy } = appended;
  context.log.info({ seq: appended.seq, kind, kpi, fy, typed, by: recordedBy }, 'a result was recorded');
  await catchUp(context, appended);
  return { kind: 'saved', entry: appended };
}

/** Shows the entry in this copy's answers at once, together with those of other copies before it. */
async function catchUp(context: SlackContext, entry: RecordedEntry): Promise<void> {
  try {
    await context.results.take();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    const { repository } = context.bot;
    // Laid over alone it would hide earlier entries of other copies from the next reading.
    if (entry.seq === repository.lastSeq() + 1) repository.applyEntries([entry]);
  }
}
