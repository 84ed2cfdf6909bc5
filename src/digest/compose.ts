// Decides what a channel hears today: the first summary, what changed, one line in a quiet week, or nothing.
import type { Repository } from '../data/repository.ts';
import { type Day, dayInJapan } from '../ports/clock.ts';
import type { Snooze } from '../ports/store.ts';
import { publishedOnly, standingsOf } from '../status/standing.ts';
import { changes, type KpiChange } from './changes.ts';
import type { Composed, Count, CountLine, DigestItem, PostedDigest } from './digest.ts';
import { byWeight, digestItem, itemsOf } from './item.ts';
import type { DigestRequest } from './request.ts';
import { countLine, seasonLines, unrecorded } from './rhythm.ts';
import type { DayView, Snapshot } from './snapshot.ts';
import { sortSnoozes } from './snoozes.ts';
import { namedTiers, threadOf } from './thread.ts';
import { addDays, isWeeksFirst, isWorkingDay, nextWorkingDay } from './working-days.ts';

/** Named items in the channel post. */
const namedAtMost = 5;

/** Composes the digest of `view.day`. Pure: the same request gives the same digest. */
export function composeDigest(request: DigestRequest): Composed {
  const { view, known, filter, weekdays = [1, 2, 3, 4, 5] } = request;
  const { day } = view;
  const watched = [...view.entries.keys()].filter((id) => request.kpis?.has(id) ?? true);
  const base = { day, filter, watched: watched.length };
  const next = nextWorkingDay(day, weekdays);
  if (!isWorkingDay(day) && !request.asked) {
    const unchanged = known?.snapshot ?? view.snapshot;
    return { digest: { ...base, kind: 'none', why: 'holiday', next }, known: unchanged, ended: [] };
  }

  const { active, ended, worsened } = sortSnoozes(request.snoozes ?? [], view);
  const keep = (id: string) => (request.kpis?.has(id) ?? true) && !active.has(id);
  const found = known ? changes(known.snapshot, view.snapshot).filter((change) => keep(change.kpi)) : [];
  const after = knownAfter(view, known?.snapshot ?? null, active);
  const spoken =
    request.asked || request.missedWeeksFirst || (!request.onlyChanges && isWeeksFirst(day, weekdays));
  if (known && found.length === 0 && !spoken)
    return { digest: { ...base, kind: 'none', why: 'unchanged', next }, known: after, ended };

  const kind = known === null ? 'first' : found.length > 0 ? 'changes' : 'quiet';
  const named = known
    ? namedTiers.flatMap((tier) =>
        itemsOf(
          found.filter((one) => one.tier === tier),
          view,
        ),
      )
    : lagging(view, keep);
  const missing = unrecorded(view, keep);
  const digest: PostedDigest = {
    ...base,
    kind,
    since: known?.postedOn ?? null,
    changed: found.length,
    standing: known ? [] : standing(view, watched.filter(keep)),
    items: named.slice(0, namedAtMost),
    more: Math.max(0, named.length - namedAtMost),
    lines: [
      ...changeLines(found, view),
      ...(kind === 'quiet' ? [] : seasonLines(view, known?.postedOn ?? null, keep)),
    ],
    unrecorded: countLineOf(missing),
    recordedInWeek: recordedSince(view.repository, addDays(day, -6), keep),
    snoozed: watched.filter((id) => active.has(id)).length,
    woken: woken(worsened, view, keep),
    thread: threadOf(request, kind, { named, missing }, keep),
    bands: bandsOf(known ? found.map(({ kpi }) => kpi) : watched, view),
  };
  return { digest, known: after, ended };
}

/** Each set of bands once, of the KPIs that have a judgement. */
function bandsOf(ids: readonly string[], view: DayView): PostedDigest['bands'] {
  const judged = ids.filter((id) => view.snapshot.kpis[id]?.judged != null);
  const bands = judged.flatMap((id) => {
    const entry = view.entries.get(id);
    return entry ? [entry.state.inputs.bands] : [];
  });
  return bands.filter((one, i) => bands.findIndex((other) => other.join() === one.join()) === i);
}

/** A silenced KPI stays as the channel knew it, so that its changes come out when the silence ends. */
function knownAfter(view: DayView, before: Snapshot | null, silenced: ReadonlySet<string>): Snapshot {
  const kpis = { ...view.snapshot.kpis };
  for (const id of silenced) {
    const old = before?.kpis[id];
    if (old) kpis[id] = old;
  }
  return { day: view.day, kpis };
}

function changeLines(found: readonly KpiChange[], view: DayView): CountLine[] {
  const of = (kind: CountLine['kind'], fits: (change: KpiChange) => boolean) =>
    countLine(kind, itemsOf(found.filter(fits), view));
  return [
    of('overdue', ({ tier }) => tier === '期限超過'),
    of('improved', ({ tier }) => tier === '改善・達成'),
    of('recorded', ({ tier }) => tier === '実績の登録'),
    of('added', ({ tier, before }) => tier === 'データの追加・更新' || before === null),
  ].filter((line) => line.items.length > 0);
}

/** What lags in the last judged year, 遅れ before 注意, then what only the published word says or disagrees with. */
function lagging(view: DayView, keep: (kpi: string) => boolean): DigestItem[] {
  return namedTiers.flatMap((tier) =>
    [...view.entries.values()]
      .filter((entry) => {
        const state = view.snapshot.kpis[entry.id];
        if (!keep(entry.id) || !state) return false;
        const lags = state.judged === '遅れ' || state.judged === '注意';
        return tier === '公表評価と不一致'
          ? (state.mismatch && !lags) || publishedOnly(entry.state)
          : state.judged === tier;
      })
      .map((entry) => digestItem(entry, tier, view.repository))
      .sort(byWeight),
  );
}

function standing(view: DayView, ids: readonly string[]): Count[] {
  return standingsOf(ids.flatMap((id) => view.entries.get(id)?.state ?? [])).judged;
}

function countLineOf(items: DigestItem[]): PostedDigest['unrecorded'] {
  return { total: items.length, byPlan: countLine('overdue', items).byPlan };
}

/** Entries of the log since `from`, withdrawn ones and withdrawals left out. */
function recordedSince(repository: Repository, from: Day, keep: (kpi: string) => boolean): number {
  return repository.kpis
    .filter((kpi) => keep(kpi.id))
    .flatMap((kpi) => kpi.recorded)
    .filter((entry) => dayInJapan(new Date(entry.recordedAt)) >= from).length;
}

/** KPIs whose snooze ended because they got worse, not because its time was over. */
function woken(worsened: readonly Snooze[], view: DayView, keep: (kpi: string) => boolean): DigestItem[] {
  return worsened.flatMap(({ kpi }) => {
    const entry = keep(kpi) ? view.entries.get(kpi) : undefined;
    return entry ? [digestItem(entry, '遅れ', view.repository)] : [];
  });
}
