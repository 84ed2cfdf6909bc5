// Which attribute a claim is about.
import type { Claim, SubjectSet, Wanted } from '../../../query.ts';
import { columnName } from '../../column-name.ts';
import type { Clause } from '../../compose.ts';

/** A word alone is claimed of the attribute that can hold it; nothing else said beside it is told. */
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

/** 令和3年度は64人でしたよね: a KPI's number without an attribute is its result. */
export function claimedFigure(
  { years, around, frame }: Clause,
  claim: Claim,
  sets: readonly SubjectSet[],
): Wanted[] {
  if (claim.limits.length === 0 || claim.reached !== null || sets[0]?.kind !== 'kpi') return [];
  const [fy] = years.all;
  // もう80%に届いた asks what came out, not what is aimed at.
  const cameOut = frame.has('newest') || claim.limits.some(({ text }) => /[いたっえ]た|[いえ]て/.test(text));
  if (fy === undefined) return cameOut ? [{ attribute: 'actual', years: [] }] : [];
  const ids = sets.flatMap(({ named }) => named ?? []);
  const prints = (attribute: string) =>
    ids.some((id) => around.facts.cells(attribute, id).some((cell) => cell.fy === fy));
  const attribute = ['actual', 'target', 'baseline'].find(prints) ?? 'actual';
  return [{ attribute, years: attribute === 'baseline' ? [] : years.all }];
}
