// 第1期の戦略, where the plan held is that of the second term: another plan, whose figures these are not.
import type { Plan } from '../../data/schemas/plan.ts';
import { normalize } from '../../language/normalize.ts';
import type { Mention } from './mention.ts';

const term = /第?([1-9一二三四五六七八九])期目?/g;
/** その前の計画, 前期の戦略. */
const termBefore = /(?:その|ひとつ|一つ|1つ)?前(?:期)?の(?:総合)?(?:計画|戦略|プラン)/g;
const digits = '〇一二三四五六七八九';

/** The term before one that is held; a statement may tell of it, no column does. */
export function otherTermMentions(text: string, plans: readonly Plan[]): Mention[] {
  const later = plans.some(({ name }) => /第[2-9二三四五六七八九]期/.test(name));
  const former = later ? [...text.matchAll(termBefore)] : [];
  const called = former.map((match): Mention => {
    const [said] = match;
    const { index: start } = match;
    return { start, end: start + said.length, text: said, cost: 0.2, meaning: { is: 'strange-year' } };
  });
  return [...called, ...numbered(text, plans)];
}

function numbered(text: string, plans: readonly Plan[]): Mention[] {
  return [...text.matchAll(term)].flatMap((match): Mention[] => {
    const [said, sign = ''] = match;
    const number = digits.includes(sign) ? digits.indexOf(sign) : Number(sign);
    const { index: start } = match;
    const held = plans.filter(({ name }) => normalize(name).includes(`第${number}期`));
    const [own, more] = held;
    // くるめの2期の人口の目標: the plan that is held, by its term.
    if (own && !more)
      return [
        {
          start,
          end: start + said.length,
          text: said,
          cost: 0.5,
          meaning: { is: 'entity', kind: 'plan', ids: [own.id], exact: true },
        },
      ];
    const followed = plans.some(({ name }) => normalize(name).includes(`第${number + 1}期`));
    if (!followed) return [];
    return [{ start, end: start + said.length, text: said, cost: 0.2, meaning: { is: 'strange-year' } }];
  });
}
