// One version of the plans as questions see it: everything of it is of the same moment.
import { statementsOver } from '../../answer/statements.ts';
import { type Answers, answersOver } from '../../bot.ts';
import type { Repository, StatementRecord } from '../../data/repository.ts';
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { LexiconTexts } from '../../language/words/lexicon-texts.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Heard, Vocabulary } from '../../question/around.ts';
import { KanaReader } from '../../question/kana-reader.ts';
import { type Cuts, Lexicon } from '../../question/mentions/lexicon.ts';
import { MOST_PARTED } from '../../question/mentions/names.ts';
import { PlanWords } from '../../question/mentions/plan-words.ts';
import { PolicyParts } from '../../question/policy-parts.ts';
import type { Query } from '../../question/query.ts';
import type { SearchIndex } from '../../search/search.ts';
import { topics } from '../kinds.ts';
import { attributesOf, farFacts } from './far-facts.ts';
import type { FarIndexWords } from './far-index-words.ts';
import { FarMasks, farRun } from './far-masks.ts';
import { FarNames } from './far-names.ts';
import { farRepository } from './far-repository.ts';
import { type FarSearch, farSearch, type SearchTools } from './far-search.ts';
import { Kept } from './kept.ts';
import { KeptNear } from './kept-near.ts';
import { farLabels } from './labels.ts';
import { type Layout, sizeOf } from './layout.ts';
import { placedRecords } from './placed.ts';
import { Records } from './records.ts';
import type { Results } from './results.ts';
import { standsFor } from './stands-for.ts';
import { always, Tables } from './tables.ts';

/** What every version is read with. */
export interface ViewTools extends SearchTools {
  tokenizer: Tokenizer;
  lexicon: LexiconTexts;
  cuts: Cuts;
  clock: Clock;
  wordLists: WordLists;
}

/** A record by its names alone. */
export interface NamedRecord {
  kind: 'project' | 'kpi';
  id: string;
  name: string;
  aliases: string[];
}

/** What is read of a version before its first question. */
export interface ViewData {
  layout: Layout;
  vocabulary: FarIndexWords;
  /** Of few records, for words written by sound or with a slip; of many the search finds them. */
  names: readonly NamedRecord[];
}

/** A version that answers. */
export interface View extends Answers {
  layout: Layout;
  repository: Repository;
  search: SearchIndex;
  records: Records;
}

/** Names are held against sounds and slips up to so many records, as they are in memory. */
export const mostNamed = MOST_PARTED;

export function createView(
  { layout, vocabulary, names }: ViewData,
  tools: ViewTools,
  results: Results,
): View {
  const records = new Records(layout, (kind, record) => kind === 'kpi' && results.lay(record));
  const placed = {
    project: placedRecords('project', layout, records),
    kpi: placedRecords('kpi', layout, records),
  };
  const plans = layout.plans.map(({ head }) => head.plan);
  const policies = layout.plans.flatMap(({ head, id }) =>
    // The head is this copy's own.
    head.policies.map((policy) => Object.assign(policy, { plan: id })),
  );
  const base = attributesOf(layout, { plans, policies, municipalities: layout.municipalities });
  const tables = new Tables(layout, (id) => base.attribute(id));
  const repository = farRepository({
    layout,
    plans,
    policies,
    records,
    placed,
    recorded: results.recorded,
    statements: topicsOf(layout),
    under(kind, policy) {
      const places: number[] = [];
      tables.each(kind, always(topics.under), { key: policy, fy: null }, (place) => places.push(place));
      return places;
    },
  });
  const recordedPlaces = () =>
    results.ids().flatMap((id) => {
      const place = records.position('kpi', id);
      return place < 0 ? [] : [place];
    });
  const facts = farFacts(base, { layout, records, tables, placed, repository, recordedPlaces });
  const search = farSearch({ layout, records, vocabulary, tools });
  const parts = { layout, tables, records, recordedPlaces };
  const far = farRun(new FarMasks(parts), farLabels(parts), records);
  const ofSubjects = (subjects: readonly string[]) =>
    records.all(
      'statement',
      tables.statementsOn(subjects).map(({ plan, at }) => records.statementsFrom(plan) + at),
    );
  const statementsOf = (among: SearchIndex) => statementsOver(repository, among, ofSubjects);
  const words = vocabularyOf({ repository, facts, search, names, layout, records }, tools);
  return {
    layout,
    repository,
    search,
    records,
    ...answersOver({ search, clock: tools.clock, statementsOf, far, keepQueries: queriesKept() }, words),
  };
}

/** Questions at once, each of which is run again until nothing is lacking. */
const mostRead = 16;

/** What they mean. */
function queriesKept(): (question: string, read: () => Query[]) => Query[] {
  const known = new Kept<Query[]>(mostRead, () => 1);
  return (question, read) => {
    const queries = known.get(question) ?? read();
    known.set(question, queries);
    // Running may change them.
    return structuredClone(queries);
  };
}

/** What was heard in them. */
function heardKept(names: FarNames): Vocabulary['keepHeard'] {
  const known = new Kept<Heard>(mostRead, () => 1);
  return (text, hear) => {
    const before = known.get(text);
    if (before) names.foresee(before.mentions);
    const heard = before ?? hear();
    known.set(text, heard);
    return heard;
  };
}

/** What reading needs; as in memory, names of very many records are left to the search. */
function vocabularyOf(
  {
    repository,
    facts,
    search,
    names,
    layout,
    records,
  }: Pick<Vocabulary, 'repository' | 'facts'> &
    Pick<ViewData, 'names' | 'layout'> & { records: Records; search: FarSearch },
  { tokenizer, lexicon: texts, cuts, wordLists }: ViewTools,
): Vocabulary {
  const lexicon = new Lexicon(texts, tokenizer, cuts);
  const few = sizeOf(layout, 'project') + sizeOf(layout, 'kpi') <= mostNamed;
  const named = standsFor<Repository>({
    ...repository,
    projects: names.filter(({ kind }) => kind === 'project'),
    kpis: names.filter(({ kind }) => kind === 'kpi'),
    // Sounds of a hundred thousand names take seconds, and each text would be held against all of them.
    policies: sizeOf(layout, 'policy') <= mostNamed ? repository.policies : [],
  });
  const allNames = new FarNames(repository, tokenizer, layout, records);
  allNames.besides = (text) => search.lacking(text);
  return {
    repository,
    facts,
    search,
    tokenizer,
    lexicon,
    names: allNames,
    keepHeard: heardKept(allNames),
    planWords: new PlanWords(repository, facts, lexicon),
    parts: new PolicyParts(repository.policies),
    near: new KeptNear(
      few ? named : { ...named, projects: repository.projects, kpis: repository.kpis },
      tokenizer,
      lexicon,
    ),
    kana: new KanaReader({ repository: named, tokenizer, lexicon, wordLists }, () => search.readings()),
  };
}

/** One statement of each topic: nobody walks all of them. */
function topicsOf({ plans }: Layout): StatementRecord[] {
  const told = new Set(plans.flatMap(({ head }) => head.topics));
  return [...told].map((topic) =>
    standsFor<StatementRecord>({ topic, id: '', subject: { kind: 'term', id: '' } }),
  );
}
