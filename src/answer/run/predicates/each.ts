// Tests over every subject of a kind.
import type { Kind } from '../../../facts/attribute.ts';
import type { RunContext } from '../context.ts';
import { atPlaces, type Mask, uniform } from '../mask.ts';

/** A test for each subject; null: the document does not tell. */
export function each(
  kind: Kind,
  { facts }: RunContext,
  test: (subject: { id: string; name: string; plan: string | null }, place: number) => boolean | null,
): Mask {
  const subjects = facts.subjects(kind);
  const mask = uniform(subjects.length, 0);
  subjects.forEach((subject, place) => {
    const result = test(subject, place);
    mask.yes[place] = result === true ? 1 : 0;
    mask.known[place] = result === null ? 0 : 1;
  });
  return mask;
}

/** Towns and departments belong to the plans their projects stand in. */
export function belongs(
  kind: Kind,
  { facts }: RunContext,
  plans: ReadonlySet<string>,
  { plan, id }: { plan: string | null; id: string },
): boolean {
  if (plan !== null) return plans.has(plan);
  return (facts.related.of(kind, id, 'plan') ?? []).some((one) => plans.has(one));
}

export function underPolicies(ids: readonly string[], kind: Kind, context: RunContext): Mask {
  const { facts, repository } = context;
  const size = facts.subjects(kind).length;
  if (kind === 'row') {
    const wanted = new Set(ids);
    return each(kind, context, ({ id }) =>
      (facts.related.of('row', id, 'policy') ?? []).some((one) =>
        repository.policyPath(one).some((node) => wanted.has(node.id)),
      ),
    );
  }
  const places = ids.flatMap((id) =>
    (facts.related.of('policy', id, kind) ?? []).map((one) => facts.position(kind, one)),
  );
  return atPlaces(size, places);
}
