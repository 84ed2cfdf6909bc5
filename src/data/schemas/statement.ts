// 記述: a fact a document gives in words, put in words of our own: a reason, a method, a definition.
import * as z from 'zod';
import { fiscalYearSchema, idSchema, sourceSchema } from './source.ts';

/** What a statement says of its subject. */
export const topicSchema = z.enum([
  'reason',
  'background',
  'method',
  'content',
  'result',
  'plan',
  'revision',
  'definition',
  'contact',
  'page',
  'figure',
  'publication',
  'period',
  'scope',
  'naming',
  'partner',
  'review',
  'passage',
]);
export type Topic = z.infer<typeof topicSchema>;

/** What a statement speaks of. */
export const subjectSchema = z.strictObject({
  /** `term`: a word the document explains. */
  kind: z.enum(['plan', 'policy', 'project', 'kpi', 'term']),
  /** Id of the record; for a term the plan's id. */
  id: idSchema,
});
export type Subject = z.infer<typeof subjectSchema>;

/** A figure of running text, which is no cell of a KPI or budget. */
export const figureSchema = z.strictObject({
  value: z.number(),
  /** 館, 人, %; null when the text prints none. */
  unit: z.string().min(1).nullable(),
  /** As printed: 136館, 約450人. */
  text: z.string().min(1),
});
export type Figure = z.infer<typeof figureSchema>;

/** One statement; it can be quoted alone. */
export const statementSchema = z.strictObject({
  id: idSchema,
  /** What it speaks of. */
  subject: subjectSchema,
  /**
   * `reason` why something happened, was decided or was missed · `background` circumstances · `method` how it is done, steps, schedule ·
   * `content` what it consists of · `result` what was achieved, in words · `plan` what comes next · `revision` that and why a target was changed ·
   * `definition` what a word means · `contact` office and telephone · `page` where a section stands · `figure` figures of running text ·
   * `publication` title, issuer, date · `period` which years · `scope` what the document covers and what its columns mean ·
   * `naming` former and other names · `partner` who takes part besides the structured data ·
   * `passage` sentences of a document that somebody brought, as they stand there.
   */
  topic: topicSchema,
  /** Words people ask for just this statement with, the document's and everyday ones; of a definition the term itself comes first. */
  terms: z.array(z.string().min(1)).min(1),
  /** One or two short sentences in our own words, figures as printed; a `passage` stands in the document's words. */
  text: z.string().min(1),
  /** Fiscal year it is about; null when it is about none. */
  fy: fiscalYearSchema.nullable(),
  /** Its figures; empty when it has none. */
  figures: z.array(figureSchema),
  /** Where the document says it. */
  source: sourceSchema,
});
export type Statement = z.infer<typeof statementSchema>;
