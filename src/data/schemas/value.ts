// A printed value: never flattened to a bare number, the words always kept.
import * as z from 'zod';
import { fiscalYearSchema, sourceSchema } from './source.ts';

/** How the printed value bounds the result: 80%以上 is `>=`, 10位以内 `<=`, 前年度比増 `>`, 前年度比減 `<`. */
export const relationSchema = z.enum(['=', '>=', '<=', '>', '<']);
export type Relation = z.infer<typeof relationSchema>;

const valueShape = {
  /** The number as printed in `unit` (181,809万円 → 181809), 0 is a number; null when the cell holds words or a dash. */
  value: z.number().nullable(),
  /** 人, 件, %, 万円, 本 …; null when nothing is printed. */
  unit: z.string().min(1).nullable(),
  /** How the value bounds the result. */
  relation: relationSchema,
  /** The cell as printed, after NFKC of digits and without line breaks: `A（計画どおり）`, `累計60件`, `—`. */
  text: z.string().min(1),
  /** A running total (累計60件), not the figure of one year. */
  cumulative: z.literal(true).optional(),
  /** About (約20%). */
  approximate: z.literal(true).optional(),
  /** What the value is compared with: 前年度比 → previous-year, R5年度比 → year with `basisFy`, 全国平均 → average, 削減 → baseline. */
  basis: z.enum(['previous-year', 'year', 'average', 'baseline']).optional(),
  /** The year `basis: year` speaks of. */
  basisFy: fiscalYearSchema.optional(),
  /** The document says 年 (calendar year), not 年度. */
  calendarYear: z.literal(true).optional(),
  /** First fiscal year of a period: R3～R5年 → 2021 with `fy` 2023. */
  periodStart: fiscalYearSchema.optional(),
  /** Only when it differs from the record's own source. */
  source: sourceSchema.optional(),
  /** Why a cell is null or how a shifted cell was settled. */
  note: z.string().min(1).optional(),
};

/** 基準値・現状値. */
export const baselineSchema = z.strictObject({ ...valueShape, fy: fiscalYearSchema.nullable() });
export type Baseline = z.infer<typeof baselineSchema>;

/** 目標値 of a year, of the end year, or of every year. */
export const targetSchema = z.strictObject({
  ...valueShape,
  /** The year the target is for (end of the period); null with `every` or when no year is printed. */
  fy: fiscalYearSchema.nullable(),
  /** 毎年度: the target stands for each year. */
  every: z.literal(true).optional(),
  /** `year`: a yearly step (R3目標 …); `final`: 中期目標, 目標値 of the end year. */
  term: z.enum(['year', 'final']),
  /** Deadline on a day instead of the fiscal year's end: 令和7年4月1日 → 2025-04-01. */
  pointInTime: z.iso.date().optional(),
});
export type Target = z.infer<typeof targetSchema>;

/** 実績 of one fiscal year as a document prints it; `value: null` with text `—` is a printed dash. */
export const actualSchema = z.strictObject({ ...valueShape, fy: fiscalYearSchema });
export type Actual = z.infer<typeof actualSchema>;

/** 達成率 as printed, in per cent; null when the cell holds a dash. */
export const achievementSchema = z.strictObject({
  fy: fiscalYearSchema,
  value: z.number().nullable(),
  text: z.string().min(1),
  note: z.string().min(1).optional(),
});
export type Achievement = z.infer<typeof achievementSchema>;
