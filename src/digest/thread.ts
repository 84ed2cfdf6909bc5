// The lists that go into a digest's thread: details of what was named, whom to ask, what is missing, what is due.
import type { Tier } from './changes.ts';
import type { DigestItem, PostedDigest, ThreadList } from './digest.ts';
import { groupBy } from './item.ts';
import type { DigestRequest } from './request.ts';
import {
  asksForResults,
  awaited,
  dueThisYear,
  isResting,
  listsThisYear,
  startsResting,
  weeklyPart,
} from './rhythm.ts';
import { mondayOf } from './working-days.ts';

/** The tiers whose KPIs are named one by one. */
export const namedTiers: readonly Tier[] = ['遅れ', '注意', '公表評価と不一致'];

/** The thread of a digest; `named` are all items of the named tiers, `missing` what is overdue. */
export function threadOf(
  request: DigestRequest,
  kind: PostedDigest['kind'],
  { named, missing }: { named: DigestItem[]; missing: DigestItem[] },
  keep: (kpi: string) => boolean,
): ThreadList[] {
  const { view, known, weekdays = [1, 2, 3, 4, 5] } = request;
  const { day } = view;
  const since = known?.postedOn ?? null;
  const lists: ThreadList[] = [{ kind: 'details', groups: groupInOrder(named) }];
  // In April and May the overdue ones rest; from May on the year that just ended is asked for.
  const overdue = isResting(day) ? [] : missing;
  const asked = asksForResults(day) ? awaited(view, keep) : [];
  const part = weeklyPart(day, since, mondayOf(day), weekdays);
  if (part === 'ask') lists.push({ kind: 'ask', groups: groupBy([...asked, ...overdue], ({ who }) => who) });
  if (part === 'list') {
    lists.push({ kind: 'awaited', groups: groupByDue(asked) });
    lists.push({ kind: 'unrecorded', groups: groupByDue(overdue) });
  }
  // Once a month is enough for a list that only grows shorter.
  if (listsThisYear(day) && since !== null && since.slice(0, 7) < day.slice(0, 7))
    lists.push({ kind: 'due-this-year', groups: groupByDue(dueThisYear(view, keep)) });
  const shown = lists.filter((list) => list.groups.length > 0);
  return kind === 'quiet' && startsResting(day, since) ? [...shown, { kind: 'resting', groups: [] }] : shown;
}

/** By plan and year, the plan with the most first, its oldest year first. */
function groupByDue(items: readonly DigestItem[]): ThreadList['groups'] {
  return groupBy(items, ({ entry }) => entry.plan.shortName).flatMap((plan) =>
    groupBy(plan.items, ({ entry }) => String(entry.state.inputs.fy))
      .sort((a, b) => (a.label < b.label ? -1 : 1))
      .map((year) => ({ label: plan.label, items: year.items })),
  );
}

/** Named items by tier, in the order they were named. */
function groupInOrder(named: readonly DigestItem[]): ThreadList['groups'] {
  return namedTiers
    .map((tier) => ({ label: tier, items: named.filter((item) => item.tier === tier) }))
    .filter((group) => group.items.length > 0);
}
