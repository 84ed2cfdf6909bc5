// Where the documents do not tell: says so, and what they do hold.
import type { Repository } from '../data/repository.ts';
import type { Question } from '../question/question.ts';
import { typedWords } from '../question/typed-words.ts';
import type { Entry, SilentAnswer } from './answer.ts';
import type { Base } from './base.ts';
import { conditionsInWords } from './base.ts';
import { entriesOf, type Found } from './entries.ts';

/** The towns, departments or policies named that no document covers. */
export function silentOnUnknown(question: Question, base: Base, repository: Repository): SilentAnswer {
  const lead = question.unknown
    .map(({ what, text }) => {
      if (what === 'department') return `「${text}」の事業・KPIは、収録している資料に記載がありません。`;
      if (what === 'policy') return `「${text.trim()}」という施策は、収録している資料に記載がありません。`;
      return `${text}の計画・事業は、収録している資料に記載がありません。`;
    })
    .join('');
  const related = question.unknown.flatMap(({ what, text }) =>
    what === 'town' ? mentions(text, question, repository) : [],
  );
  const entries = entriesOf(repository, related, base.asOf);
  if (entries.length > 0) base.notes.push('その地名に触れている事業・KPIを示しています。');
  return { ...base, kind: 'silent', entries, lead, notes: [...base.notes, held(repository)] };
}

/** Records of our plans whose name holds a foreign town: 福岡市 → 本市と福岡市両市の…連携事業数. */
function mentions(town: string, question: Question, repository: Repository): Found[] {
  const kpis = repository.kpis.filter(({ name }) => name.includes(town));
  const projects = [
    ...repository.projects.filter(({ name }) => name.includes(town)),
    ...kpis.flatMap(({ id }) => repository.projectsOf(id)),
  ];
  const found: Found[] = [];
  if (question.kinds.includes('project'))
    for (const id of new Set(projects.map((project) => project.id)))
      found.push({ kind: 'project', id, score: 1 });
  if (question.kinds.includes('kpi')) for (const { id } of kpis) found.push({ kind: 'kpi', id, score: 1 });
  return found;
}

/** Conditions that no record fulfils. */
export function silentOnConditions(question: Question, base: Base, repository: Repository): SilentAnswer {
  const what = question.kinds.length === 2 ? '事業・KPI' : question.kinds[0] === 'kpi' ? 'KPI' : '事業';
  const words = [conditionsInWords(question, repository), typedWords(question)].filter(Boolean).join('・');
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
