// 「…を手伝っている事業について電話をもらいました。この事業の予算額は」: what the sentence before describes stands in for この事業.
import { isContent, type Piece } from '../cover.ts';
import { pointsAtRecord } from '../scene.ts';

/** What is told of a matter behind its description. */
const told =
  /^(?:について|に関し|に関する|につき|の件[でにが、]|のこと(?:で|を|が|に)|の話(?:が|を|に|で)|[がを](?:話題|議題|質問|問い合わせ|聞か|きか|尋ね|訊か|気に))/;

/** The question with the description where it points at it; null where nothing is described or pointed at. */
export function withDescribed(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  if (!pointsAtRecord(question)) return null;
  const at = question.findIndex(
    ({ mention }) => mention?.meaning.is === 'intent' && mention.meaning.id === 'that',
  );
  const thing = descriptionIn(scene);
  if (at < 0 || thing === null) return null;
  const kind = question[at + 1]?.mention?.meaning.is === 'kind';
  const counter = /^(?:[人件回]?数|割合|率)$/.test(question[at + 1]?.text ?? '');
  const rest = question.slice(at + (kind || counter ? 2 : 1));
  const last = thing.at(-1)?.mention?.meaning;
  // 美術館の数 … この施設数: what is counted is said once more.
  const counted = !kind && !counter && last?.is === 'intent' && last.id === 'count';
  return [...question.slice(0, at), ...(counted ? thing.slice(0, -1) : thing), ...rest];
}

/** The words of the first sentence that tell which thing it is about. */
function descriptionIn(scene: readonly Piece[]): Piece[] | null {
  const end = scene.findIndex((_, i) => i > 0 && told.test(textOf(scene.slice(i, i + 4))));
  if (end < 0) return null;
  const from = scene.slice(0, end).findLastIndex(({ text }) => /[。!?]$/.test(text)) + 1;
  const thing = scene.slice(from, end);
  return thing.filter(isWord).length > 1 ? thing : null;
}

function isWord({ mention, token }: Piece): boolean {
  return token !== null ? isContent(token) : mention.meaning.is === 'entity';
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
