// Where the documents do not tell: says so, and what they do hold.
import type { Repository } from '../data/repository.ts';
import type { Question } from '../question/question.ts';
import type { Entry, SilentAnswer } from './answer.ts';
import type { Base } from './base.ts';
import { conditionsInWords } from './base.ts';

/** The towns, departments or policies named that no document covers. */
export function silentOnUnknown(question: Question, base: Base, repository: Repository): SilentAnswer {
  const lead = question.unknown
    .map(({ what, text }) => {
      if (what === 'department') return `「${text}」の事業・KPIは、収録している資料に記載がありません。`;
      if (what === 'policy') return `「${text.trim()}」という施策は、収録している資料に記載がありません。`;
      return `${text}の計画・事業は、収録している資料に記載がありません。`;
    })
    .join('');
  return { ...base, kind: 'silent', entries: [], lead, notes: [...base.notes, held(repository)] };
}

/** Conditions that no record fulfils. */
export function silentOnConditions(question: Question, base: Base, repository: Repository): SilentAnswer {
  const what = question.kinds.length === 2 ? '事業・KPI' : question.kinds[0] === 'kpi' ? 'KPI' : '事業';
  const words = [conditionsInWords(question, repository), ...base.understood.terms]
    .filter(Boolean)
    .join('・');
  return {
    ...base,
    kind: 'silent',
    entries: [],
    lead: `${words === '' ? '' : `「${words}」に当てはまる`}${what}は、収録している資料に記載がありません。`,
    notes: [...base.notes, held(repository)],
  };
}

/** Facts that are blank for the very records asked for. */
export function silentOnFacts(base: Base, lead: string, entries: Entry[]): SilentAnswer {
  return { ...base, kind: 'silent', entries, lead };
}

function held(repository: Repository): string {
  return `収録しているのは、${repository.plans.map((plan) => `${plan.municipality}「${plan.shortName}」`).join('、')}です。`;
}
