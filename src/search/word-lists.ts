// The word lists people keep by hand in index/: what means the same, how names are read, what says nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const wordsSchema = z
  .string()
  .min(1)
  .transform((line) => line.split(' '));
const directedSchema = z.strictObject({
  /** Words people type, parted by blanks. */
  typed: wordsSchema,
  /** What they then mean as well; never the other way round. */
  meant: wordsSchema,
});

/** `index/synonyms.json`: looked up when a question is asked, so the texts stay as they are. */
const synonymsSchema = z.strictObject({
  /** Any word of a line stands for any other. */
  near: z.array(wordsSchema),
  /** 泥棒 → 刑法犯: the documents only have the wider word. */
  broader: z.array(directedSchema),
  /** 治安 → 防犯灯: on the topic, ranked last. */
  related: z.array(directedSchema),
});
const stopwordsSchema = z.strictObject({
  /** Words that say nothing in a question: 教える, 指標, 事業. */
  silent: z.array(z.string().min(1)),
  /** Words that say little beside another one: 支援, 推進, 割合. */
  weak: z.array(z.string().min(1)),
});

const compoundsSchema = z.strictObject({
  /** Kept whole beside their parts: 脱炭素, 空き家. */
  beside: z.array(z.string().min(1)),
  /** Kept whole instead of their parts, with the parts that may still be found: 赤ちゃんの駅 is no 駅, 保育環境 is 保育 but not 環境. */
  instead: z.record(z.string().min(2), z.array(z.string().min(1))),
});

export interface WordLists {
  synonyms: z.infer<typeof synonymsSchema>;
  /** Name → reading in hiragana where IPADIC errs or has none: 直方市 → のおがたし. */
  readings: Record<string, string>;
  compounds: z.infer<typeof compoundsSchema>;
  stopwords: z.infer<typeof stopwordsSchema>;
  /** SHA-256 over the four files. */
  hash: string;
}

/** Reads the four lists of `directory` (`index/`); throws with the file's name when one is broken. */
export function loadWordLists(directory: string): WordLists {
  const hash = createHash('sha256');
  const read = <T>(file: string, schema: z.ZodType<T>): T => {
    const text = readFileSync(join(directory, file), 'utf8');
    hash.update(file).update('\0').update(text).update('\0');
    const result = schema.safeParse(JSON.parse(text));
    if (!result.success) throw new Error(`index/${file}: ${z.prettifyError(result.error)}`);
    return result.data;
  };
  return {
    synonyms: read('synonyms.json', synonymsSchema),
    readings: read('readings.json', z.record(z.string(), z.string().regex(/^[ぁ-ゖー]+$/))),
    compounds: read('compounds.json', compoundsSchema),
    stopwords: read('stopwords.json', stopwordsSchema),
    hash: hash.digest('hex'),
  };
}
