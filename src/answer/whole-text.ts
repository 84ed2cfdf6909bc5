// A question after a command that yields nothing as it was read, once more as plain search words.

import { normalize } from '../language/normalize.ts';
import { splitCommand } from '../question/parse-question.ts';
import type { Condition, Question } from '../question/question.ts';
import { isKpiFacet } from '../question/question-kind.ts';
import type { Answer } from './answer.ts';

/** Conditions read from everyday words, which may as well be the topic: 維持, 増やす, 再掲. */
const loose: Condition['on'][] = [
  'direction',
  'measure',
  'everyYear',
  'revised',
  'unit',
  'wordedTarget',
  'scope',
  'repeated',
];

/** The question with its whole text as search words; null where what was read is certain: a town, a department, a year. */
export function asWholeText(question: Question): Question | null {
  const { command, conditions, facets, operations, years, unknown, special } = question;
  if ((command !== 'kpi' && command !== 'jigyo') || question.plain || special !== null) return null;
  if (years.length + unknown.length > 0 || conditions.some(({ on }) => !loose.includes(on))) return null;
  // Words without a hit do not find one by the word 目標 beside them.
  const onlyFigures = conditions.length + operations.length === 0 && facets.every(isKpiFacet);
  if (onlyFigures && question.words !== '') return null;
  return {
    ...question,
    conditions: [],
    facets: [],
    operations: [],
    named: [],
    kinds: [command === 'kpi' ? 'kpi' : 'project'],
    kindSaid: false,
    intent: command === 'kpi' ? 'kpi' : 'project',
    words: normalize(splitCommand(question.text).words),
    plain: true,
  };
}

/** Nothing found, or nothing printed and no record near it. */
export function isEmpty(answer: Answer): boolean {
  return answer.kind === 'nothing-found' || (answer.kind === 'silent' && answer.entries.length === 0);
}
