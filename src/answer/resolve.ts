// Question → the records it is about: named ones, those that fulfil its conditions, those its words find.
import type { Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import type { Kind, Question } from '../question/question.ts';
import { isKpiFacet } from '../question/question-kind.ts';
import type { SearchIndex, SearchResult } from '../search/search.ts';
import { conditionTest } from './conditions.ts';
import type { Found } from './entries.ts';
import { closestByLetters, fromNames } from './from-names.ts';
import { isTopic, missedBy, unprinted } from './leftover-words.ts';
import { namedRecords } from './named-records.ts';

/** The records of a question and how they were found. */
export interface Resolved {
  found: Found[];
  /** The text names them; conditions and words only narrowed. */
  named: boolean;
  /** Two records that the question holds against each other. */
  pair?: true;
  terms: string[];
  readAs: SearchResult['readAs'];
  suggestions: string[];
  /** Words that the best of the records found does not hold; the answer says that it is only near. */
  missed: string[];
  /** Words that none of the records prints: found by words of like meaning. */
  unprinted: string[];
  /** Words that nothing in the plans knows; the answer says that they were left aside. */
  ignored: string;
}

/** What answers need besides the question. */
export interface Sources {
  repository: Repository;
  search: SearchIndex;
  asOf: Day;
}

const nothing: Resolved = {
  found: [],
  named: false,
  terms: [],
  readAs: [],
  suggestions: [],
  missed: [],
  unprinted: [],
  ignored: '',
};

/** True when the question wants figures or facts, not just a list of what its words find. */
function wantsFacts(question: Question): boolean {
  return (
    question.facets.length + question.operations.length > 0 ||
    question.special === 'basis' ||
    question.special === 'history' ||
    question.command === 'yosan' ||
    question.command === 'machi' ||
    question.conditions.some(({ on }) => on === 'town') ||
    question.years.length > 0
  );
}

/** Finds what the question is about. */
export function resolve(question: Question, { repository, search, asOf }: Sources): Resolved {
  const test = conditionTest(repository, question, asOf);
  const keep = (kind: Kind, id: string) => question.kinds.includes(kind) && test(kind, id);
  const facts = wantsFacts(question);
  // 「U・Iターンに苅田町は入ってる？」: the town is what is asked, not what the project must fulfil.
  const aboutTown = question.conditions.some(({ on }) => on === 'town') && isAboutTown(question);
  const others = question.conditions.filter(({ on }) => on !== 'town');
  const named = aboutTown ? conditionTest(repository, { ...question, conditions: others }, asOf) : test;
  const byName = namedRecords(question, { repository, search, test, named, aboutTown, facts });
  if (byName) return { ...nothing, named: true, ...byName };
  if (question.words === '') {
    // A name without a fact: 「北九州市U・Iターン応援プロジェクト R8」 was answered above; nothing at all asks for nothing.
    const wholeName = question.named.filter((record) => record.exact);
    if (wholeName.length > 0)
      return { ...nothing, named: true, found: fromNames(question, wholeName, repository) };
    const all = question.conditions.length > 0 || facts || question.kindSaid || question.special !== null;
    return all ? { ...nothing, found: allKept(question, repository, keep) } : nothing;
  }
  const result = search.search(question.words, {
    kinds: question.kinds,
    ...(question.conditions.length > 0 ? { keep } : {}),
  });
  if (result.hits.length === 0 && !question.plain) {
    const known = search.search(question.words, { kinds: ['kpi', 'project'] });
    // Conditions alone answer 「国際政策課のぽよぽよ事業」 only when no name knows the word.
    const telling = question.words.split(/\s+/).some((word) => isTopic(word, repository));
    // A negation that was not understood turns the answer round: it is never left aside.
    const negated = /な[いしく]|以外|除/.test(question.words);
    if ((known.hits.length === 0 || !telling) && !negated && question.conditions.length > 0) {
      return { ...nothing, found: allKept(question, repository, keep), ignored: question.words };
    }
  }
  return {
    ...nothing,
    found: isWordQuery(question)
      ? result.hits.map(({ kind, id, score }) => ({ kind, id, score }))
      : oneOfProject(question, nearTop(result.hits), repository),
    terms: result.terms,
    readAs: result.readAs,
    suggestions: result.suggestions,
    missed: facts && !isWordQuery(question) ? missedBy(result) : [],
    unprinted: result.readAs.length === 0 ? unprinted(result, repository) : [],
  };
}

/** 「Uターンの事業、苅田町は対象になってる？」 asks of the town; 「苅田町の事業」 asks for its projects. */
function isAboutTown(question: Question): boolean {
  if (!question.kindSaid) return true;
  return (
    question.words !== '' &&
    !/どの|どれ|どんな|何|いくつ|一覧|全部|教えて/.test(question.text) &&
    /(?:は|も|って|が)\s?(?:対象|入って|入り|参加|含ま|加わ|関わ|メンバー)[^。、]{0,14}$/.test(question.text)
  );
}

/** Words side by side (久留米 女性 セミナー) get the whole ranking, also where one of them chose the plan. */
function isWordQuery(question: Question): boolean {
  const onlyPlans = question.conditions.every(({ on }) => on === 'plan') && !question.kindSaid;
  return question.plain || (onlyPlans && !wantsFacts(question) && !/[?？のはをがで]/.test(question.text));
}

/** 「北九州市を好きと答えた市民は何%」: of one project's KPIs the one whose letters were typed. */
function oneOfProject(question: Question, found: Found[], repository: Repository): Found[] {
  if (!question.facets.some(isKpiFacet) || found.some(({ kind }) => kind !== 'kpi')) return found;
  const projects = new Set(found.map(({ id }) => repository.kpi(id)?.projects.join(' ') ?? ''));
  return projects.size === 1 && !projects.has('')
    ? closestByLetters(question.words, found, repository)
    : found;
}

/** A question with conditions or facets means what its words hit well, not the whole tail of the ranking. */
function nearTop(hits: readonly Found[]): Found[] {
  const top = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score >= top * 0.5).map(({ kind, id, score }) => ({ kind, id, score }));
}

function allKept(
  question: Question,
  repository: Repository,
  keep: (kind: Kind, id: string) => boolean,
): Found[] {
  const found: Found[] = [];
  for (const kind of ['project', 'kpi'] as const) {
    if (!question.kinds.includes(kind)) continue;
    for (const record of kind === 'kpi' ? repository.kpis : repository.projects)
      if (keep(kind, record.id)) found.push({ kind, id: record.id, score: 1 });
  }
  return found;
}
