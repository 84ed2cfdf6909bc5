// The records that a question names: by their full name, by a telling part of it, two against each other.
import type { Repository } from '../data/repository.ts';
import { stripFiller } from '../question/filler.ts';
import type { Kind, Question } from '../question/question.ts';
import { isKpiFacet } from '../question/question-kind.ts';
import { spell } from '../question/vocabulary.ts';
import type { SearchIndex } from '../search/search.ts';
import type { Found } from './entries.ts';
import { closestByLetters, fromNames, narrow } from './from-names.ts';
import { namedByPart } from './partial-names.ts';
import { twoNames } from './two-names.ts';

type Test = (kind: Kind, id: string) => boolean;

/** What the names are looked up in, and what the question wants of them. */
interface Wanted {
  repository: Repository;
  search: SearchIndex;
  /** All conditions of the question. */
  test: Test;
  /** The conditions that a named record has to fulfil: not the town that is asked for. */
  named: Test;
  aboutTown: boolean;
  facts: boolean;
}

/** Named records and the words that name them; null where the question names none. */
export function namedRecords(
  question: Question,
  { repository, search, test, named, aboutTown, facts }: Wanted,
): { found: Found[]; terms: string[]; pair?: true } | null {
  const keep: Test = (kind, id) => question.kinds.includes(kind) && test(kind, id);
  const wholeName = question.named.filter((record) => record.exact);

  const alone = fullNameAlone(question, repository);
  if (alone.length > 0) return { found: alone, terms: [question.words] };
  const pair = twoNames(question, repository, test);
  if (pair.length > 1) return { pair: true, found: pair, terms: [question.words].filter(Boolean) };
  if (wholeName.length > 0 && (facts || (question.plain && isJustName(question)))) {
    const found = narrow(question, fromNames(question, wholeName, repository), test, repository);
    // 「農業都市 久留米」の認知度 is a project by its words, and a KPI by what is asked.
    if (question.kinds.length === 1 && found.every(({ kind }) => kind !== question.kinds[0])) {
      const words = [...new Set(wholeName.map(({ said }) => said ?? '')), question.words].join(' ');
      const part = namedByPart(repository, words, question.kinds, keep);
      if (part.length > 0) return { found: part, terms: [words.trim()] };
    }
    return { found, terms: [] };
  }
  if (!question.plain || question.kindSaid || /[?？]|は$/.test(question.text)) {
    // 移住促進の事業 asks for the topic's projects, not for the one whose name holds the words.
    const topic = /の(?:事業|取り?組み?|プロジェクト|kpi|指標)/i.test(question.text);
    if (!facts && !topic && question.plain && isJustName(question)) {
      const part = namedByPart(
        repository,
        stripFiller(question.words.replace(/は?[?？]?$/, '')),
        question.kinds,
        keep,
      );
      if (part.length > 0 && part.length <= 2) return { found: part, terms: [question.words] };
    }
    if (facts && question.words !== '') {
      const found = namedForFacts(question, { repository, test, named });
      if (found.length > 0) return { found, terms: [question.words] };
    }
  }
  // Loosely named: of the projects that print their towns the one that is clearly meant.
  if (question.words !== '' && asksForTowns(question, aboutTown)) {
    const printed = (kind: Kind, id: string) =>
      kind === 'project' && repository.project(id)?.participants.scope !== 'unknown' && named(kind, id);
    const [best, next] = search.search(question.words, { kinds: ['project'], keep: printed }).hits;
    if (best && (next === undefined || best.score >= next.score * 1.3))
      return { found: [best], terms: [question.words] };
  }
  return null;
}

/** Of whom a fact is asked: named by part, by a short name, or by the name of its project or KPI. */
function namedForFacts(
  question: Question,
  { repository, test, named }: Pick<Wanted, 'repository' | 'test' | 'named'>,
): Found[] {
  const wanted: Kind[] = question.facets.some(isKpiFacet) ? ['kpi'] : question.kinds;
  const part = namedByPart(
    repository,
    question.words,
    wanted,
    (kind, id) => wanted.includes(kind) && named(kind, id),
  );
  if (part.length > 0) return part;
  const stems = fromNames(question, question.named, repository);
  const fitting = stems.filter(({ kind, id }) => test(kind, id));
  if (stems.length > 0) return fitting.length > 0 ? fitting : stems;
  const other = namedByPart(repository, question.words, ['project', 'kpi'], named);
  const turned = fromNames(
    question,
    other.map((record) => ({ ...record, exact: false })),
    repository,
  );
  return turned.length > 0 ? closestByLetters(question.words, turned, repository) : [];
}

function asksForTowns(question: Question, aboutTown: boolean): boolean {
  return (
    aboutTown ||
    question.facets.includes('towns') ||
    question.facets.includes('absent-towns') ||
    question.operations.some(({ does }) => does === 'count-towns')
  );
}

/** A record's full name and nothing else: those records, where they are of a kind asked for. */
function fullNameAlone(question: Question, repository: Repository): Found[] {
  if (!question.plain) return [];
  const typed = spell(question.words);
  return question.named.flatMap(({ kind, id }) => {
    const name = (kind === 'kpi' ? repository.kpi(id) : repository.project(id))?.name ?? '';
    return question.kinds.includes(kind) && spell(name) === typed ? { kind, id, score: 1 } : [];
  });
}

/** 「待機児童数は？」: a name and nothing else, asked as a question; `/kpi 待機児童数` stays a search. */
function isJustName(question: Question): boolean {
  return question.kindSaid || /(?:は|って|とは)?[?？]\s*$|(?:は|とは)\s*$|教えて/.test(question.text);
}
