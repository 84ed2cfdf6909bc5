// 「…を手伝っている事業について電話をもらいました。この事業の予算額は」: what the sentence before describes stands in for この事業.
import { isContent, type Piece, saysIntent, textOf } from '../cover.ts';
import { cameBy } from '../message-words.ts';
import { isColumn, isTown } from '../piece-names.ts';
import { pointsAtRecord } from '../scene.ts';

/** What is told of a matter behind its description. */
const told = new RegExp(
  `^(?:について|に関し|に関する|につき|の件[でにが、]|のこと(?:で|を|が|に)|の話(?:が|を|に|で)|[がを](?:話題|議題|気に|${cameBy})|が(?:ある|あった)(?:と|って|らしい|そう)|があるん|も(?:あった|ありまし|載って))`,
);

/** The question with the description where it points at it; null where nothing is described or pointed at. */
export function withDescribed(scene: () => readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const there = question.some(
    (piece) => saysIntent([piece], 'that') && /^(?:そちら|こちら|それ|これ)$/.test(piece.text),
  );
  if (!pointsAtRecord(question) && !there) return null;
  const at = question.findIndex(
    ({ mention }) => mention?.meaning.is === 'intent' && mention.meaning.id === 'that',
  );
  const thing = descriptionIn(scene());
  const pointed = question[at + 1]?.mention?.meaning;
  // 同課: an office is named in the scene, and never described.
  if (at < 0 || thing === null || (pointed?.is === 'kind' && pointed.kind === 'department')) return null;
  const kind = question[at + 1]?.mention?.meaning.is === 'kind';
  const counter = /^(?:[人件回]?数|割合|率)$/.test(question[at + 1]?.text ?? '');
  const rest = question.slice(at + (kind || counter ? 2 : 1));
  const last = thing.at(-1)?.mention?.meaning;
  // 美術館の数 … この施設数: what is counted is said once more.
  const counted = !kind && !counter && last?.is === 'intent' && last.id === 'count';
  return [...question.slice(0, at), ...(counted ? thing.slice(0, -1) : thing), ...rest];
}

/** …の取り組みがあると聞きました。お金の負担はどういう考え方ですか: what was announced is asked of, where nothing else is named. */
export function withAnnounced(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const asksOfIt = saysIntent(question, 'join') || question.some(isColumn);
  const light = question.filter((_, at) => isLight(question, at));
  if (!asksOfIt || question.some((piece) => namesMore(piece) && !light.includes(piece))) return null;
  const thing = descriptionIn(scene);
  return thing && [...thing, ...question.filter((piece) => !light.includes(piece))];
}

const places = ['town', 'plan', 'department'];

/** A record, a kind of thing or a noun that could be what is asked about. */
function namesMore({ mention, token }: Piece): boolean {
  if (mention === null) return token.pos === '名詞' && isContent(token);
  const { meaning } = mention;
  return meaning.is === 'kind' || (meaning.is === 'entity' && !places.includes(meaning.kind));
}

/** どういう考え方, 苅田町の職員: what it is like, and who of a town. */
function isLight(pieces: readonly Piece[], at: number): boolean {
  const [owner, of] = pieces.slice(Math.max(at - 2, 0), at);
  const piece = pieces[at];
  if (piece?.mention !== null || piece.token.pos !== '名詞' || !isContent(piece.token)) return false;
  const like = pieces[at - 1]?.mention?.meaning;
  if (like?.is === 'intent' && like.id === 'which') return /^(?:ど|何)/.test(pieces[at - 1]?.text ?? '');
  return of?.text === 'の' && owner !== undefined && isTown(owner);
}

/** The words of the first sentence that tell which thing it is about. */
function descriptionIn(scene: readonly Piece[]): Piece[] | null {
  const end = scene.findIndex(
    (_, i) => i > 0 && scene[i - 1]?.text !== 'と' && told.test(textOf(scene.slice(i, i + 4))),
  );
  if (end < 0) return null;
  const from = scene.slice(0, end).findLastIndex(({ text }) => /[。!?]$/.test(text)) + 1;
  const thing = scene.slice(from, end);
  return thing.filter(isWord).length > 1 ? thing : null;
}

function isWord({ mention, token }: Piece): boolean {
  return token !== null ? isContent(token) : ['entity', 'elsewhere'].includes(mention.meaning.is);
}
