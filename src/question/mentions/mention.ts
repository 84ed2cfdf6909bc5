// A stretch of the text with a meaning and a price; the cheapest cover of the text decides which ones count.
import type { Kind } from '../query.ts';

/** A value typed with its relation: 1億5千万円以上. */
export interface TypedNumber {
  value: number;
  /** End of a range or of 90%台. */
  to: number | null;
  toRelation: '<' | '<=' | null;
  unit: string | null;
  /** Exact yen when the unit is money. */
  yen: number | null;
  relation: '>=' | '<=' | '>' | '<' | null;
  /** 2番目, No. 11: names, does not measure. */
  ordinal: boolean;
}

/** Fiscal years as typed. */
export interface TypedYears {
  /** Ascending; all years of a range. */
  years: number[];
  /** More than one year was meant as one stretch: R6〜R8. */
  range: boolean;
  /** 以降, まで: open at one end. */
  open: 'from' | 'to' | 'before' | 'after' | null;
  /** 上半期 or 下半期. */
  half: boolean;
  /** 今年度, 2年前. */
  relative: boolean;
  /** 前年度, 翌年度: to be counted from a year said elsewhere. */
  shift: number | null;
}

/** What a mention means. */
export type Meaning =
  | { is: 'entity'; kind: Kind; ids: string[] /** The whole name stands in the text. */; exact: boolean }
  /** One of a plan's documents: 個票. */
  | { is: 'document'; numbers: string[]; plans: string[] }
  | { is: 'attribute'; ids: string[] }
  | { is: 'kind'; kind: Kind /** A plan's own level: パッケージ. */; level: string | null }
  /** A word an attribute can hold. */
  | { is: 'word'; attributes: string[]; word: string }
  | { is: 'status'; status: string }
  | { is: 'number'; number: TypedNumber }
  | { is: 'years'; years: TypedYears }
  /** A year-like word that cannot be read. */
  | { is: 'strange-year' }
  /** An intent word of index/lexicon: `max`, `except`, `which`. */
  | { is: 'intent'; id: string }
  /** A place no plan is of. */
  | { is: 'elsewhere' };

export interface Mention {
  start: number;
  end: number;
  text: string;
  meaning: Meaning;
  /** Lower is likelier: 0.5 a full name, 1 a word of the lexicon, more for looser readings. */
  cost: number;
  /** What a slip was read as. */
  readAs?: string;
}
