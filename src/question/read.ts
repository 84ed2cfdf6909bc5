// Text → queries: clean, mentions, cover, clauses, composition. Never throws on any text.

import { normalize } from '../language/normalize.ts';
import type { Around, Heard, Vocabulary } from './around.ts';
import { spelledAsTyped, spellingOf } from './as-typed.ts';
import { withTopics } from './attributive.ts';
import { clausesOf } from './clauses.ts';
import { clean, longestRead, splitCommand } from './clean.ts';
import { composeClause, emptyQuery } from './compose/compose.ts';
import { affirmed, corrected } from './compose/corrections.ts';
import { Frame, itemsOf } from './compose/frame.ts';
import { withoutLeading } from './compose/leading.ts';
import { findsNothing } from './compose/prefer-statement.ts';
import { saidStrongly } from './compose/relaxed.ts';
import { outsideCompounds } from './compounds.ts';
import { cover, type Piece } from './cover.ts';
import { wholeKatakana } from './katakana.ts';
import { withLevelsOfNames, withoutAllOfLevel } from './level-of-name.ts';
import { withListedSides } from './listed-sides.ts';
import { marksApart } from './marks.ts';
import { columnsOfRecords, columnsWithWord } from './mentions/column-with-word.ts';
import { counterMentions } from './mentions/counters.ts';
import { elsewhereMentions } from './mentions/elsewhere.ts';
import { withoutFewAsked } from './mentions/indirect.ts';
import { intentMentions } from './mentions/lexicon.ts';
import { figureMentions } from './mentions/numbers-and-years.ts';
import { otherTermMentions } from './mentions/other-terms.ts';
import { placesApart } from './mentions/places.ts';
import { isAllOffTopic } from './off-topic.ts';
import { withOwnTown } from './own-town.ts';
import type { Query } from './query.ts';
import type { SceneWords } from './scene.ts';
import { thingsApart } from './things.ts';
import { unwrapped } from './wrapped-lines.ts';
import { withoutYearsTwice } from './years-twice.ts';

/** So many sentences of one text are read; that there were more is said. */
const mostClauses = 12;

/** How a text was read. */
export interface Reading extends Pick<Heard, 'command' | 'text' | 'pieces' | 'mentions'> {
  queries: Query[];
}

/** The moment and surroundings of a question. */
export interface Moment {
  fiscalYear: number;
  today: string;
  command?: Around['command'] | undefined;
  before?: Query[] | null | undefined;
  /** See `Around`; without it no sentence can go on from a winner. */
  winnersOf?: Around['winnersOf'] | undefined;
}

/** Reads a question. */
export function readQuestion(typed: string, vocabulary: Vocabulary, moment: Moment): Reading {
  return composeHeard(hear(typed, vocabulary, moment), vocabulary, moment);
}

/** Reads a question by itself as well, without the thread it stands in. */
export function readTwice(typed: string, vocabulary: Vocabulary, moment: Moment): [Reading, alone: Reading] {
  const heard = hear(typed, vocabulary, moment);
  return [
    composeHeard(heard, vocabulary, moment),
    composeHeard(heard, vocabulary, { ...moment, before: null }),
  ];
}

function hear(typed: string, vocabulary: Vocabulary, moment: Moment): Heard {
  const { keepHeard = (_, anew) => anew() } = vocabulary;
  const { command, fiscalYear, today } = moment;
  return keepHeard(JSON.stringify([typed, command, fiscalYear, today]), () =>
    hearAnew(typed, vocabulary, moment),
  );
}

function hearAnew(typed: string, vocabulary: Vocabulary, moment: Moment): Heard {
  const split = splitCommand(typed);
  const command = split.command ?? moment.command ?? null;
  const cleaned = withoutYearsTwice(
    clean(unwrapped(withListedSides(split.words), vocabulary.tokenizer)),
    moment,
  );
  const plain = vocabulary.lexicon.plain(cleaned);
  const heard = vocabulary.kana.read(plain);
  const text = heard.text;
  const tokens = thingsApart(marksApart(wholeKatakana(vocabulary.tokenizer.tokenize(text))));
  const names = vocabulary.names.find(text, tokens);
  const intents = placesApart(text, withoutFewAsked(intentMentions(vocabulary.lexicon, text, tokens), text));
  const found = [
    ...names,
    ...vocabulary.near.find(text, tokens, names),
    ...elsewhereMentions(tokens, names),
    ...intents,
    ...counterMentions(text, tokens, intents),
    ...vocabulary.planWords.find(text, tokens),
    ...figureMentions(text, moment),
    ...otherTermMentions(text, vocabulary.repository.plans),
  ];
  const mentions = withoutAllOfLevel(found, vocabulary.repository);
  const pieces = withLevelsOfNames(
    withOwnTown(
      cover(text, tokens, outsideCompounds(columnsWithWord(columnsOfRecords(mentions, text), text), tokens)),
    ),
  );
  const readAs = [
    ...heard.read,
    ...pieces.flatMap(({ mention }) =>
      mention?.readAs ? [{ typed: mention.text, as: mention.readAs }] : [],
    ),
  ];
  return { command, text, pieces, mentions, typed: { words: split.words, plain }, readAs };
}

function composeHeard({ typed, readAs, ...heard }: Heard, vocabulary: Vocabulary, moment: Moment): Reading {
  const { text, command, pieces } = heard;
  const around: Around = {
    ...vocabulary,
    command,
    typed: typed.plain,
    fiscalYear: moment.fiscalYear,
    today: moment.today,
    before: moment.before ?? null,
    winnersOf: moment.winnersOf ?? (() => null),
  };
  if (isAllOffTopic(pieces)) return { ...heard, queries: [emptyQuery('off-topic')] };
  const queries = new Map<string, Query>();
  let before = moment.before?.at(-1) ?? null;
  const clauses = clausesOf(text, pieces, sceneWords(vocabulary, before));
  for (const clause of clauses.slice(0, mostClauses)) {
    const compose = (from: readonly Piece[]) =>
      withTopics(from, vocabulary, (words) =>
        composeClause(
          new Frame(alone(text, words), corrected(affirmed(withoutLeading(itemsOf(words))))),
          around,
          before,
        ),
      );
    const own = compose(clause.pieces);
    const { scene = [] } = clause;
    // What is asked leads nowhere by itself: what the sentence before describes is meant.
    const within =
      scene.length > 0 && leadsNowhere(own, around) ? compose([...scene, ...clause.pieces]) : own;
    const composed = leadsNowhere(within, around) ? own : within;
    for (const query of composed) {
      const key = questionOf(query);
      if (!queries.has(key)) queries.set(key, query);
    }
    before = composed.at(-1) ?? before;
  }
  if (queries.size === 0) queries.set('', emptyQuery('help'));
  const [first] = queries.values();
  if (clauses.length > mostClauses)
    first?.assumed.push(
      `一度に読み取れるのは${mostClauses}文までのため、そのあとの文は読んでいません。分けてお尋ねください。`,
    );
  if (typed.words.length > longestRead * 1.1)
    first?.assumed.push(`長い文章のため、終わりの${longestRead}字ほどを読みました。`);
  const spelling = spellingOf(typed.words);
  for (const { typed: said, as } of readAs)
    first?.assumed.push(`「${spelling(said)}」を「${as}」として読みました。`);
  return { ...heard, queries: [...queries.values()].map((query) => spelledAsTyped(query, spelling)) };
}

/** The text with nothing in it but these pieces, each where it stood: no rule reads another sentence. */
function alone(text: string, pieces: readonly Piece[]): string {
  let own = '';
  for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start))
    if (end > own.length) own = own.padEnd(start, ' ') + text.slice(Math.max(start, own.length), end);
  return own;
}

function leadsNowhere(queries: readonly Query[], around: Around): boolean {
  return queries.every(
    (query) =>
      query.unread.length === 0 &&
      (findsNothing(query, around) || movesAll(query) || saysMeasureAlone(query)) &&
      (query.telling === '' || !saidStrongly(query.telling, around)),
  );
}

/** どちらが多いのか、人数も添えて: how it is counted, and nothing that is. */
function saysMeasureAlone({ ask, sets }: Query): boolean {
  return (
    ask === 'show' &&
    sets.length > 0 &&
    sets.every(({ named, where }) => {
      const near = where.find(({ is }) => is === 'near');
      return (
        named === null && near?.is === 'near' && /^(?:[人件回個]数|数|金?額|数値|数字|割合)$/.test(near.words)
      );
    })
  );
}

/** 久留米の計画では、基準の年から目標まで何校区増やす: no figure is that of all a plan holds. */
function movesAll({ ask, sets, between }: Query): boolean {
  const figures = [between?.from.attribute, between?.to.attribute];
  return (
    ask === 'difference' &&
    figures.every((id) => id !== undefined && ['baseline', 'actual', 'target'].includes(id)) &&
    sets.every(({ named, where }) => named === null && where.every(({ is }) => is === 'plan'))
  );
}

function sceneWords({ repository, search }: Vocabulary, before: Query | null): SceneWords {
  return {
    leads: (words) => {
      const { hits, terms } = search.search(words, { kinds: ['project', 'kpi', 'statement'] });
      return hits.some(({ matched, strength }) => strength === 'strong' && matched.length >= terms.length);
    },
    goesOn: before !== null,
    isPlace: (town) => repository.plans.some(({ municipality }) => municipality === town),
    isShared: (text) =>
      text.length <= 6 && repository.kpis.filter(({ name }) => normalize(name).endsWith(text)).length > 1,
  };
}

/** Two sentences that ask the very same are answered once. */
function questionOf({ ask, sets, wanted, between, extreme, claim, about, of }: Query): string {
  const named = sets.map(({ kind, named, where }) => [kind, named, where]);
  return JSON.stringify([ask, named, wanted, between, extreme, claim, about, of]);
}
