// A text wrapped at a width, as mails are: a line end inside a word, or behind one full line of several, ends nothing.
import type { Token, Tokenizer } from '../language/tokenizer/tokenizer.ts';

/** So many signs around a line end are read. */
const around = 12;
/** Lines at least so long may be full, and so much shorter than the longest. */
const shortestFull = 10;
const ragged = 2;

const letter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]';
const goesOver = new RegExp(`(?:${letter}|[0-9０-９])$`, 'u');
const goesOn = new RegExp(`^${letter}`, 'u');

/** The text with the lines joined that only the width of a page parted. */
export function unwrapped(text: string, tokenizer: Tokenizer): string {
  if (!text.includes('\n')) return text;
  const lines = text.split(/\r?\n/);
  const longest = Math.max(...lines.map(({ length }) => length));
  const isFull = (line: string) => longest >= shortestFull && line.length >= longest - ragged;
  const cuts = lines.slice(1).map((next, at) => cutsWord(lines[at] as string, next, tokenizer));
  const full = lines.slice(0, -1).filter(isFull).length;
  const wrapped = full > 1 && cuts.some((cut, at) => cut && isFull(lines[at] as string));
  return lines.reduce((read, next, at) => {
    const before = lines[at - 1] as string;
    const joined = cuts[at - 1] || (wrapped && isFull(before) && !beginsItem(next));
    return `${read}${joined ? '' : '\n'}${next}`;
  });
}

/** ・, 1., (2), 【…】: an item of a list. */
function beginsItem(line: string): boolean {
  return /^\s*(?:[・●○■□◆★※>＞\-−*①-⑳【]|[(（]?[0-9０-９]{1,2}[.．)）、]|$)/u.test(line);
}

/** 予|算, 洗|い出したい, 位置付けられています|か: the next line goes on with a word of this one. */
function cutsWord(line: string, next: string, tokenizer: Tokenizer): boolean {
  if (!goesOver.test(line) || !goesOn.test(next)) return false;
  const before = line.slice(-around);
  const edge = before.length;
  const tokens = tokenizer.tokenize(before + next.slice(0, around));
  const over = tokens.find(({ start, end }) => start < edge && edge < end);
  if (over) return over.known;
  const first = tokens.find(({ start }) => start === edge);
  return first !== undefined && leans(first);
}

/** の, ます, 年度, いる: what stands behind another word only. */
function leans({ pos, posDetail1 }: Token): boolean {
  if (pos === '助詞' || pos === '助動詞') return true;
  return ['接尾', '非自立'].includes(posDetail1) && (pos === '動詞' || pos === '名詞');
}
