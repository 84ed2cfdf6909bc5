// The words of headings in real files (index/headings.json), looked up after one spelling for all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { amountKindSchema } from '../../data/schemas/amount.ts';

const words = z.array(z.string().min(1));

/** The content of `index/headings.json`. */
export const headingsSchema = z.strictObject({
  /** Headings of a column that names projects. */
  project: words,
  number: words,
  /** 連番: says nothing beyond the order. */
  serial: words,
  /** A department in full. */
  department: words,
  /** 局, 部, 課, 係 in columns of their own, the widest first. */
  departmentParts: z.array(words),
  policy: words,
  policyCode: words,
  /** Labels of a form that are no headings of a list. */
  formLabels: words,
  money: z.record(z.union([amountKindSchema, z.literal('unknown')]), words),
  /** Amounts that are no budget: sources of funds, labour cost. */
  moneyAttributes: words,
  summary: words,
  kpiGroups: words,
  /** Groups of numbered columns that look like KPIs and are none. */
  otherGroups: words,
  kpi: z.strictObject({
    name: words,
    namePart: words,
    unit: words,
    baseline: words,
    current: words,
    target: words,
    actual: words,
    rate: words,
    targetYear: words,
    baselineYear: words,
    direction: words,
  }),
  year: words,
  /** Years of the row's own figures rather than of the paper. */
  ownYear: words,
  /** In the name of a sheet that shows how to fill in another. */
  sampleSheets: words,
  rowKind: words,
  amount: words,
  /** Names of people, telephone numbers: left out. */
  personal: words,
  /** What a row of totals is called. */
  totals: words,
  /** In brackets behind a heading: 当初予算（合計）. */
  totalMarks: words,
  ditto: words,
  dashes: words,
  relativeYears: z.record(z.string(), z.int()),
  units: z.strictObject({
    money: z.record(z.string(), z.number()),
    rate: words,
    counted: words,
  }),
  /** What a heading above an amount says of it: 決算 over 事業費. */
  kindWords: z.record(z.string(), words),
  /** What people say for columns that are none of the product's own: 開始年度 is asked for as いつから. */
  askedAs: z.record(z.string(), words),
  /** 皆増, 集計中: words where a figure could stand. */
  insteadOfFigures: words,
  lowerIsBetter: words,
  higherIsBetter: words,
  cumulativeWords: words,
});
export type HeadingWords = z.infer<typeof headingsSchema>;

/** The words, each list ready to be asked. */
export interface Headings {
  words: HeadingWords;
  /** Spelled for comparison. */
  has(list: readonly string[], text: string): boolean;
}

/** One spelling: NFKC, lower case, no blanks, no brackets that only decorate, one kind of dash. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u3000]/g, '')
    .replace(/取り組み|取組み/g, '取組')
    .replace(/[≪≫《》<>【】〔〕「」『』■□◆◇●○★☆▼▽◎※:]/g, '')
    .replace(/[‐‑–—―−─]/g, '-')
    .replace(/[【[［〔]/g, '(')
    .replace(/[】\]］〕]/g, ')');
}

/** Takes the words as data. */
function createHeadings(content: unknown): Headings {
  const data = headingsSchema.parse(content);
  const sets = new Map<readonly string[], Set<string>>();
  return {
    words: data,
    has(list, text) {
      let set = sets.get(list);
      if (!set) {
        set = new Set(list.map(plainHeading));
        sets.set(list, set);
      }
      return set.has(text);
    },
  };
}

/** Reads `headings.json` of a folder of word lists. */
export function loadHeadings(folder: string): Headings {
  return createHeadings(JSON.parse(readFileSync(join(folder, 'headings.json'), 'utf8')));
}
