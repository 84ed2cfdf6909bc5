// Asks the questions and tells which templates fail; those known to fail are watched until they no longer do.
import type { Bot } from '../../../src/bot.ts';
import type { Asked } from './asked.ts';
import { fits, knownIn, mendedIn } from './not-yet.ts';
import type { WorldName } from './worlds.ts';

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
  for (const one of asked)
    for (const { template, text } of one.questions) {
      const key = `${one.kind}: ${template}`;
      const count = counted.get(key) ?? { of: 0, wrong: [] };
      counted.set(key, count);
      count.of += 1;
      const { lead } = await bot.ask(text, one.context === undefined ? {} : { context: one.context });
      const fault = faultOf(lead, one);
      if (fault !== null) count.wrong.push(`${text} → ${lead.slice(0, 200)} (${fault})`);
    }
  return Object.fromEntries([...counted].filter(([, { wrong }]) => wrong.length > 0));
}

function faultOf(lead: string, { expected, never, ordered }: Asked): string | null {
  const missing = expected.find((part) => !lead.includes(part));
  if (missing !== undefined) return `lacks ${missing}`;
  const beside = never?.exec(lead);
  if (beside) return `holds ${beside[0]}`;
  const places = expected.map((part) => lead.indexOf(part));
  return ordered && places.some((place, i) => place < (places[i - 1] ?? 0)) ? 'in another order' : null;
}

/** Failures that nobody knows of yet, three examples each. */
export function unexpected(failures: Failures, world: WorldName): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(failures)
      .filter(([key]) => !knownIn(world).some((entry) => fits(entry, key)))
      .map(([key, { of, wrong }]) => [`${key} (${wrong.length} of ${of})`, wrong.slice(0, 3)]),
  );
}

/** Entries of the list that have been mended: each is to be deleted there. */
export function mended(failures: Failures, asked: readonly Asked[], world: WorldName): string[] {
  return mendedIn(world, { asked: keysOf(asked), failing: Object.keys(failures), wrong: ['answer'] });
}

/** `kind: template` of all wordings. */
export const keysOf = (asked: readonly Asked[]): string[] =>
  asked.flatMap(({ kind, questions }) => questions.map(({ template }) => `${kind}: ${template}`));
