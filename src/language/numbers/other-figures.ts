// Figures that count nothing: telephone numbers, codes, dates, list marks, 第2期, 20歳代, 再掲1.
import { shareAt } from './parts-of-one.ts';
import { unitAt } from './units.ts';

const numeral = '(?:(?<!\\d)\\d+|(?<![〇一二三四五六七八九十百千])[〇一二三四五六七八九十百千]+)';

const patterns = [
  // 0942-30-9116, 3-1-2, 093(582)2174, 〒802-8601
  /(?<!\d)\d+(?:-\(?\d+\)?){2,}/g,
  /0\d{1,4}\(\d+\)\d+/g,
  /〒 ?\d+(?:-\d+)?/g,
  // 0942, 007: a leading nought is no amount.
  /(?<![\d.,])0\d+(?:-\d+)*/g,
  // 1.2.3, 7.4.1
  /(?<!\d)\d+\.\d+\.\d+[\d.]*/g,
  /\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?/g,
  // 9:30, 13時, 4月1日, 12月議会, 31日
  /(?<![a-z\d])\d{1,2}:[0-5]\d(?![\d.])/g,
  new RegExp(`${numeral}時(?!間)(?:半|\\d+分)?`, 'g'),
  new RegExp(`(?:${numeral}[~・、-])?${numeral}月(?:${numeral}日)?`, 'g'),
  /(?<!\d)(?:\d|[12]\d|3[01])日(?!間|\/)/g,
  /[一二三四五六七八九十]+日(?!間)/g,
  // (1), 3(2)e, vii-3-(1)-2
  /(?<!\d)\d+\(\d+\)[a-z]?/g,
  /\(\d{1,2}\)/g,
  /[a-z\d)]-\(?\d+\)?(?:-\(?\d+\)?)+/g,
  /(?<=[a-z)])-\d+/g,
  // 1. 事業費は …
  /(?<=^|[\s。])\d{1,2}[.)](?!\d)/g,
  // 第2期, 第三セクター; 第17位 is a rank.
  /第 ?\d+(?!\d|位)|第 ?[〇一二三四五六七八九十百千]+(?![〇一二三四五六七八九十百千]|位)/g,
  // 2桁, 20代, 20歳代, 1980年代, 3年生, 2号, 3丁目, 第 left out: 2期, 6次産業
  new RegExp(
    `${numeral}(?:[~・]${numeral})?(?:ケタ|けた|桁|歳代|代(?!の?(?:表|替|金))|年代|年生|年次|回生|号(?!車)|級|類|丁目|番地|番街|期|次(?!第)|章|節|条|項(?!目)|番線|月期|字熟語|色|大都市|字)`,
    'g',
  ),
  // 再掲1, 注2, ※3, 表4, 図5, 施策2: unless a unit follows, see below.
  /(?:再掲|注|※|表|図|別紙|別表|別添|資料|様式|参考|施策|基本目標|基本方針|政策|戦略|取組|重点|フェーズ|ステップ|レベル|ランク|ビジョン|プラン|パッケージ|プロジェクト|バージョン|ver\.?)\(?\d+\)?(?![\d,.])/g,
];

/** True where a character belongs to a figure that is no number. */
export function markOtherFigures(text: string, taken: boolean[]): void {
  if (!/[\d〇一二三四五六七八九十百千]/.test(text)) return;
  const mark = (start: number, end: number) => taken.fill(true, start, end);
  for (const pattern of patterns)
    for (const found of text.matchAll(pattern)) {
      const end = found.index + found[0].length;
      // 資料2件, 施策3つ
      if (
        /^(?:再|注|※|表|図|別|資|様|参|施|基|政|戦|取|重|フ|ス|レ|ラ|ビ|プ|パ|バ|v)/.test(found[0]) &&
        countedAt(text, end)
      )
        continue;
      mark(found.index, end);
    }
  // h28, co2, pm2.5, covid-19, 5g, 4r, 1b; kpi3件 and 12km are counted.
  for (const found of text.matchAll(/(?<![a-z])([a-z]+)([-.']?)(\d[\d.]*)(?:[a-z]+|-\d+)*/g)) {
    const [whole, letters = '', joint, figures = ''] = found;
    const digitsEnd = found.index + letters.length + (joint?.length ?? 0) + figures.length;
    if (letters.length > 1 && joint === '' && countedAt(text, digitsEnd)) continue;
    mark(found.index, found.index + whole.length);
  }
  // 4/1 is a day, 1/2 a share.
  for (const found of text.matchAll(/(?<![\d./])\d+\/\d+(?!\/)/g))
    if (!shareAt(text, found.index)) mark(found.index, found.index + found[0].length);
  for (const found of text.matchAll(/(?<![\d.,])\d[\d.,]*(?=[a-z])/g))
    if (!unitAt(text, found.index + found[0].length, 'arabic'))
      mark(found.index, found.index + found[0].length);
}

function countedAt(text: string, at: number): boolean {
  return unitAt(text, at, 'arabic') !== null;
}
