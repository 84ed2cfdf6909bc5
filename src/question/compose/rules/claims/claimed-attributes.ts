// Which attribute a claim is about.
import { baseValue, type Cell } from '../../../../facts/cell.ts';
import type { Claim, SubjectSet, Wanted } from '../../../query.ts';
import { columnName } from '../../column-name.ts';
import type { Clause } from '../../compose.ts';
import type { Frame } from '../../frame.ts';
import { entersIt } from './claim-of.ts';

/** A word alone is claimed of the attribute that can hold it; nothing else said beside it is answered. */
export function claimedAttributes(clause: Clause, claim: Claim, wanted: readonly Wanted[]): Wanted[] {
  const holders = wordAttributes(clause, claim, wanted);
  const onlyWords = claim.words.length > 0 && claim.limits.length === 0 && claim.moved === null;
  if (!onlyWords) return [...holders, ...wanted];
  const able = clause.frame.words().flatMap(({ meaning }) => meaning.attributes.map(columnName));
  const said = wanted.filter(({ attribute }) => able.includes(columnName(attribute)));
  return holders.length + said.length > 0 ? [...holders, ...said] : [...wanted];
}

/** 「大変順調」だったでしょ: the attribute that can hold the word is what is claimed of. */
function wordAttributes({ frame }: Clause, claim: Claim, wanted: readonly Wanted[]): Wanted[] {
  return frame.words().flatMap(({ meaning }) => {
    const ids = meaning.attributes.map(columnName);
    if (!claim.words.includes(meaning.word) || wanted.some(({ attribute }) => ids.includes(attribute)))
      return [];
    return [{ attribute: ids.includes('evaluation') ? 'evaluation' : (ids[0] as string), years: [] }];
  });
}

/** What happens to what is counted; behind a number it tells a result. */
const happened =
  /^(?:も|が|を|に)?(?:来|き|集ま|あつま|参加|入っ|はいっ|売れ|出席|訪れ|利用|使っ|やっ|実施|開い|開催|受け|あっ|もらっ|でき|見られ|見て)[^、。]{0,5}?[てただ]/;

/** 160人きて目標クリア: a figure that came, whatever the target is said to be. */
function cameOut({ text, items }: Frame): boolean {
  return items.some(
    ({ meaning, end }) =>
      meaning?.is === 'number' && !meaning.number.ordinal && happened.test(text.slice(end)),
  );
}

/** What is claimed of: 目標 that is only said to be reached is none of it. */
export function claimedOf(clause: Clause, wanted: readonly Wanted[]): Wanted[] {
  const { frame, years } = clause;
  const reached = frame.has('reached') || frame.numbers().some((item) => entersIt(item, frame));
  const reachedOnly = wanted.every(({ attribute }) => attribute === 'target') && reached;
  const measure = frame.numbers().some(({ meaning }) => meaning.number.unit !== '円');
  // 5割減らす目標: by how much, and not which way.
  const bounded = measure || /半分|半減|倍増/.test(frame.text);
  if (bounded && wanted.length === 1 && wanted[0]?.attribute === 'direction')
    return [{ attribute: 'target', years: wanted[0].years }];
  if (!cameOut(frame) || !measure || !(wanted.length === 0 || reachedOnly)) return [...wanted];
  return [{ attribute: 'actual', years: years.all }];
}

/** 令和3年度は64人でしたよね: a KPI's number without an attribute is its result. */
export function claimedFigure(
  { years, around, frame }: Clause,
  claim: Claim,
  sets: readonly SubjectSet[],
): Wanted[] {
  if (claim.limits.length === 0 || claim.reached !== null || sets[0]?.kind !== 'kpi') return [];
  const [fy] = years.all;
  // もう80%に届いた asks what came out, not what is aimed at.
  const result = frame.has('newest') || claim.limits.some(({ text }) => /[いたっえ]た|[いえ]て/.test(text));
  const ids = sets.flatMap(({ named }) => named ?? []);
  if (fy === undefined)
    return result ? [{ attribute: 'actual', years: [] }] : figureMeant(ids, claim, around);
  const prints = (attribute: string) =>
    ids.some((id) => around.facts.cells(attribute, id).some((cell) => cell.fy === fy));
  const attribute = ['actual', 'target', 'baseline'].find(prints) ?? 'actual';
  return [{ attribute, years: attribute === 'baseline' ? [] : years.all }];
}

/** 参加者数は0人で間違いない: the column that prints the figure claimed is the one that is meant; the target where none does. */
function figureMeant(ids: readonly string[], { limits }: Claim, { facts }: Clause['around']): Wanted[] {
  const [limit, more] = limits;
  if (!limit || more || limit.relation !== '=') return [];
  const prints = (attribute: string) =>
    ids.some((id) => newestOf(facts.cells(attribute, id)).some((cell) => baseValue(cell) === limit.value));
  const attribute = ['target', 'actual', 'baseline'].find(prints);
  return attribute === undefined ? [] : [{ attribute, years: [] }];
}

/** The cells of the last year that has a figure. */
function newestOf(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLast(({ value }) => value !== null)?.fy;
  return cells.filter(({ fy, value }) => fy === last && value !== null);
}
