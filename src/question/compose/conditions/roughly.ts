// 18億円余り, 3,000人弱, 約500件: a figure told in round numbers is right for all that it may stand for.
import type { Limit } from '../../query.ts';

const above = /(?:余り|あまり|余|強|(?:と|より)?(?:ちょっと|少し|ちょい))$/;
const below = /(?:弱|近く)$/;
const near =
  /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|だいたい|大体|ざっと)|(?:程度|くらい|ぐらい|前後|ほど)$/;

/** The bounds of a figure that was told roughly; null where it was told exactly. */
export function roughly(value: number, unit: string | null, text: string): Limit[] | null {
  const { last, finer } = placesOf(Math.abs(value), text);
  const limit = (relation: Limit['relation'], at: number) => ({ relation, value: exact(at), unit, text });
  if (above.test(text)) return [limit('>=', value), limit('<', value + finer)];
  if (below.test(text)) return [limit('>=', value - finer), limit('<', value)];
  const about = Math.min(last / 2, Math.abs(value) / 10);
  if (near.test(text)) return [limit('>=', value - about), limit('<=', value + about)];
  return null;
}

/** The place of the last figure that is no zero, and the one by which 余り and 弱 go: a tenth, unless one figure alone was written. */
function placesOf(value: number, text: string): { last: number; finer: number } {
  if (value === 0) return { last: 0, finer: 0 };
  const [figures = '', power = '0'] = value.toExponential(12).split('e');
  const told = figures.replace('.', '').replace(/0+$/, '').length;
  const first = 10 ** Number(power);
  const last = first / 10 ** (told - 1);
  const single = /^[^\d一二三四五六七八九十]*[\d一二三四五六七八九](?![\d.,十百千])/.test(text);
  return { last, finer: told === 1 && !single ? first / 10 : last };
}

const exact = (value: number) => Number(value.toPrecision(12));
