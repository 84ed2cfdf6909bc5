// Reads the seed files as texts, hashes them, and joins texts that are known to be right.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seeds } from './repository.ts';
import type { PlanFile } from './schemas/plan.ts';

/** The one seed file that is no plan. */
export const townsFile = 'municipalities.json';

/** A seed file before it is checked; `text` is an Error when it could not be read. */
export interface SeedText {
  name: string;
  text: string | Error;
}

/** `municipalities.json`, then every plan of the folder by name. */
export function readSeedTexts(directory: string): SeedText[] {
  return [townsFile, ...planFileNames(directory)].map((name) => ({ name, text: readText(directory, name) }));
}

/** SHA-256 of the files in hex, in the order given. */
export function seedsHash(texts: readonly SeedText[]): string {
  const known = hashes.get(texts);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const { name, text } of texts)
    if (!(text instanceof Error)) hash.update(name).update('\0').update(text).update('\0');
  const digest = hash.digest('hex');
  hashes.set(texts, digest);
  return digest;
}

/** Brought plans have tens of megabytes, and a start asks twice. */
const hashes = new WeakMap<readonly SeedText[], string>();

/**
 * The seeds of texts that were checked before, recognised by their hash: the check takes longer than all the rest of a start.
 * Texts nobody has checked go through `parseSeeds`.
 */
export function checkedBefore(texts: readonly SeedText[]): Seeds {
  const content = ({ text }: SeedText): unknown => JSON.parse(withoutMark(text as string));
  const towns = texts.find(({ name }) => name === townsFile) as SeedText;
  return {
    municipalities: (content(towns) as Pick<Seeds, 'municipalities'>).municipalities,
    files: texts.filter(({ name }) => name !== townsFile).map((text) => content(text) as PlanFile),
    hash: seedsHash(texts),
  };
}

/** Windows editors put a byte order mark in front. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Every JSON file of the folder but the towns and the schemas, in the order of their names. */
function planFileNames(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json') && name !== townsFile && !name.endsWith('.schema.json'))
      .sort();
  } catch {
    // A missing folder is reported once, with municipalities.json.
    return [];
  }
}

function readText(directory: string, name: string): string | Error {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch (cause) {
    return cause as Error;
  }
}
