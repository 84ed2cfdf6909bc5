// What stands inside a description belongs to it: 保険に入って働いている人, 将来像を考える会議.
import type { Item } from './frame.ts';
import { breaks } from './frame.ts';

/** Intents that may as well be plain words of a description. */
const plainWithin = new Set(['join', 'contact', 'confirm', 'big', 'small', 'others', 'none']);

/** The items with those that stand inside a description as words of it. */
export function withinDescriptions(items: readonly Item[]): Item[] {
  const read: Item[] = [];
  for (const [at, item] of items.entries()) {
    const before = read.at(-1);
    const next = items[at + 1];
    if (isParticle(item) && before && isWord(before) && isWord(next)) {
      // 外国のSNSで市を宣伝する: で inside a description is a particle.
      before.after += `${item.text}${item.after}`;
      continue;
    }
    if (isDenied(before, item, [next, items[at + 2]])) {
      read.push({ ...item, meaning: { is: 'intent', id: 'none' } });
      continue;
    }
    const within =
      (isSoft(item) && (embedded(before, item, next) || adorns(items, at))) || isAim(before, item);
    if (
      isLacking(item, [next, items[at + 2]]) ||
      isNearby(item, next) ||
      isMentioned(item) ||
      isMeasured(before, item, next)
    )
      read.push({ ...item, meaning: null, noun: true });
    else read.push(within ? { ...item, meaning: null, noun: false } : item);
  }
  return read;
}

function isWord(item: Item | undefined): item is Item {
  return item !== undefined && (item.meaning === null || item.meaning.is === 'elsewhere');
}

function isParticle({ meaning, text, after }: Item): boolean {
  return meaning?.is === 'intent' && meaning.id === 'then' && text === 'で' && after === '';
}

/** サポーター増やすやつ: what a thing is to bring about tells which it is. */
function isAim(before: Item | undefined, { meaning, text, after }: Item): boolean {
  const moves = meaning?.is === 'intent' && ['rise', 'fall'].includes(meaning.id);
  return moves && isWord(before) && /[やらばげめ][すせ]?る?$/.test(text) && /^(?:やつ|もの|もん)/.test(after);
}

/** うきはに近いあたり: a town that only says whereabouts. */
function isNearby({ meaning, after }: Item, next: Item | undefined): boolean {
  if (meaning?.is !== 'entity' || meaning.kind !== 'town') return false;
  return /^(?:寄り|の近く|方面)/.test(after) || (after === 'に' && next?.base === '近い');
}

/** 「多文化共生」という言葉を知っている市民: a name spoken of as a word. */
function isMentioned({ meaning, after }: Item): boolean {
  return meaning?.is === 'entity' && /^」?という(?:言葉|ことば|語)/.test(after);
}

/** 観光客が使うお金の目標: money that a figure of a KPI is asked of is what that KPI measures. */
function isMeasured(before: Item | undefined, item: Item, next: Item | undefined): boolean {
  if (item.meaning?.is !== 'attribute' || !item.meaning.ids.includes('budget') || item.after !== 'の')
    return false;
  const figures = ['target', 'actual', 'baseline', 'rate'];
  const asked = next?.meaning?.is === 'attribute' && next.meaning.ids.some((id) => figures.includes(id));
  return asked && isWord(before) && /[うくすつぬむるたぐぶ]$/.test(before.text + before.after);
}

/** お金のない人: what somebody lacks is asked of nothing. */
function isLacking({ meaning, after }: Item, [none, thing]: readonly (Item | undefined)[]): boolean {
  const lacks = none?.meaning?.is === 'intent' && none.meaning.id === 'none' && none.after === '';
  return meaning?.is === 'attribute' && /^[のが]$/.test(after) && lacks && isWord(thing) && thing.noun;
}

/** 跡継ぎのいない会社, 朝飯を抜かない子: says of a thing what it lacks, and leaves none out. */
function isDenied(
  before: Item | undefined,
  item: Item,
  [next, more]: readonly (Item | undefined)[],
): boolean {
  if (item.meaning?.is !== 'intent' || item.meaning.id !== 'except') return false;
  if (!isWord(before) || !/[のがをにて]$/.test(before.after) || item.after !== '') return false;
  if (/ない$/.test(item.text)) return isWord(next) && next.noun;
  return next?.meaning?.is === 'intent' && next.meaning.id === 'none' && isWord(more) && more.noun;
}

function isSoft({ meaning, text }: Item): boolean {
  if (meaning?.is === 'intent') return plainWithin.has(meaning.id);
  return meaning?.is === 'attribute' && /[いきしちにみりぎじびえけせてねめれげべっん]$/.test(text);
}

/** Between two words of one phrase: 大学にお金を出して支える, 闇の仕事に手を出さないようにする活動. */
function embedded(before: Item | undefined, item: Item, next: Item | undefined): boolean {
  if (!isWord(before) || !isWord(next) || breaks(before.after) || breaks(item.after)) return false;
  if (item.meaning?.is === 'intent' && item.meaning.id === 'none')
    return /[をに]/.test(before.after) && /^(?:よう|$)/.test(item.after);
  return (
    /(?:に|を|が|と|の|へ|から|まで|で)$/.test(before.after) &&
    /^(?:て|で|た|だ|ている|ていた|る|な|く)?$/.test(item.after)
  );
}

/** 高い機械を借りる: says of the noun how it is. */
function adorns(items: readonly Item[], at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  if (item?.meaning?.is !== 'intent' || !['big', 'small', 'others'].includes(item.meaning.id)) return false;
  if (!/[いなの]$/.test(item.text + item.after) || !next) return false;
  return isWord(next) && next.noun && /^[をにでと]/.test(next.after);
}
