// 「人件費（目安）」という欄がありますよね。その列の金額が最大の事業は: the column that the sentences before name.
import { type Piece, saysIntent, textOf } from '../cover.ts';
import { isColumn } from '../piece-names.ts';

const column = /^(?:列|欄|項目)/;

/** The question with the column in place of what points at it; null where nothing points at one. */
export function withPointedColumn(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const at = question.findIndex(
    (piece, i) => saysIntent([piece], 'that') && column.test(question[i + 1]?.text ?? ''),
  );
  if (at < 0) return withAmountOf(scene, question);
  const named = scene.filter(isColumn);
  // 予算のほかに「人件費」という欄: the one that is called a column.
  const called = named.findLast((piece) => isCalled(scene, piece, /^(?:という|の)?(?:列|欄|項目)/));
  const meant = called ?? named.at(-1);
  if (!meant) return null;
  const rest = question.slice(at + 2);
  // その列の金額: the amount is that of the column.
  const amount = rest[0]?.text === 'の' && /^(?:金?額|数値|値|数字)$/.test(rest[1]?.text ?? '');
  return [...question.slice(0, at), meant, ...(amount ? rest.slice(2) : rest)];
}

/** 「人件費(目安)」という列がありますね。一番金額が大きい事業は: the amount is that of the column. */
function withAmountOf(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const columns = question.filter(isColumn);
  const [amount, more] = columns;
  if (!amount || more || !/^金?額$/.test(amount.text)) return null;
  const called = scene.findLast(
    (piece) => isColumn(piece) && isCalled(scene, piece, /^(?:という|の)(?:列|欄|項目)[がもを]/),
  );
  return called ? question.map((piece) => (piece === amount ? called : piece)) : null;
}

/** What stands behind a column, its bracket and mark left out. */
function isCalled(scene: readonly Piece[], piece: Piece, form: RegExp): boolean {
  const at = scene.indexOf(piece);
  const behind = textOf(scene.slice(at + 1, at + 9)).replace(/^(?:\([^()]{1,8}\))?[」』)]?/, '');
  return form.test(behind);
}
