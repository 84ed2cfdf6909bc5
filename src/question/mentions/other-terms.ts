// 第1期の戦略, where the plan held is that of the second term: another plan, whose figures these are not.
import type { Plan } from '../../data/schemas/plan.ts';
import { normalize } from '../../language/normalize.ts';
import type { Mention } from './mention.ts';

const term = /第?([1-9一二三四五六七八九])期目?/g;
const digits = '〇一二三四五六七八九';

/** The term before one that is held; a statement may tell of it, no column does. */
export function otherTermMentions(text: string, plans: readonly Plan[]): Mention[] {
  return [...text.matchAll(term)].flatMap((match) => {
    const [said, sign] = match as unknown as [string, string];
    const number = digits.includes(sign) ? digits.indexOf(sign) : Number(sign);
    const followed = plans.some(({ name }) => normalize(name).includes(`第${number + 1}期`));
    if (!followed) return [];
    const { index: start } = match;
    return [{ start, end: start + said.length, text: said, cost: 0.2, meaning: { is: 'strange-year' } }];
  });
}
