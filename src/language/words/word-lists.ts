// The word lists people keep by hand in index/, checked: what means the same, how names are read, what says nothing.
import * as z from 'zod';
import { type ListTexts, listsOf, readListTexts, type WordLists } from './word-list-texts.ts';

export type { WordLists };

const wordSchema = z.string().min(1);
const directedSchema = z.strictObject({ typed: wordSchema, meant: wordSchema });
const schemas: Record<keyof ListTexts, z.ZodType> = {
  synonyms: z.strictObject({
    same: z.array(wordSchema),
    near: z.array(wordSchema),
    broader: z.array(directedSchema),
    related: z.array(directedSchema),
  }),
  readings: z.record(z.string(), z.string().regex(/^[ぁ-ゖー]+$/)),
  compounds: z.strictObject({
    beside: z.array(wordSchema),
    instead: z.record(z.string().min(2), z.array(wordSchema)),
  }),
  stopwords: z.strictObject({ silent: z.array(wordSchema), weak: z.array(wordSchema) }),
};

/** Reads the four lists of `directory` (`index/`); throws with the file's name when one is broken. */
export function loadWordLists(directory: string): WordLists {
  return parseWordLists(readListTexts(directory));
}

/** Checks lists that are already read. */
export function parseWordLists(texts: ListTexts): WordLists {
  for (const [name, schema] of Object.entries(schemas)) {
    const result = schema.safeParse(contentOf(name, texts[name as keyof ListTexts]));
    if (!result.success) throw new Error(`index/${name}.json: ${z.prettifyError(result.error)}`);
  }
  return listsOf(texts);
}

function contentOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`index/${name}.json: ${(cause as Error).message}`, { cause });
  }
}
