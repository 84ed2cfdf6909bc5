// 区分が団体運営補助, 増減率が20％以上: a word that a plan's column is called by is that column where one of its cells' words or a bound stands behind it.
import type { Mention } from './mention.ts';

/** A little less than the other readings of the same words. */
const likelier = 0.01;
const joining = /^(?:が|は|も|の|=|:|、)?「?$/;

/** The mentions, columns cheaper right before what they may hold. */
export function columnsWithWord(mentions: readonly Mention[], text: string): Mention[] {
  const held = mentions.flatMap(({ start, meaning }) =>
    meaning.is === 'word' || (meaning.is === 'number' && meaning.number.relation !== null)
      ? [{ start, meaning }]
      : [],
  );
  if (held.length === 0) return [...mentions];
  return mentions.map((mention) => {
    const { meaning, end } = mention;
    if (meaning.is !== 'attribute') return mention;
    const own = held.some(
      (one) =>
        one.start >= end &&
        joining.test(text.slice(end, one.start)) &&
        (one.meaning.is === 'number' || one.meaning.attributes.some((id) => meaning.ids.includes(id))),
    );
    return own ? { ...mention, cost: mention.cost - likelier } : mention;
  });
}
