// 「…人件費がR5年度予算額を上回っているそうです。両者の差は」: the two columns, offices or parts that the sentence before names.
import { type Piece, saysIntent } from '../cover.ts';
import { isColumn, isNamed, isYears, namesOne, namesPlan } from '../piece-names.ts';

const both = /^(?:両者|双方|両方|二者)$/;
const held = ['gap', 'which-two', 'same-as', 'differ', 'times', 'sum', 'compare', 'big', 'small'];

/** The question with what 両者 stands for; null where it says nothing of the kind, or no two are named. */
export function withBoth(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const at = question.findIndex(({ text }) => both.test(text));
  const rest = question.filter((_, i) => i !== at);
  if (at < 0 || !saysIntent(rest, ...held) || rest.some(isNamed) || rest.some(isColumn)) return null;
  const last = sentencesOf(scene).findLast((sentence) => pairIn(sentence) !== null);
  const pair = last && pairIn(last);
  if (!pair) return null;
  const lent = pair.some(isRecord) || !pair.some(isColumn) ? [] : scene.filter(isRecord).slice(-1);
  const plans = scene.filter(namesPlan).slice(-1);
  return [...plans, ...lent, ...pair, ...rest];
}

function sentencesOf(pieces: readonly Piece[]): Piece[][] {
  const sentences: Piece[][] = [[]];
  for (const piece of pieces) {
    sentences.at(-1)?.push(piece);
    if (/[。!?]$/.test(piece.text)) sentences.push([]);
  }
  return sentences;
}

/** Two columns with their years and their record, or two offices or parts of a plan. */
function pairIn(sentence: readonly Piece[]): Piece[] | null {
  const columns = sentence.filter(isColumn);
  const ids = new Set(
    columns.flatMap(({ mention }) =>
      mention?.meaning.is === 'attribute' ? mention.meaning.ids.slice(0, 1) : [],
    ),
  );
  const years = sentence.filter(isYears);
  if (ids.size >= 2 || (ids.size === 1 && columns.length === 2 && years.length === 2))
    return sentence.filter((piece) => isColumn(piece) || isRecord(piece) || years.includes(piece));
  const parts = sentence.filter(isPart);
  return parts.length === 2 ? parts : null;
}

const isRecord = (piece: Piece) => namesOne([piece]);
const isPart = ({ mention }: Piece) =>
  mention?.meaning.is === 'entity' && ['department', 'policy'].includes(mention.meaning.kind);
