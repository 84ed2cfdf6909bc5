// Asks the questions and tells which templates fail; those known to fail are watched until they no longer do.
import type { Bot } from '../../../src/bot.ts';
import type { Asked } from './asked.ts';
import { notYet } from './not-yet.ts';

/** At most this many of a list are asked, spread evenly; all with `HAKARU_ALL_QUESTIONS=1`. */
export function sampled<T>(list: readonly T[], most: number): T[] {
  if (process.env.HAKARU_ALL_QUESTIONS === '1' || list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T);
}

/** What went wrong: at most three examples of each template, and how often. */
export type Failures = Record<string, { of: number; wrong: string[] }>;

/** Wrong answers by template. */
export async function failuresOf(bot: Bot, asked: readonly Asked[]): Promise<Failures> {
  const counted = new Map<string, { of: number; wrong: string[] }>();
  for (const { kind, questions, expected } of asked)
    for (const { template, text } of questions) {
      const key = `${kind}: ${template}`;
      const count = counted.get(key) ?? { of: 0, wrong: [] };
      counted.set(key, count);
      count.of += 1;
      const { lead } = await bot.ask(text);
      const missing = expected.filter((part) => !lead.includes(part));
      if (missing.length > 0) count.wrong.push(`${text} → ${lead.slice(0, 150)} (lacks ${missing[0]})`);
    }
  return Object.fromEntries([...counted].filter(([, { wrong }]) => wrong.length > 0));
}

/** Failures that nobody knows of yet, three examples each. */
export function unexpected(failures: Failures): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(failures)
      .filter(([key]) => !notYet.some(({ of }) => key === of))
      .map(([key, { of, wrong }]) => [`${key} (${wrong.length} of ${of})`, wrong.slice(0, 3)]),
  );
}

/** Entries of the list that have been mended: each is to be deleted there. */
export function mended(failures: Failures, asked: readonly Asked[]): string[] {
  const all = new Set(
    asked.flatMap(({ kind, questions }) => questions.map(({ template }) => `${kind}: ${template}`)),
  );
  return notYet.map(({ of }) => of).filter((of) => all.has(of) && !failures[of]);
}
