// One KPI (指標): what it measures, from where to where, and every printed result.
import * as z from 'zod';
import { attributeValueSchema } from './attribute.ts';
import { idSchema, sourceSchema } from './source.ts';
import { achievementSchema, actualSchema, baselineSchema, targetSchema } from './value.ts';

/** Which way is better; set by reading name, unit and words, never from `target < baseline`. */
export const directionSchema = z.enum(['up', 'down', 'keep', 'rank', 'milestone', 'unknown']);

/**
 * How results are held against the target (the rows of the status rule):
 * `yearly` a target printed for each year, judged actual ÷ target · `end-year` from a base to one end year ·
 * `cumulative` a running total · `per-year` the same target every year (6回/年, 毎年度) · `maintain` 維持 ·
 * `rank` N位以内 · `year-over-year` 前年度比増減 · `average-gap` against 全国平均 · `period-average` mean over the years ·
 * `milestone` done or not (策定) · `graded` a ladder of grades (A（計画どおり）) · `reduce-by` 約20%削減 · `unset` no usable target at all.
 */
export const measureSchema = z.enum([
  'yearly',
  'end-year',
  'cumulative',
  'per-year',
  'maintain',
  'rank',
  'year-over-year',
  'average-gap',
  'period-average',
  'milestone',
  'graded',
  'reduce-by',
  'unset',
]);
export type Measure = z.infer<typeof measureSchema>;

/** One KPI; printed in several rows it is still one record with several projects. */
export const kpiSchema = z.strictObject({
  id: idSchema,
  /** As printed, OCR slips mended, without ※ remarks. */
  name: z.string().min(1),
  /** Other spellings: the slip as printed, short names. */
  aliases: z.array(z.string().min(1)),
  /** Ids of the projects it belongs to; empty for a KPI of a package, basic goal or the whole plan. */
  projects: z.array(idSchema),
  /** Id of the policy (package, basic goal) it stands under; null for project KPIs. `plan` level KPIs name the plan id. */
  policy: idSchema.nullable(),
  /** The department in charge where it is printed beside the KPI itself; that of its projects needs no mention. */
  department: z.string().min(1).optional(),
  /** Which way is better. */
  direction: directionSchema,
  /** How results are held against the target. */
  measure: measureSchema,
  /** Terms people may search for that the name does not hold. */
  keywords: z.array(z.string().min(1)),
  /** 基準値・現状値; null when none is printed. */
  baseline: baselineSchema.nullable(),
  /** Every printed target, yearly steps and final ones. */
  targets: z.array(targetSchema),
  /** Printed results only; what staff record is kept in the store. */
  actuals: z.array(actualSchema),
  /** 達成率 as printed, never computed. */
  achievements: z.array(achievementSchema),
  /** ※中期目標改訂 is printed at the name. */
  targetRevised: z.literal(true).optional(),
  /** What it holds in the plan's own columns; absent when nothing. */
  values: z.array(attributeValueSchema).optional(),
  /** Every place the KPI is printed at; never empty. */
  sources: z.array(sourceSchema).min(1),
  /** How unclear cells were read, in Japanese. */
  notes: z.array(z.string().min(1)),
});
export type Kpi = z.infer<typeof kpiSchema>;
