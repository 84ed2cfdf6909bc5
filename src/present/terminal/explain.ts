// How a question was read, for whoever wonders at an answer: the cover, the readings it outdid, the query, what was assumed.
import type { Answer } from '../../answer/answer.ts';
import type { Piece } from '../../question/cover.ts';
import type { Meaning, Mention } from '../../question/mentions/mention.ts';
import type { Query } from '../../question/query.ts';
import type { Reading } from '../../question/read.ts';

/** As data, for `ask --json --explain`. */
export interface Explanation {
  command: Reading['command'];
  /** Normalised words; `start` and `end` count in it. */
  text: string;
  mentions: readonly Mention[];
  /** In the order of the text; a word that no mention covers has `mention: null`. */
  cover: { start: number; end: number; text: string; mention: Mention | null }[];
  queries: Partial<Query>[];
  why: { cost: number; unread: string[]; assumed: string[]; notes: string[] };
}

export function explain({ command, text, mentions, pieces, queries }: Reading, answer: Answer): Explanation {
  return {
    command,
    text,
    mentions,
    cover: pieces.map(({ start, end, text: words, mention }) => ({ start, end, text: words, mention })),
    queries: queries.map(withoutEmpty),
    why: {
      cost: Number(pieces.reduce((sum, { mention }) => sum + (mention?.cost ?? 0), 0).toFixed(2)),
      unread: answer.unread ?? [],
      assumed: answer.understood.assumed,
      notes: answer.notes,
    },
  };
}

/** As the terminal prints it, above the answer. */
export function explainText(reading: Reading, answer: Answer): string {
  const { command, text, cover, queries, mentions, why } = explain(reading, answer);
  const chosen = new Set(reading.pieces.flatMap(({ mention }) => mention ?? []));
  const outdone = mentions.filter((mention) => !chosen.has(mention));
  return [
    `読んだ文　${command === null ? '' : `/${command} `}${text}`,
    `採った読み（計 ${why.cost}）`,
    ...cover.map((piece) => `  ${pieceText(piece)}`),
    ...(outdone.length > 0 ? ['採らなかった読み', ...outdone.map((one) => `  ${mentionText(one)}`)] : []),
    '問い',
    ...queries.map((query) => `  ${JSON.stringify(query)}`),
    ...listed('読めなかった言葉', why.unread),
    ...listed('前提', why.assumed),
    ...listed('注記', why.notes),
  ].join('\n');
}

function pieceText({ text, mention }: Pick<Piece, 'text' | 'mention'>): string {
  return mention ? mentionText(mention) : `「${text}」 ―`;
}

function mentionText({ text, meaning, cost, readAs }: Mention): string {
  const slip = readAs === undefined ? '' : `（${readAs}）`;
  return `「${text}」${slip} ${meaningText(meaning)} ${cost.toFixed(2)}`;
}

/** entity kpi hyoka-kpi-ronbun; attribute budget; years 2023. */
function meaningText(meaning: Meaning): string {
  switch (meaning.is) {
    case 'entity':
      return `entity ${meaning.kind} ${shortened(meaning.ids)}${meaning.exact ? '' : ' (part)'}`;
    case 'attribute':
      return `attribute ${meaning.ids.join(', ')}`;
    case 'kind':
      return `kind ${meaning.level ?? meaning.kind}`;
    case 'word':
      return `word ${meaning.attributes.join(', ')} = ${meaning.word}`;
    case 'document':
      return `document ${meaning.numbers.join(', ')}`;
    case 'status':
      return `status ${meaning.status}`;
    case 'number':
      return `number ${meaning.number.relation ?? ''}${meaning.number.value}${meaning.number.unit ?? ''}`;
    case 'years':
      return `years ${meaning.years.years.join(', ')}`;
    case 'intent':
      return `intent ${meaning.id}`;
    case 'strange-year':
    case 'elsewhere':
      return meaning.is;
    default:
      return meaning satisfies never;
  }
}

/** More ids than this stand as a number. */
const mostIds = 4;

function shortened(ids: readonly string[]): string {
  const rest = ids.length - mostIds;
  return `${ids.slice(0, mostIds).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}

const listed = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];

/** Only what the text filled. */
function withoutEmpty(query: Query): Partial<Query> {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
