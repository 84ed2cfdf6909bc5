// Everything one line of a digest says about a KPI.
import type { KpiEntry } from '../answer/answer.ts';
import type { Repository } from '../data/repository.ts';
import { budgetsOf } from '../data/values.ts';
import { dayInJapan } from '../ports/clock.ts';
import { judgementOf } from '../status/standing.ts';
import { policyCode } from '../wording/names.ts';
import type { KpiChange, Tier } from './changes.ts';
import type { Count, DigestItem } from './digest.ts';
import type { DayView } from './snapshot.ts';

/** Builds the item of a KPI; `change` is absent for lists of a state. */
export function digestItem(
  entry: KpiEntry,
  tier: Tier,
  repository: Repository,
  change?: KpiChange,
): DigestItem {
  const newest = repository.history(entry.id).at(-1);
  const byStaff = change?.before && newest && newest.seq > change.before.seq ? newest : null;
  return {
    entry,
    tier,
    judgement: judgementOf(entry.state),
    before: change?.before?.judged ?? null,
    policies: policiesOf(entry, repository),
    who: entry.departments.join('・') || entry.plan.municipality,
    budget: budgetOf(entry, repository),
    recorded: byStaff
      ? {
          by: byStaff.recordedBy,
          on: dayInJapan(new Date(byStaff.recordedAt)),
          withdrawn: byStaff.kind === 'withdrawn',
        }
      : null,
  };
}

/** Items of the changes of one tier, in the order of a digest. */
export function itemsOf(found: readonly KpiChange[], view: DayView): DigestItem[] {
  return found
    .flatMap((change) => {
      const entry = view.entries.get(change.kpi);
      return entry ? [digestItem(entry, change.tier, view.repository, change)] : [];
    })
    .sort(byWeight);
}

/** Larger budget first, then the older judgement or due day, then the id. */
export function byWeight(a: DigestItem, b: DigestItem): number {
  const age = (item: DigestItem) => item.judgement?.fy ?? item.entry.state.inputs.fy ?? 9999;
  return b.budget - a.budget || age(a) - age(b) || (a.entry.id < b.entry.id ? -1 : 1);
}

/** How many items each label has, the largest first. */
export function countBy(items: readonly DigestItem[], label: (item: DigestItem) => string): Count[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(label(item), (counts.get(label(item)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ label: name, count })).sort((a, b) => b.count - a.count);
}

/** Items in groups by label, the largest group first. */
export function groupBy(items: readonly DigestItem[], label: (item: DigestItem) => string) {
  return countBy(items, label).map((count) => ({
    label: count.label,
    items: items.filter((item) => label(item) === count.label),
  }));
}

/** Codes of the policies whose rows print the KPI, each once. */
function policiesOf({ record, plan }: KpiEntry, repository: Repository): string[] {
  const places = new Set(record.sources.map(({ document, place }) => `${document} ${place}`));
  const rows = repository.projectsOf(record.id).flatMap((project) => {
    const shared = project.listings.filter(({ source }) => places.has(`${source.document} ${source.place}`));
    return (shared.length > 0 ? shared : project.listings).map((listing) => listing.policy);
  });
  const ids = new Set([...(record.policy === null ? [] : [record.policy]), ...rows]);
  return [...ids].flatMap((id) => {
    const policy = repository.policy(id);
    return (policy && policyCode(policy, plan)) ?? [];
  });
}

/** The newest printed budget of each project of the KPI, summed, in yen. */
function budgetOf({ projects, plan }: KpiEntry, repository: Repository): number {
  return projects.reduce((sum, { id }) => {
    const project = repository.project(id);
    const newest = project && budgetsOf(project, plan).findLast(({ yen }) => yen !== null);
    return sum + (newest?.yen ?? 0);
  }, 0);
}
