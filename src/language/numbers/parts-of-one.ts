// Shares without a figure of their own: 1/2, 3分の1, 半分以下.
import { numeralAt } from './numerals.ts';
import { relationAt } from './relations.ts';

export interface Share {
  end: number;
  value: number;
  unit: '倍' | '%';
}

const fraction = /(?<![\d./])(\d{1,2})[/\u2044](\d{1,2})(?![\d/.]|(?:の)?(?:時点|現在)|日)/y;
const spoken = /(\d{1,3}|[二三四五六七八九十]{1,2})分の(\d{1,2}|[一二三四五六七八九十]{1,2})/y;
const half = /半(?:分|数|額)/y;
const denominators = new Set([2, 3, 4, 5, 6, 8, 10]);

/**
 * 1/2 → 0.5 倍; 4/1 and 12/31 are dates. 半分 is 50 % only where it is compared (半分以下, 半分を切る):
 * 事業の半分, 半分くらい終わった name no bound.
 */
export function shareAt(text: string, at: number): Share | null {
  fraction.lastIndex = at;
  const written = fraction.exec(text);
  if (written) {
    const [whole, above, below] = written.map((part, index) => (index === 0 ? part : Number(part))) as [
      string,
      number,
      number,
    ];
    const fits = denominators.has(below) && above > 0 && (above < below || (above === 10 && below === 10));
    return fits ? { end: at + whole.length, value: precise(above / below), unit: '倍' } : null;
  }
  spoken.lastIndex = at;
  const said = spoken.exec(text);
  if (said) {
    const [below, above] = [said[1], said[2]].map((part) => numeralAt(part ?? '', 0)?.value ?? 0);
    if (!above || !below || /[〇一二三四五六七八九十\d割]/.test(text[at - 1] ?? '')) return null;
    return { end: at + said[0].length, value: precise(above / below), unit: '倍' };
  }
  half.lastIndex = at;
  const shown = half.exec(text)?.[0];
  if (shown === undefined || text[at - 1] === '過') return null;
  const end = at + shown.length;
  return relationAt(text, end).relation === undefined ? null : { end, value: 50, unit: '%' };
}

function precise(value: number): number {
  return Number(value.toPrecision(15));
}
