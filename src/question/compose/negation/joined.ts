// Conditions of one attribute said side by side are one: 遅れ・やや遅れ.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame } from '../frame.ts';

/** 「大変順調」の事業、「順調」は不要: where one word is wanted, another of the attribute is out already. */
export function withoutIdle(conditions: readonly Condition[]): Condition[] {
  const wanted = conditions.flatMap(({ predicate }) =>
    predicate.is === 'word' ? [predicate.attribute] : [],
  );
  return conditions.filter(
    ({ predicate }) =>
      !(predicate.is === 'not' && predicate.that.is === 'word' && wanted.includes(predicate.that.attribute)),
  );
}

/** 圏域マネジメントのうち人材の育成: of two parts of a plan, one in the other, the inner one is meant. */
export function withoutWider(conditions: readonly Condition[], { repository }: Around): Condition[] {
  const above = (id: string): string[] => {
    const parent = repository.policy(id)?.parent ?? null;
    return parent === null ? [] : [parent, ...above(parent)];
  };
  const wider = new Set(
    conditions.flatMap(({ predicate }) => (predicate.is === 'policy' ? predicate.ids.flatMap(above) : [])),
  );
  return conditions.filter(
    ({ predicate }) => predicate.is !== 'policy' || !predicate.ids.every((id) => wider.has(id)),
  );
}

/** 遅れ・やや遅れ of one attribute: one of them is enough, unless both are wanted. Several departments, plans or policies likewise. */
export function joined(conditions: readonly Condition[]): Condition[] {
  const kept: Condition[] = [];
  for (const condition of conditions) {
    const { predicate } = condition;
    const twin = kept.find(
      ({ predicate: other, together }) =>
        !together && !condition.together && either(other, predicate) !== null,
    );
    if (!twin) {
      kept.push({ ...condition });
      continue;
    }
    twin.predicate = either(twin.predicate, predicate) ?? twin.predicate;
    twin.label = twin.label === condition.label ? twin.label : `${twin.label}・${condition.label}`;
  }
  return eitherStatus(kept);
}

/** Two conditions as one that either of them fulfils; null where they are none of one attribute. */
export function either(one: Predicate, other: Predicate): Predicate | null {
  const both = <T>(some: readonly T[], more: readonly T[]) => [...new Set([...some, ...more])];
  if (one.is === 'word' && other.is === 'word')
    return one.attribute === other.attribute ? { ...one, values: both(one.values, other.values) } : null;
  if (one.is === 'department' && other.is === 'department')
    return { ...one, names: both(one.names, other.names) };
  if (one.is === 'town' && other.is === 'town') return { ...one, names: both(one.names, other.names) };
  if (one.is === 'status' && other.is === 'status')
    return { ...one, statuses: both(one.statuses, other.statuses) };
  if (one.is === 'policy' && other.is === 'policy')
    return { ...one, ids: both(one.ids, other.ids), label: `${one.label}・${other.label}` };
  if (one.is !== 'plan' || other.is !== 'plan') return null;
  // A narrower plan inside what was said before: 北九州市の行政評価 is one plan.
  const shared = one.ids.filter((id) => other.ids.includes(id));
  return { ...one, ids: shared.length > 0 ? shared : both(one.ids, other.ids) };
}

const or = /または|又は|もしくは|若しくは|あるいは|或いは/;

/** 総務課または減額の事業: conditions of different columns with such a word between them; one of them is enough. */
export function eitherOf(frame: Frame, conditions: readonly Condition[]): Condition[] {
  const kept: Condition[] = [];
  for (const condition of [...conditions].sort((a, b) => a.item.start - b.item.start)) {
    const last = kept.at(-1);
    const between = last ? frame.text.slice(last.item.end, condition.item.start) : '';
    const apart = last !== undefined && !isEitherAnyway(last.predicate, condition.predicate);
    if (!last || !apart || !or.test(between) || /[。\n]/.test(between)) {
      kept.push(condition);
      continue;
    }
    const { predicate } = last;
    const of = [...(predicate.is === 'any' ? predicate.of : [predicate]), condition.predicate];
    kept[kept.length - 1] = {
      ...condition,
      predicate: { is: 'any', of },
      label: `${last.label}か${condition.label}`,
    };
  }
  return kept;
}

/** Words of one column, offices, plans: one of them is enough already; towns are meant together. */
function isEitherAnyway(one: Predicate, other: Predicate): boolean {
  if (one.is === 'word' && other.is === 'word') return one.attribute === other.attribute;
  return one.is === other.is && ['department', 'plan', 'policy', 'status'].includes(one.is);
}

/** 遅れか注意: beside another judgement the one that lags is a judgement as well. */
function eitherStatus(conditions: readonly Condition[]): Condition[] {
  const judged = conditions.find(({ predicate }) => predicate.is === 'status');
  const lagging = conditions.find(({ predicate }) => predicate.is === 'lagging');
  if (judged?.predicate.is !== 'status' || !lagging) return [...conditions];
  const statuses = [...new Set(['遅れ', ...judged.predicate.statuses])];
  const either = { ...judged, predicate: { ...judged.predicate, statuses }, label: statuses.join('・') };
  return conditions.flatMap((one) => (one === lagging ? [] : one === judged ? [either] : [one]));
}
