// Numbers that name one thing of a row instead of counting: No.11, 9番, 2つ目, SDGsの目標3, 34ページ.
import { numeralAt } from './numerals.ts';
import { unitAt } from './units.ts';

export interface Ordinal {
  start: number;
  end: number;
  value: number;
  unit: string;
}

const numeral = '(\\d+|[一二三四五六七八九十百]+)';
const forms: [RegExp, string][] = [
  [/(?:sdgs?の?|ゴール ?)(?:目標|ゴール|target)? ?(\d{1,2})(?:番目?)?(?!\d|[,.]\d)/g, 'ゴール'],
  [/(?<![a-z])(?:no|n0)\.? ?(\d+)番?(?!目)(?![\d,.]?\d)/g, '番'],
  [/番号 ?(\d{1,3})番?(?!目)(?![\d,.-])/g, '番'],
  [/(?<!いち)ナンバー ?(\d+)/g, '番'],
  [new RegExp(`${numeral}番目?(?!地|街|線|組|茶)`, 'g'), '番'],
  [new RegExp(`${numeral}(つ|行|列|件|人|回|か所|個|年|社|本|度|ページ|頁)目`, 'g'), ''],
  [new RegExp(`${numeral}(つ)め(?!ぐ)`, 'g'), ''],
  [/(?<![a-z])pp?\. ?(\d+)/g, 'ページ'],
  [/(\d+)(?:ページ|頁)/g, 'ページ'],
];

/** Every ordinal of the text that is not `taken`; a lone 一番 says "most" and is none. */
export function readOrdinals(text: string, taken: readonly boolean[]): Ordinal[] {
  const found: Ordinal[] = [];
  if (!/[\d一二三四五六七八九十百]/.test(text)) return found;
  for (const [form, unit] of forms)
    for (const match of text.matchAll(form)) {
      const [whole, digits = '', counted] = match;
      const start = match.index;
      const end = start + whole.length;
      if (taken.slice(start, end).some(Boolean)) continue;
      if (
        /^一番(?!目)/.test(whole) ||
        /[\d,.a-z第]/.test(/^[\d一-龠]/.test(whole) ? (text[start - 1] ?? '') : '')
      )
        continue;
      const value = numeralAt(digits, 0)?.value;
      if (value === undefined || value > 1e6 || found.some((one) => start < one.end && one.start < end))
        continue;
      found.push({ start, end, value, unit: unit || (counted ?? '') });
    }
  for (const one of [...found])
    for (const more of listed(text, one))
      if (!found.some(({ start, end }) => more.start < end && start < more.end)) found.push(more);
  return found;
}

/** No. 5・9・29 and 30~39ページ: the other figures of the list are ordinals too. */
function listed(text: string, { start, end, unit }: Ordinal): Ordinal[] {
  if (unit !== '番' && unit !== 'ページ' && unit !== 'ゴール') return [];
  const more: Ordinal[] = [];
  const behind = /([・~-] ?|と)(\d{1,3})(?![\d.,]*\d)/y;
  behind.lastIndex = end;
  for (let found = behind.exec(text); found; found = behind.exec(text)) {
    const [whole, joint = '', digits = ''] = found;
    const from = found.index + joint.length;
    if (
      unitAt(text, found.index + whole.length, 'arabic') ||
      /^(?:番|ページ)/.test(text.slice(behind.lastIndex))
    )
      break;
    more.push({ start: from, end: from + digits.length, value: Number(digits), unit });
  }
  const before = /(?<![\d.,])(\d{1,3})[・~-] ?$/.exec(text.slice(Math.max(0, start - 6), start));
  if (before?.[1] !== undefined && /^\d/.test(text[start] ?? '')) {
    const from = start - before[0].length;
    more.push({ start: from, end: from + before[1].length, value: Number(before[1]), unit });
  }
  return more;
}
