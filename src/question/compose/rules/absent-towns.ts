// Towns that a record leaves out.
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import type { Item } from '../frame.ts';
import { namedSets } from '../sets.ts';

/** 入ってないとこは: the towns a project leaves out. */
export const absentTowns: Rule = (clause) => {
  const { frame, before, subjects } = clause;
  if (leavesTownsOut(clause)) {
    const sets = namedSets(clause, ['project']);
    return sets.length === 0 ? null : { ...emptyQuery('count'), of: 'town', sets };
  }
  const towns = before?.wanted.some(({ attribute }) => attribute === 'towns') || before?.of === 'town';
  if (!before || !towns || subjects.any() || !frame.has('none', 'except', 'others', 'not-written', 'join'))
    return null;
  if (!/ない|なし|以外|外|ほか|他/.test(frame.text)) return null;
  return { ...before, ask: 'count', of: 'town', wanted: [] };
};

/** …に入っていない圏域の市町: towns that a record leaves out. */
function leavesTownsOut({ frame, subjects }: Clause): boolean {
  const [none] = frame.intents('none').filter(({ text }) => /ない|なかっ|ぬ|ん$/.test(text));
  const town = frame.items.find(isTown);
  if (!none || !town || !subjects.any() || frame.attributes().length > 0) return false;
  const gap = frame.text.slice(none.end, town.start);
  return none.start > (frame.items[0]?.start ?? 0) && town.start >= none.end && !/[、。はが]/.test(gap);
}

function isTown({ meaning, text }: Item): boolean {
  return meaning === null ? /^[市町村]$/.test(text) : meaning.is === 'kind' && meaning.kind === 'town';
}
