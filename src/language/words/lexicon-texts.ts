// index/lexicon/*.json: what intent words mean, one list a file, meaning → forms.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** List (file name) → meaning → forms. */
export type LexiconTexts = Record<string, Record<string, string[]>>;

/** Reads `index/lexicon`; throws with the file's name when one is no JSON. */
export function readLexicon(directory: string): LexiconTexts {
  const folder = join(directory, 'lexicon');
  const texts: LexiconTexts = {};
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    try {
      texts[file.replace(/\.json$/, '')] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (cause) {
      throw new Error(`index/lexicon/${file}: ${(cause as Error).message}`, { cause });
    }
  }
  return texts;
}
