// 東京圏へ約500人の転出超過: a figure that no cell holds is claimed, and a document tells it in words.

import { normalize } from '../../../../language/normalize.ts';
import type { Query, ToldFigure } from '../../../query.ts';
import { deniedIn, figuresTold, yearUnit } from '../../../told-figures.ts';
import type { Rule } from '../../ask.ts';
import { withCarried } from '../../carried.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import type { Frame, Item } from '../../frame.ts';
import { unitsPrinted } from '../../kpi-figures.ts';
import { type ToldText, textsTold, wordsTold } from '../../told-texts.ts';
import { resolveTopic } from '../../topic.ts';

/** The statements that tell the figures must hold so many of the words; one that holds the very noun beside a figure, half of them. */
const forYes = 0.75;
const beside = 0.5;

export const toldClaim: Rule = (clause) => {
  const { frame, years, around } = clause;
  if (
    !frame.has('confirm') ||
    frame.has('which', 'which-two', 'howmuch', 'howmany-unit', 'when', 'who', 'where')
  )
    return null;
  const figuresSaid = ofCells(clause) || hasBareFigure(frame) ? [] : partsClaimed(clause);
  if (figuresSaid.length === 0) return null;
  const parts = [...figuresSaid, ...yearsClaimed(clause)];
  const about = wordsTold(frame);
  if (!saysWhat(frame.items)) return null;
  const found = textsTold(about, around);
  if (heldByCells(figuresSaid, clause)) return null;
  const figures = figuresTold(
    parts,
    found.map(({ text }) => text),
  );
  if (!figures) return null;
  const telling = [...new Set(figures.map(({ text }) => text))].map((at) => found[at] as ToldText);
  const wrong = figures.some(({ holds }) => holds === false);
  const sure = wrong
    ? figures.every(({ holds, near, text }) => holds !== false || holdsWords(found[text], near))
    : shareOf(telling, about, clause) >= forYes;
  if (!sure) return null;
  for (const item of frame.items) item.used = true;
  return { ...emptyQuery('what'), about, told: parts, years: years.all } satisfies Query;
};

/** A noun or a name: plans and places alone tell nothing apart. */
function saysWhat(items: readonly Item[]): boolean {
  return items.some(
    ({ meaning, noun }) =>
      (meaning === null && noun) ||
      (meaning?.is === 'entity' && ['project', 'kpi', 'policy'].includes(meaning.kind)),
  );
}

/** 全部で16でしたっけ: a figure that no rule has read. */
function hasBareFigure({ items }: Frame): boolean {
  return items.some(({ meaning, text }) => {
    if (meaning?.is === 'number') return meaning.number.unit === null && !meaning.number.ordinal;
    return meaning === null && /^\d[\d,.]*$/.test(text);
  });
}

/** 目標は10人, 9,432,000千円, 80%: what cells hold, whatever else is said. */
function ofCells({ frame, subjects }: Clause): boolean {
  const figures = ['target', 'actual', 'baseline', 'rate', 'budget'];
  const money = frame.numbers().some(({ meaning: { number } }) => number.yen !== null);
  const named = subjects.exact().length > 0 && frame.attributeIds().some((id) => id !== 'summary');
  return money || named || frame.attributeIds().some((id) => figures.includes(id));
}

/** Each figure with the word it stands beside. */
function partsClaimed({ frame }: Clause): ToldFigure[] {
  const all = frame
    .intents('sum', 'list', 'only')
    .filter(({ text }) => /^(?:全部|ぜんぶ|すべて|全て|みな)/.test(text));
  return frame.numbers().flatMap((item) => {
    const { value, unit, ordinal, relation, yen, to } = item.meaning.number;
    const share = unit === '%';
    if (item.used || ordinal || unit === null || yen !== null || to !== null) return [];
    // 6割を超える is told as it stands; 6割未満 says the opposite of it.
    if (
      (relation !== null && !(share && relation.startsWith('>'))) ||
      /^(?:年|年間|年度|か月|ヶ月|月|日|つ|点|倍)$/.test(unit)
    )
      return [];
    const whole = all.some((one) => frame.next(item) === one || frame.before(item) === one);
    const base = !whole && /^(?:の?うち|の中)/.test(frame.text.slice(item.end).trim());
    const deed = share ? deedOf(frame) : {};
    return [
      { near: nearOf(item, frame.items), claimed: { value, unit }, of: base ? 'base' : 'part', ...deed },
    ];
  });
}

/** 就職を検討していない: the last noun that is done. */
function deedOf({ text, items }: Frame): Pick<ToldFigure, 'deed'> {
  const done = items.findLast(
    (item) => isNoun(item) && /^(?:を)?(?:し|され|せず)/.test(text.slice(item.end)),
  );
  if (!done) return {};
  const noun = normalize(done.text);
  return { deed: { noun, denied: deniedIn(noun, normalize(text)) } };
}

/** 令和7~8年度はモデル校区で: each year with the noun behind it. */
function yearsClaimed({ frame }: Clause): ToldFigure[] {
  return frame.years().flatMap((item) => {
    const [value] = item.meaning.years.years;
    const next = frame.next(item);
    const near =
      next && isNoun(next) && /^[はにのでから、]*$/.test(item.after.trim()) ? normalize(next.text) : '';
    const plain = value !== undefined && !item.meaning.years.relative;
    return plain ? [{ near, claimed: { value, unit: yearUnit }, of: 'part' as const }] : [];
  });
}

/** The nouns right before the figure: 東京圏へ. */
function nearOf(item: Item, items: readonly Item[]): string {
  const before = items.slice(0, items.indexOf(item)).filter(({ text }) => text !== '');
  const last = before.at(-1);
  if (!last || !isNoun(last) || !/^(?:へは?|には?|からは?|は|で|が|を|も)[、,]?$/.test(last.after.trim()))
    return '';
  const from = before.findLastIndex(
    (one, at) => at < before.length - 1 && (!isNoun(one) || one.end !== before[at + 1]?.start),
  );
  const near = normalize(
    before
      .slice(from + 1)
      .map(({ text }) => text)
      .join(''),
  );
  // 検討していない人は約4割: who is counted, whatever a sentence calls them.
  return /^(?:人|者|方|もの|割合|率|数)$/.test(near) ? '' : near;
}

function isNoun({ meaning, noun }: Item): boolean {
  return (meaning === null && noun) || meaning?.is === 'elsewhere';
}

/** A record that is named counts in one of the units: its cells decide. */
function heldByCells(parts: readonly ToldFigure[], clause: Clause): boolean {
  const { subjects, around } = clause;
  const exact = subjects.exact().flatMap(({ ids }) => ids);
  const [top] = exact.length > 0 ? [] : resolveTopic(subjects.topicText(), ['kpi'], around).candidates;
  const name = normalize(around.repository.kpi(top?.id ?? '')?.name ?? '');
  const called = subjects.nouns().some((noun) => noun.length >= 2 && name.includes(noun));
  const ids = top && called ? [top.id] : exact;
  const units = withCarried(ids, around).flatMap((id) => unitsPrinted(id, around.facts));
  return parts.some(({ claimed }) => claimed !== null && units.some((unit) => unit.startsWith(claimed.unit)));
}

/** 東京圏へ…450人: what tells otherwise must speak of the same. */
function holdsWords(told: ToldText | undefined, near: string): boolean {
  return told !== undefined && told.share >= (near === '' ? forYes : beside);
}

/** Of all words those that the telling statements hold together. */
function shareOf(telling: readonly ToldText[], about: string, { around }: Clause): number {
  const { terms } = around.search.search(about, { kinds: ['statement'] });
  const held = new Set(telling.flatMap(({ matched }) => matched));
  return held.size / Math.max(terms.length, 1);
}
