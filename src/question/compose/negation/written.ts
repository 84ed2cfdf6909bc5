// 「…の記載がない」, 「KPIがない」: what a record has and what it lacks.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';

/** 予算の記載がない, 基準値が「—」, 予算欄が空: what stands in the cell of the attribute before it. */
export function writtenOr(frame: Frame, around: Around): Condition[] {
  const found: Condition[] = [];
  const loose = /かどうか|載っ/.test(frame.text) ? ['join'] : [];
  for (const item of frame.intents('not-written', 'dashed', 'blank', 'written', ...loose)) {
    // 「…と協議し決定する」旨の記載: what is written is said before it.
    if (printsDash(item, frame) || /(?:旨|と|という|との)の?$/.test(frame.text.slice(0, item.start))) {
      item.used = true;
      continue;
    }
    const attribute = frame
      .attributes()
      .filter(({ start, end }) => start < item.start && !isQuoted(frame, end))
      .at(-1);
    const listed =
      frame.has('which', 'list') ||
      (frame.kinds().length > 0 && /かどうか/.test(frame.text)) ||
      frame.has('sum', 'count', 'max', 'min') ||
      // 基準値が「—」なのは6件で合ってますか
      (frame.has('confirm') && /^[」』]?な?の[はが]/.test(frame.text.slice(item.end))) ||
      frame.kinds().some(({ start }) => start > item.start);
    // 計上がない speaks of money.
    const money = /計上|金額|予算/.test(item.text) ? 'budget' : null;
    const id = attribute?.meaning.ids[0] ?? money;
    const named = frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact);
    // どの分野に書いてあるか asks for the column itself.
    const asked = attribute !== undefined && /^(?:どの|どこ|何の|なんの)/.test(attribute.text);
    if (id === null || !listed || named || item.used || asked) continue;
    if (attribute) attribute.used = true;
    item.used = true;
    const label = `${around.facts.attribute(id)?.label ?? id}${item.text}`;
    if (around.facts.attribute(id)?.type === 'money') saysNew(frame, item);
    const predicates = yearsBefore(frame, item, around).map((fy) =>
      cellPredicate(frame, item, { attribute: id, fy }),
    );
    for (const predicate of predicates)
      if (!found.some((one) => JSON.stringify(one.predicate) === JSON.stringify(predicate)))
        found.push({ predicate, item, label });
  }
  return found;
}

/** 前年度当初が「－」の新規の事業: what had no money the year before is new, said twice; where a column prints 新規 it is a word of that. */
function saysNew(frame: Frame, item: Item): void {
  const behind = frame.items.slice(frame.items.indexOf(item) + 1);
  const at = behind.findIndex(({ meaning }) => meaning?.is === 'kind');
  const word = behind.slice(0, Math.max(at, 0)).find(({ text }) => text === '新規');
  if (word?.meaning === null) word.used = true;
}

/** Inside a quotation that is still open there. */
function isQuoted({ text }: Frame, at: number): boolean {
  return text.lastIndexOf('「', at) > text.lastIndexOf('」', at - 1) && text.includes('」', at);
}

/** R6予算欄が空でR7は計上: each is asked of the year right before it; R8からR12まで means every one of them. */
export function yearsBefore(frame: Frame, item: Item, { fiscalYear }: Around): (number | null)[] {
  const said = frame.years();
  // 前年度当初が「－」: where no other year is said, it is the one before this year.
  if (said.length === 0 && frame.intents('previous').some(({ text }) => /^前の?年度?$/.test(text)))
    return [fiscalYear - 1];
  const before = said.filter(({ start }) => start < item.start).at(-1) ?? said[0];
  const { years, range } = before?.meaning.years ?? { years: [], range: false };
  const first = years.at(0) ?? null;
  return range && !/いずれか|どれか|どこか/.test(frame.text) ? years : [first];
}

/** 「—」が印字されている: what is printed is the dash. */
function printsDash(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return isIntent(item, 'written') && isIntent(before, 'dashed') && /^が?$/.test(before?.after.trim() ?? '');
}

function cellPredicate(frame: Frame, item: Item, cell: { attribute: string; fy: number | null }): Predicate {
  const id = item.meaning?.is === 'intent' ? item.meaning.id : '';
  const there: Predicate =
    id === 'dashed' || id === 'blank'
      ? { is: id, ...cell }
      : id === 'not-written'
        ? { is: 'not', that: { is: 'has', ...cell } }
        : { is: 'has', ...cell };
  if (!['not-written', 'dashed', 'blank'].includes(id) || !leftOut(frame, item)) return there;
  return there.is === 'not' ? there.that : { is: 'not', that: there };
}

/** 市民センターの管理運営以外: the one project whose name holds all the words. */
export function namedBy(
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
  if (at < 0 || at > 5) return false;
  // 横棒になっていて入っていない: said twice, and nothing is left out.
  if (at === 0 && isIntent(rest[0], 'none') && /[てで]$/.test(item.after.trim())) {
    (rest[0] as Item).used = true;
    return false;
  }
  const between = rest.slice(0, at);
  // …が空欄の事業は比べられませんので、除いて: the reason stands between.
  const reason = between.findIndex(({ after }) => /(?:ので|ため|から)[、,]?$/.test(after.trim()));
  const quiet = reason >= 0 || between.every(({ meaning }) => meaning?.is === 'kind');
  if (quiet) (rest[at] as Item).used = true;
  return quiet;
}
