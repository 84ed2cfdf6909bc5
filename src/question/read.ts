// Text → queries: clean, mentions, cover, clauses, composition. Never throws on any text.
import type { Around, Vocabulary } from './around.ts';
import { spelledAsTyped, spellingOf } from './as-typed.ts';
import { clausesOf } from './clauses.ts';
import { clean, splitCommand } from './clean.ts';
import { composeClause, emptyQuery } from './compose/compose.ts';
import { corrected } from './compose/corrections.ts';
import { Frame, itemsOf } from './compose/frame.ts';
import { outsideCompounds } from './compounds.ts';
import { cover, type Piece } from './cover.ts';
import { elsewhereMentions } from './mentions/elsewhere.ts';
import { intentMentions } from './mentions/lexicon.ts';
import type { Mention } from './mentions/mention.ts';
import { figureMentions } from './mentions/numbers-and-years.ts';
import { withOwnTown } from './own-town.ts';
import type { Query } from './query.ts';

/** How a text was read. */
export interface Reading {
  command: Around['command'];
  /** Normalised words. */
  text: string;
  queries: Query[];
  /** For `ask --explain`. */
  pieces: Piece[];
  mentions: Mention[];
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
  const split = splitCommand(typed);
  const command = split.command ?? moment.command ?? null;
  const words = vocabulary.lexicon.plain(clean(split.words));
  const heard = vocabulary.kana.read(words);
  const text = heard.text;
  const around: Around = {
    ...vocabulary,
    command,
    typed: words,
    fiscalYear: moment.fiscalYear,
    today: moment.today,
    before: moment.before ?? null,
    winnersOf: moment.winnersOf ?? (() => null),
  };
  const tokens = vocabulary.tokenizer.tokenize(text);
  const names = vocabulary.names.find(text, tokens);
  const mentions = [
    ...names,
    ...vocabulary.near.find(text, tokens, names),
    ...elsewhereMentions(tokens, names),
    ...intentMentions(vocabulary.lexicon, text, tokens),
    ...vocabulary.planWords.find(text, tokens),
    ...figureMentions(text, moment),
  ];
  const pieces = withOwnTown(cover(text, tokens, outsideCompounds(mentions, tokens)));
  const queries: Query[] = [];
  let before = moment.before?.at(-1) ?? null;
  const isVague = (word: string) => vocabulary.lexicon.entriesOf(word).some(({ list }) => list === 'vague');
  for (const clause of clausesOf(text, pieces, isVague)) {
    const composed = composeClause(new Frame(text, corrected(itemsOf(clause.pieces))), around, before);
    for (const query of composed)
      if (!queries.some((known) => sameQuestion(known, query))) queries.push(query);
    before = composed.at(-1) ?? before;
  }
  if (queries.length === 0) queries.push(emptyQuery('help'));
  const readAs = [
    ...heard.read,
    ...pieces.flatMap(({ mention }) =>
      mention?.readAs ? [{ typed: mention.text, as: mention.readAs }] : [],
    ),
  ];
  const spelling = spellingOf(split.words);
  for (const { typed: said, as } of readAs)
    queries[0]?.assumed.push(`「${spelling(said)}」を「${as}」として読みました。`);
  const asTyped = queries.map((query) => spelledAsTyped(query, spelling));
  return { command, text, queries: asTyped, pieces, mentions };
}

/** Two sentences that ask the very same are answered once. */
function sameQuestion(one: Query, other: Query): boolean {
  const key = ({ ask, sets, wanted, between, extreme, claim, about, of }: Query) =>
    JSON.stringify([
      ask,
      sets.map(({ kind, named, where }) => [kind, named, where]),
      wanted,
      between,
      extreme,
      claim,
      about,
      of,
    ]);
  return key(one) === key(other);
}
