// One cell → number, word, dash, blank, or a refusal: nothing between them is guessed.
import { type NumberSpan, readQuantity } from '../../language/numbers.ts';
import type { Headings } from '../layout/headings.ts';
import { readYears } from './years.ts';

/** A number as written. */
export interface CellNumber {
  is: 'number';
  /** The digits with sign and point, without commas: -1234.5. Exact where a double is not. */
  digits: string;
  value: number;
  /** As written, 万 and 千 before it left out: 人, %, 千円. */
  unit: string | null;
  /** 12.5万人 → 10000. */
  scale: number;
  relation?: '>=' | '<=' | '>' | '<';
  approximate?: true;
  cumulative?: true;
  /** 62%（R6） */
  fy?: number;
}

/** What a cell says. */
export type Reading =
  | CellNumber
  | { is: 'blank' }
  | { is: 'dash' }
  | { is: 'word'; word: string; withDigits: boolean }
  | { is: 'refused'; what: string; cure: string };

/** 1,234.5: read as it stands, exact where a double is not. */
const plainFigure = /^[▲△+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** What a number can begin with; anything else is a word and need not be looked at. */
const beginning = /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ)?\s?[▲△+¥-]?[\d〇一二三四五六七八九十百千]/;
const longestNumber = 30;

/** Reads a cell's text; `#REF!`, `####` and 1.2E+10 are refused, as is what looks like a number and is none. */
export function readCell(text: string, vocabulary: Headings): Reading {
  const shown = text.trim();
  if (shown === '') return { is: 'blank' };
  const broken = refuseBroken(shown);
  if (broken) return broken;
  const plain = shown
    .normalize('NFKC')
    .trim()
    .replace(/^[−‐–](?=\d)/, '-');
  if (isDash(shown, vocabulary)) return { is: 'dash' };
  const { rest, fy } = withoutRemarks(plain);
  const number = readNumber(rest, vocabulary);
  if (number) return { ...number, ...(fy === undefined ? {} : { fy }) };
  return looksBroken(rest) ?? { is: 'word', word: shown, withDigits: /\d/.test(rest) };
}

/** A number with its unit and bounds; null for ranges, shares written as 1/2 and everything that is no number as a whole. */
function readNumber(text: string, vocabulary: Headings): CellNumber | null {
  const [, total, figure = ''] = /^(累計|延べ|のべ|計)?(.*)$/s.exec(text) ?? [];
  const cumulative = total === undefined ? {} : { cumulative: true as const };
  if (plainFigure.test(figure)) {
    const digits = figure.replace(/[▲△]/, '-').replace(/[+,]/g, '');
    return { is: 'number', digits, value: Number(digits), unit: null, scale: 1, ...cumulative };
  }
  if (figure.length > longestNumber || !beginning.test(figure) || /\d\/\d/.test(figure)) return null;
  const said = readQuantity(figure) ?? withOwnUnit(figure, vocabulary);
  if (!said || said.to !== undefined) return null;
  // 3千円 is 3 in 千円; 12.5万人 is 12.5 times 10,000人.
  const scale = said.yen === undefined ? (said.scale ?? 1) : 1;
  const value = Number((said.value / scale).toPrecision(15));
  return {
    is: 'number',
    digits: String(value),
    value,
    unit: said.unit,
    scale,
    ...(said.relation ? { relation: said.relation } : {}),
    ...(said.approximate ? { approximate: true as const } : {}),
    ...cumulative,
  };
}

/** 60dB, 537t: a number before a unit that only this kind of cell has. 24時間対応 is a word, 2026年度 and 12月 are times. */
function withOwnUnit(text: string, vocabulary: Headings): NumberSpan | null {
  const [, figure = '', unit = '', bound = ''] =
    /^(.*\d)([^\d\s,.]{1,14}?(?:(?<=m)[23])?)(以上|以下|以内|未満|超え?|程度|前後)?$/.exec(text) ?? [];
  if (unit === '' || !isUnit(unit, vocabulary) || /^(?:年|年度|月|日|時)$/.test(unit)) return null;
  const said = readQuantity(`${figure}${bound}`);
  return said && said.unit === null ? { ...said, unit } : null;
}

/** What follows a figure is a unit when it is known or as short as one. */
function isUnit(text: string, { words }: Headings): boolean {
  const plain = text.toLowerCase();
  return text.length <= 3 || Object.hasOwn(words.units.money, plain) || words.units.counted.includes(plain);
}

/** Several dash characters are one dash. */
export function isDash(text: string, vocabulary: Headings): boolean {
  const shown = text.trim();
  if (shown === '') return false;
  const { dashes } = vocabulary.words;
  return dashes.includes(shown) || (shown.length <= 4 && [...shown].every((one) => dashes.includes(one)));
}

/** What Excel writes when it cannot show a number. */
export function refuseBroken(shown: string): Reading | null {
  if (/^[#＃]{2,}$/.test(shown))
    return {
      is: 'refused',
      what: `「${shown.slice(0, 8)}」は列幅が足りずに表示できなかった数字です`,
      cure: '元のExcelで列を広げ、保存し直してください',
    };
  if (/^#(?:REF|VALUE|DIV\/0|NAME|N\/A|NULL|NUM|SPILL|CALC|GETTING_DATA)[!?]?$/i.test(shown))
    return {
      is: 'refused',
      what: `「${shown}」は計算式の誤りです`,
      cure: '元のExcelで式を直すか、値を入力してください',
    };
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(shown.normalize('NFKC')))
    return {
      is: 'refused',
      what: `「${shown}」は指数表記で、下の桁が失われています`,
      cure: '元のExcelで表示形式を「数値」にし、保存し直してください',
    };
  return null;
}

/** ※1 behind a number and years in brackets say nothing about its size. */
function withoutRemarks(plain: string): { rest: string; fy?: number } {
  let rest = plain.replace(/\s*(?:※\d*|\*\d*|\(?注\d*\)?)$/u, '');
  // 全14校 is 14校, all of them.
  rest = rest.replace(/^全(?=\d+[^\d\s]{1,3}$)/, '');
  // 1 234 would become another number: only blanks without a digit on both sides go.
  rest = rest.replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
  const bracket = /^(.*\d.*?)\(([^()]*)\)$/s.exec(rest);
  if (bracket) {
    const [, before = '', inside = ''] = bracket;
    const [span] = readYears(inside);
    if (span && span.end - span.start >= inside.replace(/[\s年度末時点現在見込実績値]/g, '').length)
      return { rest: before, ...(span.years.length === 1 ? { fy: span.years[0] ?? 0 } : {}) };
  }
  return { rest };
}

/** Figures that would be misread if they were taken for words or cut short. */
function looksBroken(rest: string): Reading | null {
  if (/^[▲△+-]?\d[\d,]*(?:\.\d*)?[^\d\s]{0,3}$/.test(rest) && /,/.test(rest))
    return {
      is: 'refused',
      what: `「${rest}」は桁区切りの位置が合いません`,
      cure: '数字を確かめ、コンマを3桁ごとにするか除いてください',
    };
  if (/^\([▲△+-]?[\d,.]+\)$/.test(rest))
    return {
      is: 'refused',
      what: `「${rest}」は括弧付きの数字で、負の数か内数か分かりません`,
      cure: '負の数は「-」か「▲」で書き、内数は別の列に分けてください',
    };
  if (/^[▲△+-]?[\d,.]+(?:\s+[▲△+-]?[\d,.]+)+$/.test(rest))
    return {
      is: 'refused',
      what: `「${rest.replace(/\s+/g, ' ')}」は1つのセルに数字が2つ以上あります`,
      cure: '1つのセルに1つの数字になるよう、行か列を分けてください',
    };
  return null;
}

/** Yen exactly: 11200.834 in 千円 → 11200834, without a double in between. */
export function inYen(digits: string, factor: number): number {
  const [, sign = '', left = '0', right = ''] = /^(-?)(\d*)(?:\.(\d+))?$/.exec(digits) ?? [];
  const places = Math.round(Math.log10(factor));
  if (10 ** places !== factor) return Number(digits) * factor;
  const moved = `${left}${right.slice(0, places).padEnd(places, '0')}`;
  const below = right.slice(places).replace(/0+$/, '');
  return Number(`${sign}${moved}${below === '' ? '' : `.${below}`}`);
}
