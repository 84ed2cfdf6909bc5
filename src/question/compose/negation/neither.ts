// 「順調」でも「大変順調」でもない: neither the one nor the other.
import type { Condition } from '../conditions/condition.ts';
import { type Frame, type Item, isIntent, saysNothing } from '../frame.ts';

const deniable = new Set(['word', 'status', 'lagging', 'department', 'policy', 'plan', 'town']);
/** Between the last of them and the denial, and between two of them. */
const denies = /^[」』"]?(?:で[はも]|の?(?:いずれ|どちら|どれ)に?も|にも)$/;
const goesOn = /^[」』"]?(?:で?も|や|と|及び|および|・|、|にも)[、,]?[「『"]?$/;

/** いずれにも該当しない, どちらでもない: none of them is chosen. */
export function noneChosen(frame: Frame): void {
  for (const item of frame.intents('which-two', 'which')) {
    const denies = isIntent(frame.next(item), 'none', 'except');
    if (
      denies &&
      /^(?:いずれ|どちら|どれ|どっち)/.test(item.text) &&
      /^(?:に|で)?も$/.test(item.after.trim())
    )
      saysNothing(item);
  }
}

/** Turns every condition of such a row round; takes the denial. */
export function neitherNor(frame: Frame, conditions: readonly Condition[]): Condition[] {
  let found = [...conditions];
  for (const denial of frame.intents('none', 'except')) {
    if (denial.used) continue;
    const row = rowBefore(denial, frame, found);
    if (row.length === 0) continue;
    denial.used = true;
    found = found.map((one) =>
      row.includes(one)
        ? { ...one, predicate: { is: 'not', that: one.predicate }, label: `${one.label}以外` }
        : one,
    );
  }
  return found;
}

function rowBefore(denial: Item, frame: Frame, conditions: readonly Condition[]): Condition[] {
  const endingAt = (from: number, between: RegExp) =>
    conditions.find(
      ({ predicate, item }) =>
        deniable.has(predicate.is) &&
        item.end <= from &&
        between.test(frame.text.slice(item.end, from).trim()),
    );
  const row: Condition[] = [];
  for (
    let one = endingAt(denial.start, denies);
    one !== undefined;
    one = endingAt((row[0] as Condition).item.start, goesOn)
  )
    row.unshift(one);
  return row;
}
