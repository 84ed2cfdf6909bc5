// Towns that a record leaves out.
import type { SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import type { Item } from '../frame.ts';
import { namedSets, settled } from '../sets.ts';
import { onlyRecord } from '../thread/only-record.ts';

/** 入ってないとこは: the towns a project leaves out. */
export const absentTowns: Rule = (clause) => {
  const { frame, before, subjects, conditions } = clause;
  if (frame.has('reason-part')) return null;
  if (leavesTownsOut(clause) || asksWhereNot(clause) || asksAll(clause)) {
    dropTowns(clause);
    const sets = clause.subjects.any() ? namedSets(clause, ['project']) : ofThread(clause);
    return sets.length === 0 ? null : { ...emptyQuery('count'), of: 'town', sets };
  }
  const towns = before?.wanted.some(({ attribute }) => attribute === 'towns') || before?.of === 'town';
  // 評価が遅れ以外のKPI asks of something else.
  const own =
    frame.kinds().some(({ meaning }) => meaning.kind !== 'town') ||
    frame.attributeIds().some((id) => id !== 'towns') ||
    conditions.some(({ predicate: { is } }) => !['plan', 'town', 'not'].includes(is));
  if (
    !before ||
    !towns ||
    own ||
    subjects.any() ||
    !frame.has('none', 'except', 'others', 'not-written', 'join')
  )
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

/** 圏域で入ってないとこどこ: of a record that is named, or of the thread's own. */
function asksWhereNot(clause: Clause): boolean {
  const { frame, subjects, conditions } = clause;
  const [none] = frame.intents('none').filter(({ text }) => leftOut.test(text));
  if (!none || frame.attributes().length > 0 || frame.kinds().some(({ meaning }) => meaning.kind !== 'town'))
    return false;
  const next = frame.next(none);
  const places =
    /^(?:い|る)?(?:とこ|ところ|の)/.test(none.after) ||
    /(?:とこ|ところ)$/.test(none.text) ||
    (next ? isTown(next) : false);
  const said = subjects.topics().some(({ items }) => items.some(({ text }) => !townNoun.test(text)));
  const known = subjects.exact().length > 0 || said || ofThread(clause).length > 0;
  const wide = conditions.every(({ predicate }) => predicate.is === 'plan');
  return known && wide && places && frame.has('where', 'tell', 'list', 'which', 'whether');
}

/** The one record that the thread speaks of. */
function ofThread(clause: Clause): SubjectSet[] {
  const all = (clause.before?.sets ?? [])
    .map((set) => settled(set, clause))
    .filter(({ named }) => named !== null);
  const projects = all.filter(({ kind }) => kind === 'project');
  const sets = projects.length > 0 ? projects : all;
  return clause.before && onlyRecord({ ...clause.before, sets }) ? sets : [];
}

const townNoun = /^(?:市|町|村|まち|市町|市町村|自治体)$/;

/** 入ってない町: the noun for a town describes no record. */
function dropTowns({ subjects }: Clause): void {
  for (const { items } of subjects.topics())
    for (const item of items) if (townNoun.test(item.text)) item.used = true;
}

/** それ、周りの市や町はみんな入ってる: of the thread's record. */
function asksAll(clause: Clause): boolean {
  const { frame, subjects, conditions } = clause;
  const plain = frame.attributes().length + frame.kinds().length === 0 && !subjects.any();
  const wide = conditions.length > 0 && conditions.every(({ predicate }) => predicate.is === 'plan');
  return (
    plain &&
    wide &&
    frame.has('join') &&
    /みんな|全部|すべて|全て|全員/.test(frame.text) &&
    ofThread(clause).length > 0
  );
}

/** Takes no part. */
const leftOut = /^(?:入っ|はいっ|参加|加わっ|含まれ|抜け|外れ|漏れ|もれ)/;

function isTown({ meaning, text }: Item): boolean {
  return meaning === null ? /^[市町村]$/.test(text) : meaning.is === 'kind' && meaning.kind === 'town';
}
