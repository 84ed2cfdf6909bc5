// 「R6にはなくてR7から入った」: money in the one year and none in the other.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import { type Frame, isIntent } from '../frame.ts';

/** Takes the word that denies the first year, and both years. */
export function newlyIn(frame: Frame, { facts }: Around): Condition[] {
  const listed = frame.has('which', 'list', 'count') || frame.kinds().length > 0;
  const [first, second, more] = frame.years();
  if (!listed || !first || !second || more || frame.numbers().length > 0) return [];
  const [from, to] = [first.meaning.years.years[0], second.meaning.years.years[0]];
  const missing = frame
    .intents('none', 'not-written')
    .find((item) => !item.used && item.start > first.start && item.end <= second.start);
  if (!missing || from === undefined || to === undefined || !/^(?:に|は)/.test(frame.text.slice(first.end)))
    return [];
  // R6はやってなくて: what was not done is said by the denial.
  for (const item of frame.items) if (item.start >= first.end && item.end <= missing.start) item.used = true;
  const money = frame.attributes().find(({ meaning }) => meaning.ids.some((id) => facts.attribute(id)?.adds));
  const attribute = money?.meaning.ids.find((id) => facts.attribute(id)?.adds) ?? 'budget';
  missing.used = true;
  // …ものと、その予算額は: asked for, and no part of the condition.
  const asked = money !== undefined && money.start > second.end && isIntent(frame.before(money), 'that');
  if (money && !asked) money.used = true;
  frame.use('join', 'written');
  const has = (fy: number): Predicate => ({ is: 'has', attribute, fy });
  return [
    { predicate: { is: 'not', that: has(from) }, item: missing, label: `${first.text}になし` },
    { predicate: has(to), item: second, label: `${second.text}にあり` },
  ];
}
