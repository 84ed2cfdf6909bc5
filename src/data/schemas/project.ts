// 事業: what people look up. Listed under several policies (再掲) it is one project all the same.
import * as z from 'zod';
import { amountSchema } from './amount.ts';
import { attributeValueSchema } from './attribute.ts';
import { idSchema, sourceSchema } from './source.ts';

/** One row in which a document lists the project, with the facts printed in just that row. */
export const listingSchema = z.strictObject({
  /** Id of the policy (measure, package …) it is listed under. */
  policy: idSchema,
  /** Also-named policies of the row: a project of a package may name basic directions ⑦⑫. */
  directions: z.array(idSchema),
  /** 【再掲】 is printed. */
  repeated: z.boolean(),
  source: sourceSchema,
  /** What the row holds in the plan's own columns; absent when nothing. */
  values: z.array(attributeValueSchema).optional(),
  /** What the row says about the project, in our own words, where it differs from other rows. */
  focus: z.string().min(1).optional(),
  /** How an unclear cell of the row was read. */
  note: z.string().min(1).optional(),
});
export type Listing = z.infer<typeof listingSchema>;

/** Who takes part. `all`: every town of the plan's area; `listed`: the named ones only; `unknown`: the document prints none. */
export const participantsSchema = z.strictObject({
  scope: z.enum(['all', 'listed', 'unknown']),
  /** Names as in municipalities.json, in the document's order; left empty for `all`, where the area names them. */
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
  /** One for each amount cell, dashes and blanks included. */
  amounts: z.array(amountSchema),
  /** What it holds in the plan's own columns, whatever the row; absent when nothing. */
  values: z.array(attributeValueSchema).optional(),
  /** Every place the project is printed at; never empty. */
  sources: z.array(sourceSchema).min(1),
  /** How unclear cells were read, in Japanese. */
  notes: z.array(z.string().min(1)),
});
export type Project = z.infer<typeof projectSchema>;
