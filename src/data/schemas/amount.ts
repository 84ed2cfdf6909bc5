// 金額: money of a year by its kind (当初予算, 決算 …), exact to the yen. A dash, a blank and 0 are three things.
import * as z from 'zod';
import { fiscalYearSchema, sourceSchema } from './source.ts';

/**
 * `initial` 当初予算 · `supplement` 補正 · `revised` 補正後・最終予算 · `settled` 決算 · `executed` 執行 · `planned` 計画・見込み ·
 * `requested` 要求 · `current` 現計.
 */
export const amountKindSchema = z.enum([
  'initial',
  'supplement',
  'revised',
  'settled',
  'executed',
  'planned',
  'requested',
  'current',
]);
export type AmountKind = z.infer<typeof amountKindSchema>;

/** One amount cell of a project. */
export const amountSchema = z.strictObject({
  fy: fiscalYearSchema,
  /** A kind the plan declares. */
  kind: amountKindSchema,
  /** Exact yen (34,507千円 is 34507000); null when the cell holds a dash or is blank. */
  yen: z.int().nullable(),
  /** As printed: `34,507`, `—`, `` (blank). */
  text: z.string(),
  source: sourceSchema,
  /** What the document calls it where that is less than its kind: 決算見込, which is no 決算 yet. */
  called: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
});
export type Amount = z.infer<typeof amountSchema>;

/** A kind of amount the plan prints. */
export const declaredAmountSchema = z.strictObject({
  kind: amountKindSchema,
  /** As printed above the column: R5年度予算額, 決算額. */
  label: z.string().min(1),
  /** Everyday words for it. */
  words: z.array(z.string().min(1)),
  /** Unit the cells are printed in. */
  unit: z.enum(['円', '千円', '万円', '百万円', '億円']),
});
export type DeclaredAmount = z.infer<typeof declaredAmountSchema>;
