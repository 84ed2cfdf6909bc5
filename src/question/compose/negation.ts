// 以外, 除く, 要らない, じゃない: a negation binds to the nearest condition or topic before it.
import type { Around } from '../around.ts';
import type { Predicate } from '../query.ts';
import type { Condition } from './conditions.ts';
import type { Frame, Item } from './frame.ts';

/** Turns the conditions before each negation round, and joins words of one attribute said side by side. */
export function applyNegations(frame: Frame, conditions: readonly Condition[], around: Around): Condition[] {
  let found = [...conditions];
  const doubled = new Set<Item>();
  for (const negation of frame.intents('except')) {
    // 本業以外でも includes.
    if (/^でも/.test(negation.after)) {
      negation.used = true;
      continue;
    }
    const next = frame.next(negation);
    // 再掲じゃないのは除いて affirms.
    if (!doubled.has(negation) && next?.meaning?.is === 'intent' && next.meaning.id === 'except') {
      for (const one of [negation, next]) {
        one.used = true;
        doubled.add(one);
      }
    }
    if (doubled.has(negation)) continue;
    const target = targetOf(frame, found, negation);
    if (!target) {
      const before = frame.before(negation);
      if (before?.meaning?.is === 'intent' && before.meaning.id === 'same') before.used = true;
      continue;
    }
    negation.used = true;
    if (target.condition) {
      const row = rowOf(frame, found, target.condition);
      found = found.map((one) =>
        row.includes(one)
          ? { ...one, predicate: { is: 'not', that: one.predicate }, label: `${one.label}以外` }
          : one,
      );
    } else if (target.topic) {
      const record = namedBy(target.topic, around);
      if (record !== null) {
        for (const item of target.topic) item.used = true;
        found.push({
          predicate: { is: 'not', that: { is: 'of-project', ids: [record.id] } },
          item: target.topic[0] as Item,
          label: `${record.name}以外`,
        });
        continue;
      }
      const words = target.topic.map(({ text }) => text);
      for (const item of target.topic) item.used = true;
      found.push({
        predicate: { is: 'not', that: either(words.map((text): Predicate => ({ is: 'near', words: text }))) },
        item: target.topic[0] as Item,
        label: `${words.join('・')}以外`,
      });
    }
  }
  found = [...outsideOf(frame, found), ...withoutKind(frame)];
  for (const item of frame.intents(
    'not-written',
    'written',
    ...(/かどうか|載っ/.test(frame.text) ? ['join'] : []),
  )) {
    const lacks = item.meaning?.is === 'intent' && item.meaning.id === 'not-written' && !leftOut(frame, item);
    const attribute = frame
      .attributes()
      .filter(({ start }) => start < item.start)
      .at(-1);
    const listed =
      frame.has('which', 'list') ||
      (frame.kinds().length > 0 && /かどうか/.test(frame.text)) ||
      frame.has('sum', 'count', 'max', 'min') ||
      frame.kinds().some(({ start }) => start > item.start);
    const id = attribute?.meaning.ids[0] ?? insideOf(item, around);
    if (id === undefined || !listed || frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact))
      continue;
    if (attribute) attribute.used = true;
    item.used = true;
    const fy = frame.years().at(0)?.meaning.years.years.at(0) ?? null;
    const has: Predicate = { is: 'has', attribute: id, fy };
    found.push({
      predicate: lacks ? { is: 'not', that: has } : has,
      item,
      label: `${around.facts.attribute(has.attribute)?.label ?? item.text}の記載${lacks ? 'なし' : 'あり'}`,
    });
  }
  return joined(withoutIdle(found));
}

/** 金額入ってない: the form itself begins with the attribute's word. */
function insideOf({ text }: Item, { lexicon }: Around): string | undefined {
  for (let end = text.length - 1; end >= 2; end--) {
    const entry = lexicon.entriesOf(text.slice(0, end)).find(({ list }) => list === 'attributes');
    if (entry) return entry.id;
  }
  return undefined;
}

/** 市民センターの管理運営以外: the one project whose name holds all the words. */
function namedBy(
  topic: readonly Item[],
  { search, repository }: Around,
): { id: string; name: string } | null {
  const nouns = topic.filter(({ noun }) => noun).map(({ text }) => text);
  if (nouns.length < 2) return null;
  const { hits } = search.search(nouns.join(' '), { kinds: ['project'] });
  const called = hits
    .flatMap(({ id }) => repository.project(id) ?? [])
    .filter(({ name }) => nouns.every((noun) => name.toLowerCase().includes(noun)));
  return called.length === 1 && called[0] ? called[0] : null;
}

/** KPIがない事業: none of the kind hang on it. */
function withoutKind(frame: Frame): Condition[] {
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

/** 「人材の育成」に入ってない: what lies outside the condition right before. */
function outsideOf(frame: Frame, conditions: readonly Condition[]): Condition[] {
  let found = [...conditions];
  for (const item of frame.intents('none', 'not-written')) {
    if (item.used || !/入|含|属|加|名前/.test(item.text)) continue;
    const before = frame.before(item);
    const condition = found.find(
      (one) => one.item === before && ['policy', 'department', 'plan', 'town'].includes(one.predicate.is),
    );
    const particle = condition?.predicate.is === 'town' ? /^(?:が|は|の|を)?$/ : /^[」』"]?に(?:は|も)?$/;
    if (!condition || !particle.test((before as Item).after.trim())) continue;
    item.used = true;
    found = found.map((one) =>
      one === condition
        ? { ...one, predicate: { is: 'not', that: one.predicate }, label: `${one.label}以外` }
        : one,
    );
  }
  return found;
}

/** 金額の記載がない事業は除いて: what lacks the figure is left out, so what has it is kept. */
function leftOut(frame: Frame, item: Item): boolean {
  const rest = frame.items.slice(frame.items.indexOf(item) + 1);
  const at = rest.findIndex(
    ({ meaning }) => meaning?.is === 'intent' && ['except', 'none'].includes(meaning.id),
  );
  if (at < 0 || at > 2) return false;
  const quiet = rest.slice(0, at).every(({ meaning }) => meaning?.is === 'kind');
  if (quiet) (rest[at] as Item).used = true;
  return quiet;
}

/** 「大変順調」の事業、「順調」は不要: where one word is wanted, another of the attribute is out already. */
function withoutIdle(conditions: readonly Condition[]): Condition[] {
  const wanted = conditions.flatMap(({ predicate }) =>
    predicate.is === 'word' ? [predicate.attribute] : [],
  );
  return conditions.filter(
    ({ predicate }) =>
      !(predicate.is === 'not' && predicate.that.is === 'word' && wanted.includes(predicate.that.attribute)),
  );
}

function either(of: Predicate[]): Predicate {
  return of.length === 1 ? (of[0] as Predicate) : { is: 'any', of };
}

/** 「全額負担」や「協議し決定」を除く: conditions on one attribute said in one row. */
function rowOf(frame: Frame, conditions: readonly Condition[], last: Condition): Condition[] {
  const row = [last];
  for (let at = frame.items.indexOf(last.item) - 1; at >= 0; at--) {
    const item = frame.items[at] as Item;
    const condition = conditions.find((one) => one.item === item);
    const alike =
      condition?.predicate.is === 'word' &&
      last.predicate.is === 'word' &&
      condition.predicate.attribute === last.predicate.attribute;
    if (!alike || !/^[」』]?(?:や|と|・|、|か)[「『]?$/.test(item.after.trim())) break;
    row.unshift(condition as Condition);
  }
  return row;
}

/** What stands right before the negation: a condition, else topic words up to the last turn of the sentence. */
function targetOf(
  frame: Frame,
  conditions: readonly Condition[],
  negation: Item,
): { condition?: Condition; topic?: Item[] } | null {
  const at = frame.items.indexOf(negation);
  const topic: Item[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const item = frame.items[i] as Item;
    // 市民センターの管理運営以外: a part of a name and what is said of it.
    const part = item.meaning?.is === 'entity' && !item.meaning.exact && item.after.trim() === 'の';
    if ((item.meaning === null || part) && !item.used) {
      topic.unshift(item);
      if (i > 0 && /[、。]/.test((frame.items[i - 1] as Item).after)) break;
      continue;
    }
    if (topic.length > 0) break;
    const condition = conditions.find((one) => one.item === item);
    if (condition) return { condition };
    if (item.meaning?.is === 'kind' || item.meaning?.is === 'attribute') continue;
    break;
  }
  return topic.length > 0 ? { topic } : null;
}

/** 遅れ・やや遅れ of one attribute: one of them is enough. Several departments, plans or policies likewise. */
function joined(conditions: readonly Condition[]): Condition[] {
  const kept: Condition[] = [];
  for (const condition of conditions) {
    const { predicate } = condition;
    const twin = kept.find(({ predicate: other }) => {
      if (other.is !== predicate.is) return false;
      if (other.is === 'word' && predicate.is === 'word') return other.attribute === predicate.attribute;
      return ['department', 'plan', 'policy', 'status', 'town'].includes(predicate.is);
    });
    if (!twin) {
      kept.push({ ...condition });
      continue;
    }
    const other = twin.predicate;
    if (other.is === 'word' && predicate.is === 'word')
      twin.predicate = { ...other, values: [...new Set([...other.values, ...predicate.values])] };
    else if (other.is === 'department' && predicate.is === 'department')
      twin.predicate = { ...other, names: [...new Set([...other.names, ...predicate.names])] };
    else if (other.is === 'town' && predicate.is === 'town')
      twin.predicate = { ...other, names: [...new Set([...other.names, ...predicate.names])] };
    else if (other.is === 'plan' && predicate.is === 'plan') {
      // A narrower plan inside what was said before: 北九州市の行政評価 is one plan.
      const both = other.ids.filter((id) => predicate.ids.includes(id));
      twin.predicate = {
        ...other,
        ids: both.length > 0 ? both : [...new Set([...other.ids, ...predicate.ids])],
      };
    } else if (other.is === 'policy' && predicate.is === 'policy')
      twin.predicate = {
        ...other,
        ids: [...new Set([...other.ids, ...predicate.ids])],
        label: `${other.label}・${predicate.label}`,
      };
    else if (other.is === 'status' && predicate.is === 'status')
      twin.predicate = { ...other, statuses: [...new Set([...other.statuses, ...predicate.statuses])] };
    twin.label = twin.label === condition.label ? twin.label : `${twin.label}・${condition.label}`;
  }
  return kept;
}
