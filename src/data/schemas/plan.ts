// One seed file: a plan with its policies, projects, KPIs and statements.
import * as z from 'zod';
import { declaredAmountSchema } from './amount.ts';
import { attributeSchema, levelSchema } from './attribute.ts';
import { kpiSchema } from './kpi.ts';
import { policySchema } from './policy.ts';
import { projectSchema } from './project.ts';
import { fiscalYearSchema, idSchema } from './source.ts';
import { statementSchema } from './statement.ts';

/** A published plan or evaluation. */
export const planSchema = z.strictObject({
  id: idSchema,
  /** Title as published. */
  name: z.string().min(1),
  /** Short name for messages: 総合戦略, R5行政評価. */
  shortName: z.string().min(1),
  /** Everyday names people ask with. */
  aliases: z.array(z.string().min(1)),
  /** As the document names it. */
  publisher: z.string().min(1),
  /** Name of the municipality that published it. */
  municipality: z.string().min(1),
  /** Name of the centre city of several towns; null when the plan is one town's own. */
  leadMunicipality: z.string().min(1).nullable(),
  /** The area of municipalities.json whose towns 全市町 means; null when the plan speaks of none. */
  area: z.string().min(1).nullable(),
  /** Years the plan covers. */
  period: z.strictObject({
    from: fiscalYearSchema,
    to: fiscalYearSchema,
    /** The document prints no period: these are the years its figures span. */
    ofFigures: z.literal(true).optional(),
  }),
  /** Fiscal years for which the document has a budget column. */
  budgetYears: z.array(fiscalYearSchema),
  /** How much newer plans weigh in ties: the plan's own publication fiscal year. */
  publishedFy: fiscalYearSchema,
  /** The published documents the plan's facts stand in. */
  documents: z
    .array(
      z.strictObject({
        /** Three digits, as sources name it: `002`. */
        number: z.string().regex(/^\d{3}$/),
        title: z.string().min(1),
        /** What people call it apart from the plan's other documents: 個票, カード. */
        aliases: z.array(z.string().min(1)).optional(),
        publisher: z.string().min(1),
        /** 「…を加工して作成」. */
        attribution: z.string().min(1),
      }),
    )
    .min(1),
  /** What it calls its projects beside 事業: 補助金; absent when nothing else. */
  projectWords: z.array(z.string().min(1)).optional(),
  /** Levels of its policies, top first. */
  levels: z.array(levelSchema),
  /** Columns of its own, in the order they are shown. */
  attributes: z.array(attributeSchema),
  /** Kinds of amounts it prints; the first is what 予算 means here. Empty when it prints none. */
  amountKinds: z.array(declaredAmountSchema),
  /** Day (MM-DD) after a fiscal year's end on which its results are due; the default is 09-30. */
  resultsDue: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .optional(),
  /** Bands of the status rule in per cent; the default is 100/80/60. */
  bands: z.tuple([z.number(), z.number(), z.number()]).optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** The whole content of `seeds/<plan id>.json`. */
export const planFileSchema = z.strictObject({
  $schema: z.string().optional(),
  plan: planSchema,
  policies: z.array(policySchema),
  projects: z.array(projectSchema),
  kpis: z.array(kpiSchema),
  /** What the document says in words; absent where none of it was written down. */
  statements: z.array(statementSchema).optional(),
});
export type PlanFile = z.infer<typeof planFileSchema>;
