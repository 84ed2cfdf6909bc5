// A day as the terminal commands take it: one that exists, in the form 2026-11-24.
import type { Day } from '../ports/clock.ts';
import { UsageError } from './usage.ts';

/** @throws UsageError for 2026-02-30, 2027-02-29 and everything that is no day */
export function readDay(flag: string, text: string): Day {
  const instant = Date.parse(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant);
  if (!real || new Date(instant).toISOString().slice(0, 10) !== text)
    throw new UsageError(`${flag} は 2026-11-24 の形で指定してください: ${text}`);
  return text;
}
