// A fact of the export, asked for in several wordings.

/** One wording with its blanks filled. */
export interface Wording {
  template: string;
  text: string;
}

/** One fact with the questions that ask for it. */
export interface Asked {
  /** What kind of fact: a group of the tests. */
  kind: string;
  /** Which fact, for messages: its record, attribute and year. */
  about: string;
  /** Other words for the same question: one query. */
  questions: Wording[];
  /** What the first sentences hold, all of it. */
  expected: string[];
  /** What they must not hold. */
  never?: RegExp;
  /** The thread's question before. */
  context?: string;
  /** The expected parts stand in this order. */
  ordered?: true;
}

/** `{name}` and `{year}` filled in each template. */
export function fill(templates: readonly string[], values: Record<string, string>): Wording[] {
  return templates.map((template) => ({
    template,
    text: template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''),
  }));
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Ways to write a fiscal year of 令和: 2025 → R7, 令和7年度, 2025年度, 令和七年度, 令和７年度. */
function yearForms(fy: number): string[] {
  const year = fy - 2018;
  if (year < 1 || year > 12) return [`${fy}年度`];
  const wide = String(year).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return [
    `R${year}`,
    `令和${year}年度`,
    `${fy}年度`,
    `令和${digits[year]}年度`,
    `令和${wide}年度`,
    `Ｒ${wide}`,
  ];
}

/** Each template with the next form of the year in it. */
export function withYears(
  templates: readonly string[],
  values: Record<string, string>,
  fy: number,
): Wording[] {
  const forms = yearForms(fy);
  return templates.flatMap((template, i) =>
    fill([template], { ...values, year: forms[i % forms.length] as string }),
  );
}

/** 34507 → 34,507 */
export const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** 34507000 → 34,507千円; 34507200 → 34,507,200円 */
export const money = (yen: number) => (yen % 1000 === 0 ? `${grouped(yen / 1000)}千円` : `${grouped(yen)}円`);
