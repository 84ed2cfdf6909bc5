// 何割まで増やしたい, いくつの校区まで広げる: the target of the KPI that the words tell of.
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';
import type { Item } from '../frame.ts';
import { kpiAims, kpiFigures } from '../kpi-figures.ts';
import { namedSets } from '../sets.ts';

/** まで behind the question word, with at most the noun that is counted between them. */
const upToThat = /^(?:の?[^\s、。?まで]{1,4})?(?:ぐらい|くらい|ほど)?まで/;

/** Of one KPI, where nothing else is said to be held against. */
export const upTo: Rule = (clause) => {
  const { frame, subjects, years } = clause;
  const asked = frame
    .intents('howmany-unit', 'share', 'count', 'howmuch')
    .find(({ text, end }) => /[何などい]/.test(text) && upToThat.test(frame.text.slice(end)));
  const goesOn = !subjects.any() && clause.before?.sets[0]?.kind === 'kpi';
  if (
    !asked ||
    frame.attributes().length > 0 ||
    !(subjects.any() || goesOn) ||
    frame.has('remaining', 'max', 'min')
  )
    return null;
  if (!frame.has('rise', 'fall', 'setting')) return null;
  const [until] = upToThat.exec(frame.text.slice(asked.end)) ?? [''];
  // The noun that is counted stands in the question word's place.
  for (const item of frame.items)
    if (item.start >= asked.end && item.end <= asked.end + until.length) item.used = true;
  const verbs: Item[] = frame.intents('rise', 'fall', 'share');
  // 何人まで増えた: it came about.
  const past = verbs.some(({ end }) =>
    /^(?:っ|ん|い|し)?(?:た|てた|ていた|ました)/.test(frame.text.slice(end)),
  );
  for (const item of verbs) item.used = true;
  const found = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['kpi']);
  if (found?.kind !== 'kpi' && !goesOn) return null;
  const sets = namedSets(clause, ['kpi']);
  if (sets.length === 0) return null;
  return {
    ...emptyQuery('values'),
    sets,
    wanted: past ? kpiFigures(years.all) : kpiAims(years.all),
  };
};
