// 西部パッケージ 事業どれ: the level behind the name of a part belongs to the name, where what is asked for is named as well.
import type { Repository } from '../data/repository.ts';
import type { Piece } from './cover.ts';
import type { Mention } from './mentions/mention.ts';
import { isPart, namesPlan } from './piece-names.ts';

/** The pieces with such a level as a word that says nothing. */
export function withLevelsOfNames(pieces: readonly Piece[]): Piece[] {
  const lastRecords = pieces.findLastIndex(
    (piece) =>
      (piece.mention?.meaning.is === 'kind' && ['project', 'kpi'].includes(piece.mention.meaning.kind)) ||
      // 連携事業, where a plan is called by it.
      (namesPlan(piece) && /事業$/.test(piece.text)),
  );
  return pieces.map((piece, at) => {
    const { mention } = piece;
    if (mention?.meaning.is !== 'kind' || mention.meaning.kind !== 'policy' || at > lastRecords) return piece;
    const [before, of] = [pieces[at - 1], pieces[at - 2]];
    const name = before?.text === 'の' ? of : before;
    const isNamed = name !== undefined && isPart(name) && name.end >= piece.start - 1;
    if (!isNamed && !isListOf(pieces.slice(at + 1, at + 7))) return piece;
    return { ...piece, token: null, mention: { ...mention, meaning: { is: 'intent', id: 'filler' } } };
  });
}

/** 分野一覧の「災害対策」: the level heads the list in which the part stands. */
function isListOf(behind: readonly Piece[]): boolean {
  const at = behind.findIndex((piece) => isPart(piece));
  return (
    at > 0 &&
    /^の?(?:一覧表?|表|欄|並び)[の、でには]*「?$/.test(
      behind
        .slice(0, at)
        .map(({ text }) => text)
        .join(''),
    )
  );
}

/** 6パッケージ, where a plan has just so many of them: all parts of that level, and no figure with a unit. */
export function withoutAllOfLevel(
  mentions: readonly Mention[],
  { policies }: Pick<Repository, 'policies'>,
): Mention[] {
  const levels = mentions.filter(({ meaning }) => meaning.is === 'kind' && meaning.level !== null);
  return mentions.filter(({ meaning, end, text }) => {
    if (meaning.is !== 'number' || meaning.number.relation !== null || meaning.number.ordinal) return true;
    const noun = levels.find((one) => one.end === end && text === `${meaning.number.value}${one.text}`);
    const level = noun?.meaning.is === 'kind' ? noun.meaning.level : null;
    if (level === null) return true;
    const plans = policies.filter((policy) => policy.level === level).map(({ plan }) => plan);
    return !plans.some((id) => plans.filter((one) => one === id).length === meaning.number.value);
  });
}
