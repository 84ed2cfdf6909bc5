// 「AがBに占める割合」, 「BのうちAは何%」, 「AはBの何倍」, 「AでBの9割を超える」: one set held against another.

import type { Around } from '../../around.ts';
import type { Meaning } from '../../mentions/mention.ts';
import type { Predicate, Query, SubjectSet } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { type Clause, clauseOf, emptyQuery } from '../compose.ts';
import { limitOf } from '../conditions/condition.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { onlyRecord } from '../thread/only-record.ts';
import { inside } from '../thread/within.ts';
import { copyOf, everythingOf, isScope, moneyOf, projectsOf } from './part.ts';

interface Parts {
  part: readonly Item[];
  whole: readonly Item[];
  /** The part lies in the whole. */
  within: boolean;
}

/** The ratio of two sets that a word of share or multiple asks for; null where the two are not clear. */
export function ratioOf(frame: Frame, around: Around, before: Query | null): Query[] | null {
  const marker = markerOf(frame);
  if (!marker || frame.has('reason-part', 'average', 'median') || ranksChange(frame) || ranksRatio(frame))
    return null;
  const ofThread = threadPart(frame, marker, before);
  const ofWhole = threadWhole(frame, { marker, around, before });
  if (ofWhole) return [ofWhole];
  const parts = ofThread?.parts ?? partsAt(frame, marker);
  if (!parts || parts.whole.some((item) => isTarget(item, around))) return null;
  const first = clauseOf(copyOf(frame, parts.part, movedMembers(parts.part)), around, before);
  const second = clauseOf(copyOf(frame, parts.whole), around, before);
  const part = ofThread?.set ?? projectsOf(first);
  const whole = parts.whole.length > 0 ? projectsOf(second) : null;
  if (!part || first.unread.length + second.unread.length > 0) return null;
  const all = countedWhole(parts.whole);
  if (parts.whole.length > 0 && !whole && !sharesSet(parts.whole) && all === null) return null;
  const everything = everythingOf(part, around);
  if (!whole && all !== null && sizeOf(everything, around) !== all) return null;
  const shared = all === null && sharesSet(parts.whole) && parts.whole.length > 0;
  const held = whole ?? (shared ? part : everything);
  if (!held || held.kind !== part.kind) return null;
  const times = isIntent(marker, 'times') || isTimes(marker);
  const narrowed = parts.within && part.named === null ? within(part, held) : part;
  const money = wantedOf(first, second);
  // A part that is the whole says that something was not read.
  const same = JSON.stringify([narrowed.named, narrowed.where]) === JSON.stringify([held.named, held.where]);
  if (same && whole) return null;
  const counted = money === null && part.named === null && countsMembers(first, second);
  if (!counted && part.kind === 'kpi') return null;
  const behind = frame.next(marker);
  const seized = behind !== undefined && isIntent(behind, 'portion');
  const ask = marker.meaning?.is === 'number' ? 'whether' : 'ratio';
  return [
    {
      ...emptyQuery(ask),
      sets: [narrowed, held],
      as: times ? 'times' : parts.within || seized ? 'share' : 'percent',
      of: counted ? part.kind : null,
      wanted: counted ? [] : (money ?? yearsOf(first, second)),
      claim: ask === 'whether' ? claimOf(marker) : null,
      years: [...new Set([...first.years.all, ...second.years.all])],
      assumed: [...first.assumed, ...second.assumed],
    },
  ];
}

/** 減少率が最も大きい事業とその率: the change that ranks is told with the winner. */
function ranksChange(frame: Frame): boolean {
  return frame.has('max', 'min') && frame.intents('rise', 'fall').some(({ text }) => text.endsWith('率'));
}

/** 何倍かが最も大きい, 割合が一番高い: each member's own ratio is ranked. */
function ranksRatio(frame: Frame): boolean {
  const [ranked] = frame.intents('max', 'min');
  return ranked !== undefined && frame.intents('times', 'share').some(({ start }) => start < ranked.start);
}

/** その予算は ⇒ 分野全体の事業費に占める割合は: the part is the record that the thread speaks of. */
function threadPart(
  frame: Frame,
  marker: Item,
  before: Query | null,
): { parts: Parts; set: SubjectSet } | null {
  const only = onlyRecord(before);
  const { items } = frame;
  const seize = items.findIndex((item) => isIntent(item, 'portion') && /占|しめ/.test(item.text));
  // その額は、…の合計に対し、何％を占める
  const pointed = isIntent(items[0], 'that') ? (/^金?額$/.test(items[1]?.text ?? '') ? 2 : 1) : 0;
  const whole = items.slice(pointed, Math.max(seize, pointed)).filter((item) => item !== marker);
  const rest = items.slice(seize + 1).filter((item) => item !== marker && !isIntent(item, 'whether', 'tell'));
  const held = /に(?:は|対し|対して|対する)?、?$/.test(whole.at(-1)?.after.trim() ?? '');
  if (only?.set.kind === 'project' && seize < 0) return bareWhole(items.slice(pointed), marker, only.set);
  if (only?.set.kind !== 'project' || seize < 1 || rest.length > 0 || !held) return null;
  if (whole.some(({ after }) => /(?:が|は)、?$/.test(after.trim()))) return null;
  return { parts: { part: [], whole, within: true }, set: only.set };
}

/** …の予算は ⇒ 主要事務事業全体の予算の何％: the whole alone is said. */
function bareWhole(
  items: readonly Item[],
  marker: Item,
  set: SubjectSet,
): { parts: Parts; set: SubjectSet } | null {
  const whole = items.slice(0, Math.max(items.indexOf(marker), 0));
  const rest = items.slice(items.indexOf(marker) + 1);
  const scope = whole.some(
    ({ meaning }) =>
      countedWhole(whole) !== null ||
      meaning?.is === 'document' ||
      (meaning?.is === 'entity' && ['plan', 'department', 'policy'].includes(meaning.kind)),
  );
  const names = whole.some(
    ({ meaning, noun }) =>
      (meaning === null && noun) || (meaning?.is === 'entity' && ['project', 'kpi'].includes(meaning.kind)),
  );
  const ends = /の$/.test(whole.at(-1)?.after.trim() ?? '');
  const turns = whole.some(({ after }) => /(?:が|は|で)、?$/.test(after.trim()));
  if (
    !scope ||
    names ||
    !ends ||
    turns ||
    !rest.every(
      (item) => isIntent(item, 'whether', 'tell', 'portion') || (item.meaning === null && !item.noun),
    )
  )
    return null;
  return { parts: { part: [], whole, within: true }, set };
}

/** …の予算を合計すると ⇒ そのうち防犯灯設置事業は何％: the whole is what the thread has added up. */
function threadWhole(
  frame: Frame,
  { marker, around, before }: { marker: Item; around: Around; before: Query | null },
): Query | null {
  const [whole, more] = before?.sets ?? [];
  const [money] = before?.wanted ?? [];
  if (before?.ask !== 'sum' || !whole || more || !money) return null;
  // また、…はその何％を占めるか
  const ofIt = /その(?:うち)?(?:何|なん|割合)/.test(frame.text);
  if (!ofIt && !inside.test(frame.text)) return null;
  const items = frame.items.filter(
    (item) => item !== marker && !isIntent(item, 'portion', 'share', 'whether', 'tell', 'that'),
  );
  const clause = clauseOf(copyOf(frame, items), around, null);
  const part = projectsOf(clause);
  if (!part || clause.unread.length > 0 || clause.years.all.length > 0) return null;
  const narrowed = part.named === null ? { ...part, where: [...whole.where, ...part.where] } : part;
  return {
    ...emptyQuery('ratio'),
    sets: [narrowed, whole],
    as: 'share',
    wanted: [money, money],
    years: before.years,
    assumed: clause.assumed,
  };
}

/** 目標の80%: a KPI's figures are no whole that others are a part of. */
function isTarget({ meaning }: Item, { facts }: Around): boolean {
  return (
    meaning?.is === 'attribute' &&
    meaning.ids.every((id) => {
      const of: readonly string[] = facts.attribute(id)?.of ?? [];
      return of.includes('kpi') && !of.includes('project');
    })
  );
}

/** 減った事業: how many of them is what a share asks for. */
function movedMembers(items: readonly Item[]): Meaning[] {
  const moved = items.some((item) => isIntent(item, 'rise', 'fall', 'same'));
  return moved && items.some(({ meaning }) => meaning?.is === 'kind') ? [{ is: 'intent', id: 'count' }] : [];
}

/** The word that asks for the share; a change in per cent is none. */
function markerOf(frame: Frame): Item | null {
  const told = frame.items.filter(
    (item) =>
      isIntent(item, 'times', 'portion') ||
      (isIntent(item, 'share') && !/率/.test(item.text)) ||
      (isIntent(item, 'howmany-unit') && /%|パー|割/.test(item.text)),
  );
  // 何割を占める asks by 何割.
  const [before, end] = told.slice(-2);
  const last = before && end && isIntent(end, 'portion') && frame.next(before) === end ? before : told.at(-1);
  // 何割減 asks for a change.
  if (last && isIntent(frame.next(last) ?? last, 'rise', 'fall', 'gap')) return null;
  if (last) return last;
  const claims = frame.has('confirm') || /[?か]。?$/.test(frame.text.trim());
  const [number] = frame
    .numbers()
    .filter(
      (item) =>
        (item.meaning.number.unit === '%' &&
          (item.meaning.number.relation !== null || isOfNamed(item, frame))) ||
        isTimes(item),
    );
  return claims && number ? number : null;
}

/** 国際政策課の3割: so much of what is named right before it. */
function isOfNamed(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  const named = before?.meaning?.is === 'entity' && before.meaning.kind !== 'kpi';
  return named && before.after.trim() === 'の' && !frame.has('rise', 'fall');
}

/** 2倍以上. */
function isTimes({ meaning, text }: Item): boolean {
  return meaning?.is === 'number' && (meaning.number.unit === '倍' || /倍/.test(text));
}

/** Where the whole ends and the part begins. */
function partsAt(frame: Frame, marker: Item): Parts | null {
  const items = frame.items;
  const at = items.indexOf(marker);
  const rest = items.slice(at + 1);
  if (rest.some(({ meaning }) => meaning?.is === 'entity' || meaning?.is === 'years')) return null;
  const before = items.slice(0, at);
  const seize = items.findIndex(
    (item, i) => i <= at && isIntent(item, 'portion') && /占|しめ/.test(item.text),
  );
  const end = seize >= 0 ? Math.min(seize, at) : at;
  const among = before.findIndex(({ after }) =>
    /(?:の|、)?(?:うち|中)(?:で|の|、|に|では|は)*$/.test(after.trim()),
  );
  // 個票のうち…の合計に占めるAの割合: the part stands behind.
  const behindIt = seize >= 0 && items.slice(seize + 1, at).some((item) => isNamed(item));
  if (among >= 0 && among < end && !behindIt) return within(before, among, end);
  if (seize >= 0) {
    const held = items.slice(0, seize).findLastIndex(({ after }) => /に(?:は)?、?$/.test(after.trim()));
    if (held < 0) return null;
    const behind = items.slice(seize + 1, Math.max(at, seize + 1));
    const part = [...items.slice(held + 1, seize), ...behind].filter((item) => !isIntent(item, 'portion'));
    // AがBに占める割合
    const ends = part.length > 0 ? -1 : before.findIndex(({ after }) => /(?:が|は)、?$/.test(after.trim()));
    if (ends >= 0 && ends < held)
      return { part: items.slice(0, ends + 1), whole: items.slice(ends + 1, held + 1), within: true };
    return part.length > 0 ? { whole: items.slice(0, held + 1), part, within: true } : null;
  }
  const against = before.findIndex(({ after }) => /に対する|に対して|に対し/.test(after.trim()));
  if (against >= 0) return within(before, against, at);
  if (/全体の?$|全体に/.test(before.at(-1)?.after ?? '')) return ofEverything(before);
  return apart(before, marker);

  function within(all: readonly Item[], cut: number, to: number): Parts | null {
    const part = all.slice(cut + 1, to);
    return part.length > 0 ? { whole: all.slice(0, cut + 1), part, within: true } : null;
  }
}

/** A record or a word of one. */
const isNamed = ({ meaning, noun }: Item) => meaning?.is === 'entity' || (meaning === null && noun);

/** 「Bの合計で、Aの分は全体の何割」; without a B it is everything of its kind. */
function ofEverything(before: readonly Item[]): Parts {
  const cut = before.findIndex((item) => isIntent(item, 'then') && item.text === 'で');
  if (cut > 0 && cut < before.length - 1)
    return { whole: before.slice(0, cut), part: before.slice(cut + 1), within: true };
  return { whole: [], part: before, within: true };
}

/** 「AはBの何倍」, 「AだけでBの9割」. */
function apart(before: readonly Item[], marker: Item): Parts | null {
  if (isIntent(marker, 'portion')) return null;
  const cut = before.findLastIndex(
    (item, i) =>
      i < before.length - 1 &&
      ((isIntent(item, 'then') && item.text === 'で') || /(?:は|が|って)、?$/.test(item.after)),
  );
  if (cut < 0) return null;
  const turned = isIntent(before[cut] as Item, 'then');
  const part = before.slice(0, turned ? cut : cut + 1).filter((item) => !isAside(item));
  const whole = before.slice(cut + 1);
  if (!/の$/.test(whole.at(-1)?.after.trim() ?? '') || part.length === 0) return null;
  return { part, whole, within: turned && !isIntent(marker, 'times') && !isTimes(marker) };
}

/** だけ, 2つ: say nothing of which ones. */
function isAside({ meaning, text }: Item): boolean {
  if (meaning?.is === 'intent') return meaning.id === 'only' || meaning.id === 'sum';
  return meaning?.is === 'number' && meaning.number.relation === null && /つ|件|本|事業/.test(text);
}

/** 「R6の合計」 names no set of its own. */
function sharesSet(items: readonly Item[]): boolean {
  return items.every(
    ({ meaning, text }) =>
      text === '' ||
      meaning?.is === 'years' ||
      meaning?.is === 'attribute' ||
      (meaning?.is === 'intent' && ['sum', 'distinct', 'that'].includes(meaning.id)),
  );
}

/** 10事業全体の合計: how many records the whole is said to hold; null where that is not all that is said of it. */
function countedWhole(items: readonly Item[]): number | null {
  const [counted, more] = items.filter(
    (item) => item.meaning?.is === 'number' && isAside(item) && !item.meaning.number.ordinal,
  );
  if (counted?.meaning?.is !== 'number' || more) return null;
  return sharesSet(items.filter((item) => item !== counted)) ? counted.meaning.number.value : null;
}

/** How many projects a plan holds. */
function sizeOf(set: SubjectSet | null, { repository }: Around): number {
  const plans = set?.where.flatMap((one) => (one.is === 'plan' ? one.ids : [])) ?? [];
  return repository.projects.filter(({ plan }) => plans.includes(plan)).length;
}

/** What holds of the whole holds of its part. */
function within(part: SubjectSet, whole: SubjectSet): SubjectSet {
  const own = new Set(part.where.map(({ is }) => is));
  const taken = whole.where.filter(({ is }) => !own.has(is) || (is !== 'plan' && is !== 'department'));
  const all = [...taken, ...part.where];
  const key = (predicate: Predicate) => JSON.stringify(predicate);
  return { ...part, where: all.filter((one, i) => all.findIndex((other) => key(other) === key(one)) === i) };
}

function wantedOf(first: Clause, second: Clause): Query['wanted'] | null {
  const [one, other] = [moneyOf(first), moneyOf(second)];
  const money = one ?? other;
  if (!money) return null;
  const years = (own: typeof one, clause: Clause, shared: number[]) => {
    const said = own?.years.length ? own.years : clause.years.all;
    return said.length > 0 ? said : shared;
  };
  const [a, b] = [years(one, first, []), years(other, second, [])];
  // 人件費は予算の7倍: each side its own column with its own year.
  if (one && other && one.attribute !== other.attribute)
    return [
      { attribute: one.attribute, years: a },
      { attribute: other.attribute, years: b },
    ];
  const { attribute } = money;
  return [
    { attribute, years: a.length > 0 ? a : b },
    { attribute, years: b.length > 0 ? b : a },
  ];
}

function yearsOf(first: Clause, second: Clause): Query['wanted'] {
  const [a, b] = [first.years.all, second.years.all];
  return [
    { attribute: 'budget', years: a.length > 0 ? a : b },
    { attribute: 'budget', years: b.length > 0 ? b : a },
  ];
}

/** 「増えた事業の割合」: no amount is spoken of, and things are. */
function countsMembers(first: Clause, second: Clause): boolean {
  const chosen = first.conditions.some(({ predicate }) => !isScope(predicate));
  return chosen || [first, second].some(({ frame }) => frame.kinds().length > 0 || frame.has('count'));
}

function claimOf({ meaning, text }: Item): Query['claim'] {
  const limits = meaning?.is === 'number' ? limitOf(meaning.number, text) : [];
  return claiming({ limits });
}
