// 事業: what people look up. Listed under several policies (再掲) it is one project all the same.
import * as z from 'zod';
import { fiscalYearSchema, idSchema, sourceSchema } from './source.ts';

/** 予算・事業費 of one fiscal year. A dash, a blank and 0 are three things. */
export const budgetSchema = z.strictObject({
  fy: fiscalYearSchema,
  /** 千円; null when the cell holds a dash or is blank. */
  thousandYen: z.int().nullable(),
  /** As printed: `34,507`, `—`, `` (blank). */
  text: z.string(),
  source: sourceSchema,
});
export type Budget = z.infer<typeof budgetSchema>;

/** One row in which a document lists the project, with the facts printed in just that row. */
export const listingSchema = z.strictObject({
  /** Id of the policy (measure, package …) it is listed under. */
  policy: idSchema,
  /** Also-named policies of the row: directions ⑦⑫ of a kurume project. */
  directions: z.array(idSchema),
  /** 【再掲】 is printed. */
  repeated: z.boolean(),
  source: sourceSchema,
  /** SDGs goal numbers as printed in the row. */
  sdgs: z.array(z.int().min(1).max(17)),
  /** R3年度事業評価: 大変順調, 順調, やや遅れ, 遅れ; null when the row prints none. */
  evaluation: z.strictObject({ fy: fiscalYearSchema, word: z.string().min(1) }).nullable(),
  /** R3年度局施策評価 of the policy, as printed for the row (merged cells count for each row they span). */
  policyEvaluation: z.strictObject({ fy: fiscalYearSchema, word: z.string().min(1) }).nullable(),
  /** 事業費の増減: 増額, 減額, 維持. */
  budgetChange: z.string().min(1).nullable(),
  /** 成果の方向性: 継続, 拡大 … */
  outcomeDirection: z.string().min(1).nullable(),
  /** 人件費（目安）, 千円. */
  laborCostThousandYen: z.int().nullable(),
  /** What the row says about the project, in our own words, where it differs from other rows. */
  focus: z.string().min(1).optional(),
  /** How an unclear cell of the row was read. */
  note: z.string().min(1).optional(),
});
export type Listing = z.infer<typeof listingSchema>;

/** Who takes part. `all`: 全市町; `listed`: the towns of the card only; `unknown`: the document prints none. */
export const participantsSchema = z.strictObject({
  scope: z.enum(['all', 'listed', 'unknown']),
  /** Names as in municipalities.json, in the document's order; all 18 for `all`. */
  towns: z.array(z.string().min(1)),
  /** What is printed besides the towns, in our own words; null when nothing is. */
  text: z.string().nullable(),
});

/** One project. */
export const projectSchema = z.strictObject({
  id: idSchema,
  /** As printed, OCR slips mended, without 【再掲】. */
  name: z.string().min(1),
  /** Other spellings: the slip as printed, short names. */
  aliases: z.array(z.string().min(1)),
  /** One or two sentences in our own words. */
  summary: z.string().min(1),
  /** Terms people may search for that the name does not hold. */
  keywords: z.array(z.string().min(1)),
  /** Every row it is listed in; never empty. */
  listings: z.array(listingSchema).min(1),
  /** 担当課; null when not printed. */
  department: z.string().min(1).nullable(),
  /** 連携市町. */
  participants: participantsSchema,
  /** One for each budget cell, dashes and blanks included. */
  budgets: z.array(budgetSchema),
  /** 費用負担: who pays, as a class and in our own words; null when not printed. */
  costBearing: z
    .strictObject({
      bearer: z.enum([
        'kitakyushu',
        'kitakyushu-in-principle',
        'participants',
        'negotiated',
        'none-expected',
      ]),
      text: z.string().min(1),
    })
    .nullable(),
  /** 役割分担 in our own words; null when not printed. */
  roles: z.strictObject({ lead: z.string().min(1), partners: z.string().min(1) }).nullable(),
  /** 効果 in our own words; empty when not printed. */
  effects: z.array(z.string().min(1)),
  /** Fiscal years marked ● as a main project (主要事務事業). */
  mainProjectYears: z.array(fiscalYearSchema),
  /** Printed number of the project where the document numbers projects, not rows (事務事業番号). */
  number: z.int().nullable(),
  /** Every place the project is printed at; never empty. */
  sources: z.array(sourceSchema).min(1),
  /** How unclear cells were read, in Japanese. */
  notes: z.array(z.string().min(1)),
});
export type Project = z.infer<typeof projectSchema>;
