// Follow-ups in a thread: 「R7は？」「直方市は？」「目標は？」 take over what the last question was about.

import type { Condition, Question } from './question.ts';
import { intentOf, kindsOf } from './question-kind.ts';

/** Conditions of which a question has one: a new one takes the place of the old. */
const single: Condition['on'][] = [
  'town',
  'department',
  'plan',
  'policy',
  'evaluation',
  'sdg',
  'budgetChange',
  'outcome',
];

/** Short and without a subject of its own, so that it only makes sense after another question. */
function isFollowUp(question: Question): boolean {
  if (
    question.special === 'help' ||
    question.special === 'greeting' ||
    question.special === 'lagging' ||
    question.special === 'unrecorded'
  )
    return false;
  if (question.special) return question.named.length === 0 && question.words === '';
  if (question.plain) return false;
  if (question.text.length > 30) return false;
  if (question.named.some(({ exact }) => exact) || question.words !== '') return false;
  // 「国際政策課の事業は？」 says all it needs itself.
  return !(question.kindSaid && question.conditions.length > 0 && question.facets.length === 0);
}

/** `question` completed by the one before it, or itself when it stands alone. */
export function withContext(question: Question, before: Question): Question {
  if (!isFollowUp(question)) return question;
  const replaced = new Set(question.conditions.map(({ on }) => on).filter((on) => single.includes(on)));
  const conditions = [...before.conditions.filter(({ on }) => !replaced.has(on)), ...question.conditions];
  const changed = question.facets.length > 0 || question.operations.length > 0;
  const facets = changed ? question.facets : before.facets;
  const operations = changed ? question.operations : before.operations;
  const merged = {
    ...question,
    command: question.command ?? before.command,
    conditions,
    facets,
    operations,
    years: question.years.length > 0 ? question.years : before.years,
    named: before.named,
    unknown: question.unknown,
    // A plain question kept its whole text as words; only its topic goes along.
    words: before.topic,
    topic: before.topic,
    plain: false,
    assumed: [...question.assumed, `前の質問「${before.text.trim()}」の続きとして読みました。`],
  };
  const said = question.kindSaid ? question.kinds : before.kindSaid && !changed ? before.kinds : [];
  const { kinds, kindSaid } = kindsOf(merged, said);
  return { ...merged, kinds, kindSaid, intent: intentOf({ ...merged, kinds }) };
}
