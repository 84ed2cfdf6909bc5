// Holds the answers of two bots against each other.
import { expect } from 'vitest';
import type { AskOptions } from '../../src/bot.ts';
import { type TwoBots, told } from './both.ts';

/** Both say the same. */
export async function expectAlike(
  { near, far }: TwoBots,
  question: string,
  options: AskOptions = {},
): Promise<void> {
  const [one, other] = [await told(near, question, options), await told(far, question, options)];
  expect(other, question).toEqual(one);
}
