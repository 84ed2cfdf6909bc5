// 西部パッケージ 事業どれ: the level behind the name of a part belongs to the name, where what is asked for is named as well.
import type { Repository } from '../data/repository.ts';
import type { Piece } from './cover.ts';
import type { Mention } from './mentions/mention.ts';

/** The pieces with such a level as a word that says nothing. */
export function withLevelsOfNames(pieces: readonly Piece[]): Piece[] {
  const lastRecords = pieces.findLastIndex(
    ({ mention }) => mention?.meaning.is === 'kind' && ['project', 'kpi'].includes(mention.meaning.kind),
  );
  return pieces.map((piece, at) => {
    const { mention } = piece;
    if (mention?.meaning.is !== 'kind' || mention.meaning.kind !== 'policy' || at > lastRecords) return piece;
    const [before, of] = [pieces[at - 1], pieces[at - 2]];
    const name = before?.text === 'の' ? of : before;
    const part = name?.mention?.meaning;
    if (part?.is !== 'entity' || part.kind !== 'policy' || (name?.end ?? 0) < piece.start - 1) return piece;
    return { ...piece, token: null, mention: { ...mention, meaning: { is: 'intent', id: 'filler' } } };
  });
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
