// What can be known of every KPI on a day, small enough to be stored with each digest and compared later.
import * as z from 'zod';
import type { KpiEntry } from '../answer/answer.ts';
import { kpiEntry } from '../answer/entries.ts';
import type { KpiRecord, Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import { judgementOf } from '../status/standing.ts';
import { statuses, type Verdict } from '../status/verdict.ts';

/** The state of one KPI as a channel may know it. */
const kpiStateSchema = z.object({
  status: z.enum(statuses),
  /** Status of the last year that could be judged (達成 … 遅れ), and that year. */
  judged: z.enum(statuses).nullable(),
  judgedFy: z.int().nullable(),
  /** The published word disagrees with `judged`. */
  mismatch: z.boolean(),
  /** Whether a result is awaited or overdue, and of which year. */
  due: z.enum(['none', 'waiting', 'overdue']),
  dueFy: z.int().nullable(),
  /** Seq of the newest entry staff recorded; 0 when none. */
  seq: z.int(),
  /** Changes when the printed figures change. */
  print: z.string(),
});
export type KpiState = z.infer<typeof kpiStateSchema>;

/** The state of every KPI on `day`. */
export const snapshotSchema = z.object({
  day: z.string(),
  kpis: z.record(z.string(), kpiStateSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Every KPI judged on a day, and the snapshot of it. */
export interface DayView {
  day: Day;
  repository: Repository;
  entries: ReadonlyMap<string, KpiEntry>;
  snapshot: Snapshot;
}

/** Judges every KPI as of `day`. One view serves all digests of the day. */
export function viewOf(repository: Repository, day: Day): DayView {
  const entries = new Map(
    repository.kpis.flatMap(({ id }) => {
      const entry = kpiEntry(repository, id, 1, day);
      return entry ? [[id, entry] as const] : [];
    }),
  );
  const kpis: Snapshot['kpis'] = {};
  for (const [id, entry] of entries)
    kpis[id] = snapshotOf(entry, repository.history(id).at(-1)?.seq ?? 0, day);
  return { day, repository, entries, snapshot: { day, kpis } };
}

function snapshotOf(entry: KpiEntry, seq: number, day: Day): KpiState {
  const { state, record } = entry;
  const judged = judgementOf(state);
  const due = dueState(state, day);
  return {
    status: state.status,
    judged: judged?.verdict.status ?? null,
    judgedFy: judged?.fy ?? null,
    mismatch: judged?.verdict.flags.includes('公表評価と不一致') ?? false,
    due,
    dueFy: due === 'none' ? null : state.inputs.fy,
    seq,
    print: printOf(record),
  };
}

/** In April and May nothing becomes overdue for a digest: due days at the turn of the year count from June on. */
function dueState(state: Verdict, day: Day): KpiState['due'] {
  if (state.status === '実績待ち') return 'waiting';
  if (state.status !== '期限超過・実績未登録') return 'none';
  const due = state.inputs.due ?? '';
  const heldBack = due.slice(0, 4) === day.slice(0, 4) && due.slice(5) >= '03-31' && due.slice(5) < '05-31';
  return heldBack && day.slice(5) < '06-01' ? 'waiting' : 'overdue';
}

/** FNV-1a over the printed figures; a short mark is enough to see that a document was added or mended. */
function printOf({ baseline, targets, actuals }: KpiRecord): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify([baseline, targets, actuals]))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
