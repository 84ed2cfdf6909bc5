// Where a fact stands: every figure of the product leads back to one of these.
import * as z from 'zod';

/** Ids of plans, projects, KPIs and policies: lower-case ASCII with hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case ASCII words joined by hyphens');

/** A place in a published document. */
export const sourceSchema = z.strictObject({
  /** Number of the document as the plan file lists it: `000` … `004`. */
  document: z.string().regex(/^\d{3}$/, 'three digits'),
  /** The place as people find it: `No. 11`, `第2章 3`, `card: 水道技術研修の実施`, `list: 3(2)e`. */
  place: z.string().min(1),
  /** The place in Japanese where `place` is a short form of another kind: パッケージ3のKPI. */
  label: z.string().min(1).optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Western fiscal year: 令和8年度 = R8 = 2026. */
export const fiscalYearSchema = z.int().min(1950).max(2100);
