// The real plans with results that staff recorded, and digests of a day over them.
import { join } from 'node:path';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type Repository } from '../../src/data/repository.ts';
import { composeDigest } from '../../src/digest/compose.ts';
import type { Composed, PostedDigest } from '../../src/digest/digest.ts';
import type { DigestRequest } from '../../src/digest/request.ts';
import { viewOf } from '../../src/digest/snapshot.ts';
import type { RecordedEntry, Snooze } from '../../src/ports/store.ts';

const seeds = loadSeeds(join(import.meta.dirname, '../../seeds'));

export const busTour = 'hyoka-kpi-bus-tour';
export const pride = 'hyoka-kpi-hokori';
export const papers = 'hyoka-kpi-ronbun';
export const crimes = 'jimu-kpi-keihohan';

/** The plans with these results recorded. */
export function plansWith(...entries: RecordedEntry[]): Repository {
  const repository = createRepository(seeds);
  repository.applyEntries(entries);
  return repository;
}

/** A result that staff recorded; `seq` 1 on 2026-11-20 unless changed. */
export function recorded(
  kpi: string,
  fy: number,
  typed: string,
  more: Partial<RecordedEntry> = {},
): RecordedEntry {
  const value = Number.parseFloat(typed);
  return {
    seq: 1,
    id: `entry-${more.seq ?? 1}`,
    kind: 'recorded',
    kpi,
    plan: '',
    fy,
    typed,
    value: Number.isNaN(value) ? null : value,
    unit: null,
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'U0SATO',
    recordedAt: '2026-11-20T05:00:00.000Z',
    ...more,
  };
}

export function snooze(kpi: string, more: Partial<Snooze> = {}): Snooze {
  return {
    channel: 'C0KIKAKU',
    kpi,
    statusThen: '遅れ',
    reason: '',
    by: 'U0SATO',
    until: '2026-12-04',
    createdAt: '2026-11-20T05:00:00.000Z',
    ...more,
  };
}

/** The digest of `day` for a channel whose last post was on `since`, when `before` was known. */
export function digestOf(
  day: string,
  repository: Repository,
  known: { since: string; before?: Repository } | null = null,
  more: Partial<DigestRequest> = {},
): Composed {
  return composeDigest({
    view: viewOf(repository, day),
    known: known && {
      snapshot: viewOf(known.before ?? repository, known.since).snapshot,
      postedOn: known.since,
    },
    kpis: null,
    filter: '',
    ...more,
  });
}

/** The same, where something must be posted. */
export function postOf(...args: Parameters<typeof digestOf>): PostedDigest {
  const { digest } = digestOf(...args);
  if (digest.kind === 'none') throw new Error(`nothing is posted: ${digest.why}`);
  return digest;
}
