// 「達成は？」 after 「遅れているKPIは何件」: the same is asked of another judgement.
import type { Predicate } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { isScope } from '../splits/part.ts';

const judgements = new Set<Predicate['is']>(['lagging', 'status', 'due']);
const words: Readonly<Record<string, Predicate>> = {
  reached: { is: 'status', statuses: ['達成'] },
  lagging: { is: 'lagging' },
  overdue: { is: 'due', when: 'past' },
  'not-due': { is: 'due', when: 'future' },
};

export const judgedAgain: Rule = ({ before, frame, subjects, conditions, years }) => {
  const [set, more] = before?.sets ?? [];
  if (!before || !set || more || (before.ask !== 'count' && before.ask !== 'list')) return null;
  if (!set.where.some(({ is }) => judgements.has(is)) || subjects.any() || years.all.length > 0) return null;
  if (frame.attributes().length > 0 || frame.kinds().length > 0 || !/[はも][?]?$/.test(frame.text.trim()))
    return null;
  const said = frame.intents(...Object.keys(words)).flatMap((item) => {
    const id = item.meaning?.is === 'intent' ? item.meaning.id : '';
    return words[id] ?? [];
  });
  const named = conditions.filter(({ predicate }) => judgements.has(predicate.is));
  const asked = named.length > 0 ? named.map(({ predicate }) => predicate) : said;
  if (asked.length !== 1 || conditions.length > named.length) return null;
  const where = [...set.where.filter((predicate) => isScope(predicate)), ...asked];
  return { ...before, sets: [{ ...set, named: null, where, label: frame.text.replace(/[はも?]+$/, '') }] };
};
