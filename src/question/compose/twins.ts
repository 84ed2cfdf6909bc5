// 下関市との分と福岡市との分: KPIs whose names differ in one word alone are told apart by these words.
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Frame, Item } from './frame.ts';

interface Twin {
  /** Ids in the order the words were said. */
  ids: [string, string];
  /** The name without the word that tells which. */
  rest: string;
}

/** A word that one name may hold in the place of another's; side by side with its neighbours (西九州軸). */
interface Word {
  text: string;
  items: Item[];
}

/** In longer sentences nothing is told apart by single words. */
const mostWords = 8;

/** Words for two KPIs of one name but for the word; each becomes the KPI it tells, and what the name holds besides is said. */
export function twinKpis(frame: Frame, around: Around): void {
  if (frame.entities('kpi').some(({ meaning }) => meaning.exact)) return;
  const words = wordsOf(frame);
  if (words.length < 2 || words.length > mostWords) return;
  const said = words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other) => {
      const twin = standsSide(one, frame) ? twinOf(one.text, other.text, around) : null;
      return twin ? [{ twin, sides: [one, other] as const }] : [];
    }),
  );
  const [best, more] = said.filter(({ twin, sides }) => isSpoken(twin.rest, sides, frame));
  if (!best || more) return;
  const { twin, sides } = best;
  for (const item of [...frame.items]) {
    if (isPartOfName(item, twin)) item.used = true;
    // 連携事業は of 連携事業数: it is counted, and no kind of thing is asked for.
    if (saysKind(item) && (item.text === '' || twin.rest.includes(item.text))) frame.drop(item);
  }
  for (const [at, { items }] of sides.entries()) {
    const [first, ...others] = items as [Item, ...Item[]];
    first.meaning = { is: 'entity', kind: 'kpi', ids: [twin.ids[at] as string], exact: true };
    first.text = items.map(({ text }) => text).join('');
    first.end = items.at(-1)?.end ?? first.end;
    first.after = items.at(-1)?.after ?? '';
    for (const item of others) frame.drop(item);
  }
}

/** Nouns and names that no rule has taken, neighbours joined. */
function wordsOf({ items }: Frame): Word[] {
  const words: Word[] = [];
  for (const item of items) {
    if (!mayTell(item)) continue;
    const last = words.at(-1);
    const joined = last?.items.at(-1)?.end === item.start && item.meaning === null;
    if (last && joined && last.items.every(({ meaning }) => meaning === null)) {
      last.items.push(item);
      last.text += item.text;
    } else words.push({ text: item.text, items: [item] });
  }
  return words.filter(({ text }) => text.length >= 2);
}

function mayTell({ meaning, noun, used }: Item): boolean {
  if (used) return false;
  if (meaning === null) return noun;
  return meaning.is === 'elsewhere' || (meaning.is === 'entity' && meaning.kind === 'town');
}

/** 下関市との分と, 下関と, 下関市との連携事業数、: the first is set beside the second, and not owned by it. */
function standsSide({ items }: Word, { text }: Frame): boolean {
  const last = items.at(-1) as Item;
  return /^[」』]?(?:と|や|、|・|へ|に|で|から|の(?:ほう|方|分))/.test(text.slice(last.end).trim());
}

/** The two KPIs of one plan whose names are the same but for these words. */
function twinOf(one: string, other: string, around: Around): Twin | null {
  const [first, second] = stems(one, other);
  if (first === second) return null;
  const holding = kpisFound(one, around).filter(({ name }) => name.includes(first));
  // Most words stand in no KPI's name: then the other is not looked for.
  const others = holding.length > 0 ? kpisFound(other, around) : [];
  for (const { id, plan, name } of holding) {
    const at = name.indexOf(first);
    const [head, tail] = [name.slice(0, at), name.slice(at + first.length)];
    const twin = others.find(
      (kpi) => kpi.plan === plan && kpi.id !== id && kpi.name === head + second + tail,
    );
    if (twin && (head + tail).length >= 2) return { ids: [id, twin.id], rest: `${head} ${tail}` };
  }
  return null;
}

function kpisFound(
  word: string,
  { search, repository }: Around,
): { id: string; plan: string; name: string }[] {
  return search.search(word, { kinds: ['kpi'] }).hits.flatMap(({ id }) => {
    const kpi = repository.kpi(id);
    return kpi ? [{ id, plan: kpi.plan, name: normalize(kpi.name) }] : [];
  });
}

/** 下関 and 福岡市: without what says that it is a town. */
function stems(one: string, other: string): [string, string] {
  const stem = (text: string) => (text.length > 2 ? text.replace(/[市町村区]$/, '') : text);
  return [stem(one), stem(other)];
}

/** Something else of the name is said: 連携事業, 割合. */
function isSpoken(rest: string, sides: readonly Word[], { items }: Frame): boolean {
  const own = sides.flatMap((side) => side.items);
  return items.some(
    (item) =>
      !own.includes(item) && item.text.length >= 2 && !isQuestion(item) && rest.includes(lastOf(item.text)),
  );
}

function saysKind({ meaning, text }: Item): boolean {
  return (
    meaning?.is === 'kind' || (meaning?.is === 'entity' && meaning.kind === 'plan' && /事業$/.test(text))
  );
}

/** Of 行政間連携事業数 the measure at its end: 連携事業数. */
function lastOf(text: string): string {
  return text.replace(/^.*との/, '');
}

function isQuestion({ meaning }: Item): boolean {
  return meaning?.is === 'intent' || meaning?.is === 'attribute' || meaning?.is === 'years';
}

function isPartOfName({ meaning, text }: Item, { ids, rest }: Twin): boolean {
  if (meaning === null) return rest.includes(text);
  const records = meaning.is === 'entity' && ['project', 'kpi'].includes(meaning.kind) && !meaning.exact;
  return records && (meaning.ids.some((id) => ids.includes(id)) || rest.includes(lastOf(text)));
}
