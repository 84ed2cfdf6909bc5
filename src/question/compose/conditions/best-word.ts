// 評価が一番よかった事業, 一番悪い評価の: the best or the worst of the words a column ranks.
import type { Attribute } from '../../../facts/attribute.ts';
import type { Around } from '../../around.ts';
import { type Frame, type Item, isIntent, saysNothing } from '../frame.ts';
import type { BoundYears } from '../years.ts';
import type { Condition } from './condition.ts';

/** Takes the superlative, how good it is and the column. */
export function bestWord(frame: Frame, around: Around, { all }: BoundYears): Condition[] {
  const kinds = frame.kinds().map(({ meaning }) => meaning.kind);
  if (!kinds.includes('project') && !(kinds.length === 0 && frame.has('which'))) return [];
  for (const item of frame.attributes()) {
    const attribute = item.meaning.ids.map((id) => around.facts.attribute(id)).find(isRanked);
    const said = attribute ? superlative(frame, item) : [];
    if (!attribute || said.length === 0) continue;
    const [fy = null, more] = all;
    const year = more === undefined ? fy : null;
    const end = said.some((one) => isIntent(one, 'min', 'small') || isBad(one)) ? 'worst' : 'best';
    const word = farthest(attribute, end, around.facts.index('project', attribute.id, year));
    if (word === null) continue;
    for (const one of said) saysNothing(one);
    item.used = true;
    // 成績で一番いい評価: the judgement only says where the word stands.
    for (const one of frame.attributes()) if (one.meaning.ids.includes('status')) one.used = true;
    return [
      {
        predicate: { is: 'word', attribute: attribute.id, fy: year, values: [word] },
        item,
        label: `${attribute.label}「${word}」`,
      },
    ];
  }
  return [];
}

const isBad = ({ text }: Item) => /^(?:悪|わる|低|ひど)/.test(text);

/** 評価が一番よかった, 一番いい評価: the words right beside the column; none where they speak of something else. */
function superlative(frame: Frame, column: Item): Item[] {
  const at = frame.items.indexOf(column);
  const says = (item: Item | undefined): item is Item =>
    isIntent(item, 'max', 'min', 'big', 'small', 'confirm') || (item?.meaning === null && isBad(item));
  const behind = frame.items.slice(at + 1, at + 3).filter(says);
  const before = frame.items.slice(Math.max(at - 2, 0), at).filter(says);
  const side = [before, behind].find((items) => items.some((item) => isIntent(item, 'max', 'min')));
  return side ?? [];
}

function isRanked(attribute: Attribute | undefined): attribute is Attribute {
  return attribute?.type === 'word' && (attribute.values ?? []).some(({ rank }) => rank !== null);
}

/** Of the words that are held the one with the first or the last rank. */
function farthest(
  { values }: Attribute,
  end: 'best' | 'worst',
  held: ReadonlyMap<string, readonly number[]>,
): string | null {
  const ranked = (values ?? []).filter(
    ({ word, rank }) => rank !== null && (held.get(word)?.length ?? 0) > 0,
  );
  ranked.sort((a, b) => (a.rank as number) - (b.rank as number));
  return (end === 'worst' ? ranked.at(-1) : ranked[0])?.word ?? null;
}
