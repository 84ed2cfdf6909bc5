// 項目: a column of the plan's own, declared once, and what it holds for a project, row, KPI or policy.
import * as z from 'zod';
import { fiscalYearSchema, idSchema, sourceSchema } from './source.ts';

/**
 * How a value is read, compared and printed:
 * `money` yen, exact · `number` with the unit the column declares · `rate` per cent · `word` one of a short list (順調, 増額) ·
 * `list` several numbers or words in one cell (SDGs goals) · `text` words of our own · `reference` another record or name · `year` a fiscal year.
 */
export const attributeTypeSchema = z.enum([
  'money',
  'number',
  'rate',
  'word',
  'list',
  'text',
  'reference',
  'year',
]);
export type AttributeType = z.infer<typeof attributeTypeSchema>;

/** A word a column can hold, and what it says. */
export const declaredWordSchema = z.strictObject({
  /** As its cells hold it: 順調, A, 増額. */
  word: z.string().min(1),
  /** Everyday words for it. */
  words: z.array(z.string().min(1)),
  /** Best is 1; absent where the words have no order. */
  rank: z.int().min(1).optional(),
  /** The word itself says that the subject lags behind. */
  lagging: z.literal(true).optional(),
  /** 増額 rises, 減額 falls, 維持 stays. */
  means: z.enum(['up', 'down', 'same']).optional(),
  /** Class of the word for other programs, as the export prints it. */
  code: z.string().min(1).optional(),
});
export type DeclaredWord = z.infer<typeof declaredWordSchema>;

/** A column the plan prints. */
export const attributeSchema = z.strictObject({
  /** Letters, digits and hyphens; plans that mean the same by a column give it the same id. */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'a letter, then letters, digits or hyphens'),
  /** As printed above the column: 事業費の増減. */
  label: z.string().min(1),
  /** What people call it besides the label. */
  words: z.array(z.string().min(1)),
  /** What carries it; a row's value counts for its project, one of a project for all its rows. */
  of: z.array(z.enum(['project', 'row', 'kpi', 'policy'])).min(1),
  type: attributeTypeSchema,
  /** Unit the cells are printed in: 千円, 人. Money is kept in yen whatever its unit. */
  unit: z.string().min(1).optional(),
  /** A value for each fiscal year. */
  byYear: z.boolean(),
  /** Values of several subjects may be added up. */
  adds: z.boolean(),
  /** Which way is better; absent where neither is. */
  better: z.enum(['up', 'down']).optional(),
  /** The plan's own verdict on its projects, shown beside the computed status. */
  verdict: z.literal(true).optional(),
  /** Parts a cell is made of, in the order of `list`: 中心都市, 連携市町. */
  parts: z
    .array(z.strictObject({ id: z.string().min(1), label: z.string().min(1) }))
    .min(1)
    .optional(),
  /** The words it can hold; needed for `word`. */
  values: z.array(declaredWordSchema).min(1).optional(),
});
export type DeclaredAttribute = z.infer<typeof attributeSchema>;

/** One cell of such a column. */
export const attributeValueSchema = z.strictObject({
  /** Id of an attribute the plan declares. */
  attribute: z.string().min(1),
  /** The year it is for; null when the column is not by year. */
  fy: fiscalYearSchema.nullable(),
  /** Yen for money, per cent for rates, the year for years; null for words. */
  value: z.number().nullable(),
  /** The word, text or name; null for figures and lists. */
  word: z.string().min(1).nullable(),
  /** Numbers or words of a `list`, or the parts of a cell that has `parts`. */
  list: z.union([z.array(z.number()).min(1), z.array(z.string().min(1)).min(1)]).optional(),
  /** As printed; of texts our own words. */
  text: z.string(),
  note: z.string().min(1).optional(),
  /** Only when it differs from the row's or record's own. */
  source: sourceSchema.optional(),
});
export type AttributeValue = z.infer<typeof attributeValueSchema>;

/** A level of the plan's policies, with the name the plan gives it. */
export const levelSchema = z.strictObject({
  id: idSchema,
  /** 基本目標, パッケージ, 施策, 分野, ビジョン … */
  name: z.string().min(1),
  /** Everyday words for it. */
  words: z.array(z.string().min(1)),
  /** Printed before a code: パッケージ 3 is 「パッケージ3」. */
  prefix: z.string().min(1).optional(),
});
export type Level = z.infer<typeof levelSchema>;
