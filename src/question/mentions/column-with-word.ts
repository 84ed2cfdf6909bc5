// 区分が団体運営補助, 増減率が20％以上: a word that a plan's column is called by is that column where one of its cells' words or a bound stands behind it.
import type { Mention } from './mention.ts';

/** A little less than the other readings of the same words. */
const likelier = 0.01;
const joining = /^(?:が|は|も|の|=|:|、)?「?$/;

/** 住宅火災件数の出典を教えて: beside a record that is named a column of its plan goes before what 出典を教える asks of any plan. */
export function columnsOfRecords(mentions: readonly Mention[], text: string): Mention[] {
  const named = mentions.some(
    ({ meaning }) =>
      meaning.is === 'entity' && meaning.exact && (meaning.kind === 'kpi' || meaning.kind === 'project'),
  );
  if (!named) return [...mentions];
  const own = mentions.filter(
    ({ meaning }) => meaning.is === 'attribute' && meaning.ids.every((id) => id.includes('/')),
  );
  return mentions.filter(
    ({ start, end, meaning }) =>
      meaning.is !== 'intent' ||
      meaning.id !== 'plans' ||
      !own.some((column) => column.start === start && /^を.*[えけ]$/.test(text.slice(column.end, end))),
  );
}

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
