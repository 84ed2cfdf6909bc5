// 「事業費ではなく人件費」, 「R5、いやR6」: what was taken back is as if it had not been said.
import type { Item } from './frame.ts';

/** The items without those that a later one of their kind takes the place of; without such a one the word sets aside. */
export function corrected(items: readonly Item[]): Item[] {
  const dropped = new Set<Item>();
  for (const [at, item] of items.entries()) {
    if (item.meaning?.is !== 'intent' || item.meaning.id !== 'instead') continue;
    const back = takenBack(items.slice(0, at));
    const [first] = back;
    const replaced = first !== undefined && items.slice(at + 1).some((later) => alike(first, later));
    if (replaced) for (const one of [...back, item]) dropped.add(one);
    else item.meaning = { is: 'intent', id: 'except' };
  }
  return items.filter((item) => !dropped.has(item));
}

/** 担当って企画課じゃなかった？: asked so at the end it affirms. */
export function affirmed(items: readonly Item[]): Item[] {
  const last = items.at(-1);
  const negates = last?.meaning?.is === 'intent' && ['except', 'instead', 'none'].includes(last.meaning.id);
  const asks = /^(?:じゃ|では)な(?:い|かった)(?:です|でした)?(?:の|ん)?(?:か|っけ)?[?？]$/;
  if (!last || !negates || !asks.test(last.text + last.after)) return [...items];
  return [...items.slice(0, -1), { ...last, meaning: { is: 'intent', id: 'confirm' } }];
}

/** What stands right before: one mention, or a run of topic words. */
function takenBack(said: readonly Item[]): Item[] {
  // 主要事務事業じゃなくて: the kind that the name of a plan says as well is not what is taken back.
  const before = said.filter(({ text }) => text !== '');
  const last = before.at(-1);
  if (!last) return [];
  if (last.meaning !== null) return [last];
  const run = before.findLastIndex(({ meaning, after }, i) =>
    i === before.length - 1 ? false : meaning !== null || /[、。,?!]/.test(after),
  );
  return before.slice(run + 1);
}

function alike(one: Item, other: Item): boolean {
  if (one.meaning === null || other.meaning === null) return one.meaning === other.meaning && other.noun;
  if (one.meaning.is === 'intent' && other.meaning.is === 'intent') return false;
  return one.meaning.is === other.meaning.is;
}
