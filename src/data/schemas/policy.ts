// 施策: the path above a project (section, measure, package, direction, goal, vision).
import * as z from 'zod';
import { idSchema, sourceSchema } from './source.ts';

/** One node of a plan's policy tree. */
export const policySchema = z.strictObject({
  id: idSchema,
  /** What the plan calls this level. */
  kind: z.enum(['section', 'measure', 'policy', 'package', 'direction', 'goal', 'vision']),
  /** As people cite it: `VII-3-(1)-①`, `3(2)e`, `⑬`, `4`, `II`; null when the document gives none. */
  code: z.string().min(1).nullable(),
  /** Without its code. */
  name: z.string().min(1),
  /** The node above; null at the top. */
  parent: idSchema.nullable(),
  /** Spellings as printed that differ (VII-3-(I)-①). */
  aliases: z.array(z.string().min(1)),
  /** One sentence of our own on what stands under it; absent where name and section say it all. */
  summary: z.string().min(1).optional(),
  /** Where its title stands. */
  source: sourceSchema,
});
export type Policy = z.infer<typeof policySchema>;
