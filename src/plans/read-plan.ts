// What reading a file gives: a plan as plain data, every figure with the cell it stands in.
import * as z from 'zod';
import { type AmountKind, amountKindSchema } from '../data/schemas/amount.ts';

/** Which money an amount is. */
export type MoneyKind = AmountKind;

/** Sheet and cell: `Sheet1!F12`; several cells that were added up are joined by +. */
const placeSchema = z.string().min(1);

const fySchema = z.int().min(1950).max(2100);

/** One value of one subject. `value` and `word` both null: a dash, or a blank where `text` is ''. */
export const readValueSchema = z.strictObject({
  /** Id of an attribute of the plan. */
  attribute: z.string().min(1),
  fy: fySchema.nullable(),
  /** Only of `budget`. */
  kind: amountKindSchema.optional(),
  /** Money in exact yen; everything else as printed in `unit`. */
  value: z.number().nullable(),
  /** Words that stand where a number could: 調整中, 設定なし. */
  word: z.string().nullable(),
  /** As printed; '' is a blank cell. */
  text: z.string(),
  unit: z.string().nullable(),
  place: placeSchema,
  relation: z.enum(['>=', '<=', '>', '<']).optional(),
  approximate: z.literal(true).optional(),
  cumulative: z.literal(true).optional(),
  /** 決算見込 above an amount that stands among settled ones: it is no 決算 yet. */
  called: z.string().min(1).optional(),
  /** Which part of the subject the row speaks of: 特別会計 労災勘定. Parts are never added to the whole. */
  part: z.string().min(1).optional(),
});
export type ReadValue = z.infer<typeof readValueSchema>;

/** A column of the file as an attribute. Core ones keep their ids, others are named by their heading. */
export const readAttributeSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  /** Other words for it: the heading as printed. */
  words: z.array(z.string().min(1)),
  of: z.array(z.enum(['project', 'kpi'])).min(1),
  type: z.enum(['money', 'number', 'rate', 'word', 'list', 'text', 'reference', 'year']),
  byYear: z.boolean(),
  unit: z.string().optional(),
  adds: z.boolean().optional(),
  /** What a note says that its marks mean: A → 順調. */
  legend: z.record(z.string(), z.string()).optional(),
});
export type ReadAttribute = z.infer<typeof readAttributeSchema>;

export const readSubjectSchema = z.strictObject({
  kind: z.enum(['project', 'kpi']),
  /** The same in next year's file: number or name; of a KPI behind its project's. */
  key: z.string().min(1),
  name: z.string().min(1),
  /** Names of the policies above, the widest first. */
  policyPath: z.array(z.string().min(1)),
  /** Further places it is listed under (再掲). */
  otherPaths: z.array(z.array(z.string().min(1))).optional(),
  department: z.string().min(1).nullable(),
  /** Keys of the projects a KPI belongs to. */
  projects: z.array(z.string().min(1)).optional(),
  /** Of a KPI: which way is better, how it is measured; as confirmed. */
  direction: z.enum(['up', 'down', 'keep', 'rank', 'milestone', 'unknown']).optional(),
  measure: z
    .enum(['yearly', 'end-year', 'cumulative', 'per-year', 'maintain', 'rank', 'milestone', 'unset'])
    .optional(),
  /** Where its name stands. */
  place: placeSchema,
  values: z.array(readValueSchema),
});
export type ReadSubject = z.infer<typeof readSubjectSchema>;

export const readProblemSchema = z.strictObject({
  place: placeSchema,
  /** What is wrong, in Japanese. */
  what: z.string().min(1),
  /** What to do about it, in Japanese. */
  cure: z.string().min(1),
});
export type ReadProblem = z.infer<typeof readProblemSchema>;

export const leftOutSchema = z.strictObject({
  what: z.string().min(1),
  why: z.string().min(1),
  place: placeSchema,
});
export type LeftOut = z.infer<typeof leftOutSchema>;

/** One plan as read from a file. */
export const readPlanSchema = z.strictObject({
  plan: z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    municipality: z.string().min(1),
    /** YYYY-MM-DD. */
    publishedOn: z.iso.date(),
    documents: z.array(
      z.strictObject({ title: z.string().min(1), file: z.string().min(1), hash: z.string().min(1) }),
    ),
    period: z
      .strictObject({
        from: fySchema,
        to: fySchema,
        /** Not printed: the years the figures span. */
        ofFigures: z.literal(true).optional(),
      })
      .optional(),
  }),
  /** What the plan calls its projects, where that is not 事業. */
  projectWords: z.array(z.string().min(1)).optional(),
  /** What it calls its amounts beside 予算 and 決算: 指定管理料, 査定額. */
  moneyNames: z.partialRecord(amountKindSchema, z.array(z.string().min(1))).optional(),
  /** What the plan calls its levels of policies, the widest first. */
  levels: z.array(z.string().min(1)),
  attributes: z.array(readAttributeSchema),
  policies: z.array(
    z.strictObject({
      path: z.array(z.string().min(1)).min(1),
      level: z.string().min(1),
      code: z.string().min(1).nullable(),
      place: placeSchema,
    }),
  ),
  subjects: z.array(readSubjectSchema),
  /** Of a PDF or a text: its sentences as they stand, each with the headings above it, the nearest first. */
  passages: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        headings: z.array(z.string().min(1)),
        /** 3ページ, 12行目. */
        place: placeSchema,
      }),
    )
    .optional(),
  /** Columns, rows and sheets that were not taken, and why. */
  leftOut: z.array(leftOutSchema),
  /** Cells that were refused. */
  problems: z.array(readProblemSchema),
});
export type ReadPlan = z.infer<typeof readPlanSchema>;
