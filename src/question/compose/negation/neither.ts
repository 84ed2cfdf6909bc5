// 「順調」でも「大変順調」でもない: neither the one nor the other.
import type { Condition } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';

const deniable = new Set(['word', 'status', 'lagging', 'department', 'policy', 'plan', 'town']);
/** Between the last of them and the denial, and between two of them. */
const denies = /^[」』"]?(?:で[はも]|の?(?:いずれ|どちら|どれ)に?も|にも)$/;
const goesOn = /^[」』"]?(?:で?も|や|と|及び|および|・|、|にも)[、,]?[「『"]?$/;

/** Turns every condition of such a row round; takes the denial. */
export function neitherNor(frame: Frame, conditions: readonly Condition[]): Condition[] {
  let found = [...conditions];
  for (const denial of frame.intents('none', 'except')) {
    if (denial.used) continue;
    const row = rowBefore(denial, frame, found);
    if (row.length === 0) continue;
    denial.used = true;
    // いずれにも該当しない chooses between none of them.
    const last = (row.at(-1) as Condition).item;
    for (const item of frame.intents('which-two', 'which'))
      if (item.start >= last.end && item.end <= denial.start) item.meaning = { is: 'intent', id: 'filler' };
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
