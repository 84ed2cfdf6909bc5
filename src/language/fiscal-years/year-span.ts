// What a year in a text is: the shapes that the forms, the joins and the reader hand each other.

/** A year, a date or a run of years as said. */
export interface YearSpan {
  start: number;
  end: number;
  text: string;
  /** Western fiscal years, ascending; all years of a range. */
  years: number[];
  /** `calendar`: 年 without 度; `day`: a month or a day, `years[0]` is the fiscal year that holds it. */
  kind: 'fiscal' | 'calendar' | 'day';
  /** Counted from today: 今年度, 3年前, 4.1時点. */
  relative?: true;
  /** Counted from another year (前年度, 翌年度): `years` hold the nearest year said before it, else the current one, moved by `offset`. */
  relativeTo?: 'said';
  offset?: number;
  /** Several years were joined: `range` R6~R8, `list` R6とR7. */
  joined?: 'range' | 'list';
  /** 以降, 以前 and まで, より前, より後. */
  open?: 'from' | 'to' | 'before' | 'after';
  half?: 'first' | 'second';
  /** YYYY-MM-DD or YYYY-MM. */
  day?: string;
  /** 年度末, 3月末. */
  endOf?: true;
  /** 令和6年度以外, R6じゃなくて. */
  not?: true;
}

export interface YearContext {
  /** The current fiscal year. */
  fiscalYear: number;
  /** YYYY-MM-DD */
  today: string;
}

/** What one form found at a place; `years: []` when it looks like a year and cannot be understood. */
export type YearMention = Omit<YearSpan, 'text'>;
