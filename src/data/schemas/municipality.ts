// The towns of every plan's area.
import * as z from 'zod';

/** One city or town. */
export const municipalitySchema = z.strictObject({
  /** 全国地方公共団体コード with check digit, six digits. */
  code: z.string().regex(/^\d{6}$/),
  /** With 市, 町 or 村. */
  name: z.string().min(1),
  /** Reading in hiragana. */
  kana: z.string().regex(/^[ぁ-ゖー]+$/),
  /** The area of cooperation it belongs to: 〇〇都市圏域. */
  area: z.string().min(1),
});
export type Municipality = z.infer<typeof municipalitySchema>;

/** The content of `seeds/municipalities.json`. */
export const municipalitiesFileSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Empty without seeds: plans that people brought name no areas. */
  municipalities: z.array(municipalitySchema),
});
