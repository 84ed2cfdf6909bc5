// 「…の記載がない」, 「KPIがない」: what a record has and what it lacks.
import type { Condition } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';

/** KPIがない事業: none of the kind hang on it. */
export function withoutKind(frame: Frame): Condition[] {
  return frame.intents('none').flatMap((item) => {
    const before = frame.before(item);
    const next = frame.next(item);
    const counted = before?.meaning?.is === 'kind' && before.meaning.kind === 'kpi';
    const of =
      next?.meaning?.is === 'kind' || (next?.meaning?.is === 'entity' && next.meaning.kind === 'plan');
    if (item.used || !counted || !of || !/^(?:が|の|は|も)?$/.test((before as Item).after.trim())) return [];
    item.used = true;
    (before as Item).used = true;
    (before as Item).meaning = { is: 'intent', id: 'none' };
    const limits = [{ relation: '=' as const, value: 0, unit: null, text: '0件' }];
    return [{ predicate: { is: 'holds' as const, kind: 'kpi' as const, limits }, item, label: 'KPIなし' }];
  });
}

/** 金額の記載がない事業は除いて: what lacks the figure is left out, so what has it is kept. */
export function leftOut(frame: Frame, item: Item): boolean {
  const rest = frame.items.slice(frame.items.indexOf(item) + 1);
  const at = rest.findIndex(
    ({ meaning }) => meaning?.is === 'intent' && ['except', 'none'].includes(meaning.id),
  );
  if (at < 0 || at > 2) return false;
  const quiet = rest.slice(0, at).every(({ meaning }) => meaning?.is === 'kind');
  if (quiet) (rest[at] as Item).used = true;
  return quiet;
}
