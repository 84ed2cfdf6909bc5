// 「万円でいうと？」, 「億だといくら」: what the thread asked for, in another unit of money.
import type { Rule } from '../ask.ts';

/** Nothing but the unit. */
const unitAlone =
  /^(?:それ|これ|じゃあ|では|その額)?(?:は|って|を)?[、]?([億万百千]{0,2}円|[億万](?=で|だ|に))(?:で|だ|に|って)?(?:と|言うと|いうと|言ったら|いったら|直すと|なおすと|換算すると|表すと|すると)?(?:いくら|どのくらい|どれくらい)?(?:です|になります|ですか|になる)?か?[?？。]*$/;

export const inUnit: Rule = ({ frame, before, around }) => {
  const unit = unitAlone.exec(frame.text.trim())?.[1];
  if (unit === undefined || !before || around.command !== null) return null;
  if (!['values', 'sum', 'average', 'difference', 'extreme', 'compare'].includes(before.ask)) return null;
  return { ...before, unit: unit.endsWith('円') ? unit : `${unit}円`, unread: [], assumed: [] };
};
