// おすすめのお店を、予算4千円で: what there is to spend on it is no column of a plan.
import type { Frame } from './frame.ts';

/** A longer text is no single word. */
export const longestWord = 4;

/** Off the topic by a whole phrase, beside which only an amount is said. */
export function plainlyOffTopic(frame: Frame): boolean {
  const phrase = frame.intents('off-topic').some(({ text }) => text.length > longestWord);
  const spends = frame.attributeIds().every((id) => id === 'budget') && frame.numbers().length > 0;
  return phrase && spends && frame.kinds().length + frame.entities('project', 'kpi').length === 0;
}
