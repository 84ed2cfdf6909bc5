// 施策: the path above a project, on levels the plan names itself.
import * as z from 'zod';
import { attributeValueSchema } from './attribute.ts';
import { idSchema, sourceSchema } from './source.ts';

/** One node of a plan's policy tree. */
export const policySchema = z.strictObject({
  id: idSchema,
  /** Id of a level the plan declares. */
  level: idSchema,
  /** As people cite it: `VII-3-(1)-①`, `3(2)e`, `⑬`, `4`, `II`; null when the document gives none. */
  code: z.string().min(1).nullable(),
  /** Without its code. */
  name: z.string().min(1),
  /** The node above; null at the top. */
  parent: idSchema.nullable(),
  /** Spellings as printed that differ (VII-3-(I)-①). */
  aliases: z.array(z.string().min(1)),
  /** Everyday words for what stands under it (汚れた水); absent when its name says it all. */
  keywords: z.array(z.string().min(1)).optional(),
  /** One sentence of our own on what stands under it; absent where name and section say it all. */
  summary: z.string().min(1).optional(),
  /** Pages of the document it covers; null or absent when none are printed. */
  pages: z
    .strictObject({ from: z.int().min(1), to: z.int().min(1) })
    .nullable()
    .optional(),
  /** What it holds in the plan's own columns; absent when nothing. */
  values: z.array(attributeValueSchema).optional(),
  /** Where its title stands. */
  source: sourceSchema,
});
export type Policy = z.infer<typeof policySchema>;
