// 「3の3の人材育成」, 「圏域マネ a人材の育成」, 「…のうちaからeまで」: a part of a plan by the part it stands in, by its own words or by its letter.
import type { Around } from '../around.ts';
import type { Frame, Item } from './frame.ts';

/** Reads the words behind a part as the one below it that is called so, and drops those before it that only call the one above. */
export function policyPaths(frame: Frame, around: Around): void {
  for (const item of frame.entities('policy')) {
    if (!item.meaning.exact) continue;
    belowIt(item, frame, around);
    aboveIt(item, frame, around);
  }
  byLetter(frame, around);
}

type PolicyItem = ReturnType<Frame['entities']>[number];

/** 3の3の人材育成: the only part below whose name holds the words. */
function belowIt(item: PolicyItem, frame: Frame, { repository }: Around): void {
  const [id, more] = item.meaning.ids;
  if (id === undefined || more !== undefined || !/^[」』]?の[「『]?$|^$/.test(item.after.trim())) return;
  const words = wordsBehind(item, frame);
  if (words.length === 0) return;
  const nouns = words.filter(({ noun, text }) => noun && text.length > 1).map(({ text }) => text);
  const below = repository.policies.filter(
    (policy) =>
      policy.parent !== null &&
      repository.policyPath(policy.id).some((one) => one.id === id && one.id !== policy.id) &&
      nouns.length > 0 &&
      nouns.every((noun) => [policy.name, ...policy.aliases].some((name) => name.includes(noun))),
  );
  const [only, another] = below;
  if (!only || another) return;
  // What was heard is read again by others.
  item.meaning = { ...item.meaning, ids: [only.id] };
  (item as Item).text = only.name;
  const last = words.at(-1) as Item;
  (item as Item).after = last.after;
  (item as Item).end = last.end;
  for (const word of words) frame.drop(word);
}

/** Nouns right behind, up to a particle other than の: 人材 育成. */
function wordsBehind(item: Item, frame: Frame): Item[] {
  const words: Item[] = [];
  for (let next = frame.next(item); next && isWord(next); next = frame.next(next)) {
    words.push(next);
    if (next.after !== '' || frame.text.charAt(next.end) === ' ') break;
  }
  return words;
}

/** 圏域マネジメントの「人材の育成」: what the part above is called by. */
function aboveIt(item: PolicyItem, frame: Frame, { repository }: Around): void {
  const names = item.meaning.ids.flatMap((id) =>
    repository.policyPath(id).flatMap((one) => (one.id === id ? [] : [one.name, ...one.aliases])),
  );
  let before = frame.before(item);
  while (before && isWord(before) && /^(?:の?[「『]?|、)$/.test(before.after.trim())) {
    const word = before;
    if (word.text.length < 2 || !names.some((name) => name.includes(word.text))) return;
    before = frame.before(word);
    frame.drop(word);
  }
}

/** 「b …」及び「c その他」, aからeまで: parts beside or below one that is named, by the letter their code ends in. */
function byLetter(frame: Frame, { repository }: Around): void {
  if (!frame.items.some(isLetter)) return;
  const named = frame.entities('policy').flatMap(({ meaning }) => meaning.ids);
  const parents = new Set([...named, ...named.flatMap((id) => repository.policy(id)?.parent ?? [])]);
  const below = repository.policies.filter(({ parent }) => parent !== null && parents.has(parent));
  const withLetter = (letter: string) =>
    below.filter(({ code }) => code?.endsWith(letter) && !/[a-z]/.test(code.slice(0, -1)));
  for (const item of frame.items) {
    const [own, more] = isLetter(item) ? withLetter(item.text) : [];
    if (!own || more) continue;
    const last = frame.next(item);
    const [end] = last && isLetter(last) && joinsRange(item, last) ? withLetter(last.text) : [];
    const ids = end ? below.filter(({ id }) => between(id, own.id, end.id)).map(({ id }) => id) : [own.id];
    if (end && last) takeIn(item, last, frame);
    else takeName(item, own.name, frame);
    item.meaning = { is: 'entity', kind: 'policy', ids, exact: true };
    item.text =
      ids.length === 1
        ? own.name
        : `${repository.policy(own.parent ?? '')?.name ?? ''} ${item.text}～${last?.text}`;
  }

  function between(id: string, first: string, last: string): boolean {
    const ids = below.map((one) => one.id);
    return ids.indexOf(id) >= ids.indexOf(first) && ids.indexOf(id) <= ids.indexOf(last);
  }
}

const isLetter = ({ meaning, text }: Item): boolean => meaning === null && /^[a-z]$/.test(text);

/** aからeまで, a〜e. */
const joinsRange = (first: Item, last: Item): boolean =>
  /^[」』]?(?:から|[~〜～-])[「『]?$/.test(first.after.trim()) &&
  (!/^から/.test(first.after) || /^[」』]?まで/.test(last.after));

/** c その他: the words behind the letter that the name begins with. */
function takeName(item: Item, name: string, frame: Frame): void {
  let rest = name.toLowerCase();
  for (let next = frame.next(item); next && rest.startsWith(next.text); next = frame.next(item)) {
    rest = rest.slice(next.text.length);
    takeIn(item, next, frame);
  }
}

function takeIn(item: Item, next: Item, frame: Frame): void {
  item.end = next.end;
  item.after = next.after;
  frame.drop(next);
}

const isWord = ({ meaning, noun }: Item): boolean => meaning === null && noun;
