// Question → Answer: finds the records, then the kind of answer that fits what is asked.
import type { Facet, Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import { type Base, baseOf } from './base.ts';
import { answerBasis, answerHistory } from './basis.ts';
import { answerBudget } from './budget.ts';
import { answerCount } from './count.ts';
import { answerDifference } from './difference.ts';
import { entriesOf, kpisOf, projectsOf } from './entries.ts';
import { answerFacts } from './facts.ts';
import { answerGroups } from './group.ts';
import { helpSections } from './help.ts';
import { answerLagging, answerUnrecorded } from './lagging.ts';
import { answerList, answerNothing } from './list.ts';
import { otherReadings } from './other-readings.ts';
import { answerPair } from './pair.ts';
import { type Resolved, resolve, type Sources } from './resolve.ts';
import { silentOnUnknown } from './silent.ts';
import { answerSum } from './sum.ts';
import { answerSuperlative } from './superlative.ts';
import {
  answerAbsentTowns,
  answerArea,
  answerProjectTowns,
  answerTownProjects,
  answerTownYesNo,
} from './towns.ts';
import { asWholeText, isEmpty } from './whole-text.ts';
import { withFigures } from './with-figures.ts';

/** Answers any question; what cannot be answered is an answer, too. */
export function answerQuestion(question: Question, sources: Sources): Answer {
  const answer = answerAsRead(question, sources);
  const whole = isEmpty(answer) ? asWholeText(question) : null;
  const again = whole ? answerAsRead(whole, sources) : answer;
  if (isEmpty(again)) return answer;
  if (whole) again.notes.unshift('条件として読むと当てはまるものがないため、入力全体の言葉で探しました。');
  return again;
}

function answerAsRead(question: Question, sources: Sources): Answer {
  const { repository, asOf } = sources;
  if (question.special === 'greeting') {
    const base = baseOf(question, repository, asOf);
    return {
      ...base,
      kind: 'help',
      sections: helpSections,
      lead: 'Hakaruです。計画の事業・KPI・予算・参加市町のことなら、何でもお尋ねください。たとえば次のように入力できます。',
    };
  }
  if (question.special === 'help' || (question.plain && question.words === '' && !question.kindSaid)) {
    const base = baseOf({ ...question, intent: 'help' }, repository, asOf);
    return {
      ...base,
      kind: 'help',
      sections: helpSections,
      lead: '計画の事業・KPI・予算・参加市町をお調べします。次のように入力してください。',
    };
  }
  const named = question.named.some(({ exact }) => exact);
  if (question.unknown.some(({ what }) => what === 'town') || (question.unknown.length > 0 && !named))
    return silentOnUnknown(question, baseOf(question, repository, asOf), repository);
  if (question.special === 'lagging' || question.special === 'unrecorded') {
    const asked: Question = { ...question, kinds: ['kpi'], named: [] };
    const resolved = resolve(asked, sources);
    const base = baseOf(asked, repository, asOf, resolved);
    const kpis = kpisOf(entriesOf(repository, resolved.found, asOf));
    return question.special === 'lagging'
      ? answerLagging(base, kpis)
      : answerUnrecorded(question, base, kpis);
  }
  const area = areaAsked(question, repository);
  if (area !== null) return answerArea(area, baseOf(question, repository, asOf), repository);
  const resolved = resolve(question, sources);
  const base = baseOf(question, repository, asOf, resolved);
  const entries = entriesOf(repository, resolved.found, asOf);
  base.alternatives.push(...otherReadings(question, resolved, repository));
  if (entries.length === 0) return answerNothing(question, base, resolved, repository);
  return answerFound(
    question,
    base,
    resolved.named ? entries : withFigures(question, base, entries),
    resolved,
    sources,
  );
}

function answerFound(
  question: Question,
  base: Base,
  entries: Entry[],
  resolved: Resolved,
  { repository }: Sources,
): Answer {
  const projects = projectsOf(entries);
  const kpi = kpisOf(entries)[0];
  if (resolved.named && question.kinds.length === 1 && question.kinds[0] === 'kpi' && !kpi)
    return answerFacts(question, base, entries, ['kpis'], true);
  if (kpi && question.special === 'basis') return answerBasis(base, kpi);
  if (kpi && question.special === 'history') return answerHistory(base, kpi, repository);

  const towns = question.conditions.filter(({ on }) => on === 'town');
  if (towns.length > 0 && resolved.named && projects.length > 0)
    return answerTownYesNo(question, base, projects);
  if (question.facets.includes('absent-towns') && projects.length > 0)
    return answerAbsentTowns(base, projects, repository);
  const does = (name: string) => question.operations.find((operation) => operation.does === name);
  const group = does('group');
  if (group?.does === 'group') return answerGroups(question, base, entries, group.by, repository);
  if (resolved.pair) return answerPair(question, base, entries);
  const superlative = does('max') ?? does('min');
  // 「総務課と国際政策課、R5予算の合計はどちらが多い？」「R4とR5の合計はどちらが多い？」
  if (superlative && does('sum') && /どちら|どっち/.test(question.text)) {
    const departments = question.conditions.flatMap((one) =>
      one.on === 'department' ? one.departments : [],
    );
    // Without the superlative the sums of all departments said are told.
    if (departments.length > 1)
      return answerGroups({ ...question, operations: [] }, base, entries, 'department', repository);
    if (question.years.length > 1) return answerDifference(question, base, entries, resolved.named);
  }
  if (superlative && (superlative.does === 'max' || superlative.does === 'min'))
    return answerSuperlative(question, base, entries, superlative, resolved.named);
  const printsChange = projects.some(({ record }) =>
    record.listings.some(({ budgetChange }) => budgetChange !== null),
  );
  const change =
    does('diff') || (question.facets.includes('change') && (question.years.length > 1 || !printsChange));
  if (change) return answerDifference(question, base, entries, resolved.named);
  if (does('count-towns') && projects.length > 0) return answerProjectTowns(base, projects, resolved.named);
  if (does('sum') && projects.length > 0) return answerSum(question, base, entries, repository);
  if (does('count-kpis'))
    return answerCount(
      question.kinds.includes('kpi') ? question : { ...question, kinds: ['kpi'] },
      base,
      entries,
      repository,
    );
  // 「何件がいつまでの目標？」 asks for a value of the KPI, not for a count of KPIs.
  if (
    does('count') &&
    resolved.named &&
    question.facets.length === 0 &&
    !question.kindSaid &&
    projects.length === 0
  )
    return answerFacts(question, base, entries, ['amount'], true);
  if (does('count') && !(resolved.named && question.facets.length > 0))
    return answerCount(question, base, entries, repository);
  if (towns.length > 0 && projects.length === entries.length)
    return answerTownProjects(question, base, projects, repository);
  const asked: Facet[] = [...question.facets];
  if (
    question.command === 'machi' &&
    asked.length === 0 &&
    question.conditions.every(({ on }) => on === 'plan')
  )
    asked.push('towns');
  if (question.command === 'yosan' && !asked.includes('budget') && !asked.includes('labor'))
    asked.push('budget');
  if (asked.length === 1 && asked[0] === 'towns' && projects.length === entries.length)
    return answerProjectTowns(base, projects, resolved.named);
  if (asked.length === 1 && asked[0] === 'budget' && projects.length === entries.length)
    return answerBudget(question, base, projects, resolved.named);
  if (asked.length > 0 || (resolved.named && question.years.length > 0)) {
    const facets = asked.length > 0 ? asked : yearFacets(entries);
    return answerFacts(question, base, entries, facets, resolved.named);
  }
  return answerList(question, base, entries, resolved, repository);
}

/** The area whose towns are asked for; null when a project is named. */
function areaAsked(question: Question, { municipalities }: Sources['repository']): string | null {
  if (question.named.some(({ exact }) => exact)) return null;
  const towns =
    question.facets.includes('towns') || question.operations.some(({ does }) => does === 'count-towns');
  if (!towns) return null;
  const said = (area: string) =>
    question.text.includes(area) || question.text.includes(area.replace(/連携中枢都市圏$/, '都市圏'));
  return [...new Set(municipalities.map(({ area }) => area))].find(said) ?? null;
}

/** 「R7は？」 of a record asks for all its figures of the year. */
function yearFacets(entries: readonly Entry[]): Facet[] {
  return entries.some(({ kind }) => kind === 'project') ? ['budget'] : ['target', 'actual', 'rate'];
}
