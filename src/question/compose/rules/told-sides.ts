// 転出超過は東京圏と福岡市のどちらが多い: two figures that the documents tell in one sentence each.
import { normalize } from '../../../language/normalize.ts';
import { alikeBut, figuresTold } from '../../told-figures.ts';
import type { Rule } from '../ask.ts';
import { claiming } from '../claiming.ts';
import { emptyQuery } from '../compose.ts';
import { type Item, textOf } from '../frame.ts';
import { greatest } from '../greatest.ts';
import { textsTold, wordsTold } from '../told-texts.ts';

export const toldSides: Rule = (clause) => {
  const { frame, around } = clause;
  const claims = frame.has('confirm') && frame.has('big', 'small') && !frame.has('which-two');
  if (!(claims || frame.has('which-two', 'gap')) || clause.subjects.exact().length > 0) return null;
  const sides = claims ? sidesHeld(frame.items) : sidesSaid(frame.items);
  if (sides.length !== 2) return null;
  const about = wordsTold(frame);
  const texts = textsTold(about, around).map(({ text }) => text);
  const told = sides.map((items) => ({
    near: normalize(textOf(items)),
    claimed: null,
    of: 'part' as const,
  }));
  const found = figuresTold(told, texts);
  if (!found || !alikeBut(found, texts) || found[0]?.unit !== found[1]?.unit) return null;
  for (const item of frame.items) item.used = true;
  // 福岡市より東京圏のほうが多い: the second is claimed to be more.
  const claim = claims ? claiming({ words: [told[1]?.near ?? ''] }) : null;
  return { ...emptyQuery('what'), about, told, claim, extreme: greatest(frame), years: clause.years.all };
};

/** 福岡市よりも東京圏のほうが: what is held against, and what is claimed to be more. */
function sidesHeld(items: readonly Item[]): Item[][] {
  const at = items.findIndex((item) => isName(item) && /^(?:の(?:ほう|方))?より/.test(item.after.trim()));
  const more = items.findIndex((item) => isName(item) && /^の?(?:ほう|方)?が/.test(item.after.trim()));
  if (at < 0 || more < 0 || at === more) return [];
  return [at, more].map((end) => run(items.slice(0, end + 1).reverse()).reverse());
}

/** The two runs of nouns on either side of the first と. */
function sidesSaid(items: readonly Item[]): Item[][] {
  const at = items.findIndex(
    (item, i) => isName(item) && /^(?:と|か|、)$/.test(item.after.trim()) && isName(items[i + 1]),
  );
  if (at < 0) return [];
  return [run(items.slice(0, at + 1).reverse()).reverse(), run(items.slice(at + 1))];
}

/** Neighbours of the first item, as far as they stand side by side. */
function run(items: readonly Item[]): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    const last = found.at(-1);
    const joined = !last || last.end === item.start || item.end === last.start;
    if (!isName(item) || !joined) break;
    found.push(item);
  }
  return found;
}

function isName(item: Item | undefined): item is Item {
  const meaning = item?.meaning;
  return (
    meaning?.is === 'elsewhere' ||
    (meaning === null && item?.noun === true) ||
    (meaning?.is === 'entity' && (meaning.kind === 'town' || !meaning.exact))
  );
}
