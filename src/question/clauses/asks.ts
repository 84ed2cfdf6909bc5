// Whether a stretch asks: by its words, its marks or a column alone.
import { isContent, type Piece, saysIntent } from '../cover.ts';
import { isColumn } from '../piece-names.ts';
import { questionWords } from '../question-words.ts';
import { said } from './clause-text.ts';

/** Intents by which a sentence asks. */
const askingIntents = new Set([
  ...questionWords,
  'tell',
  'confirm',
  'count',
  'towns-count',
  'sum',
  'max',
  'min',
  'list',
  'reason-part',
  'how-part',
  'define-part',
  'page',
  'contact',
  'which-two',
  'basis',
  'former',
  'remaining',
]);

export function asks(pieces: readonly Piece[]): boolean {
  const text = said(pieces);
  // …連携事業名は何か、以上2点をご確認ください
  if (/[?？か]$|[はが](?:何|なに)か[、。]/.test(text)) return true;
  const asking = pieces.some(
    ({ mention }) =>
      mention?.meaning.is === 'intent' &&
      mention.meaning.id !== 'tell' &&
      (askingIntents.has(mention.meaning.id) || (mention.meaning.id === 'share' && /^何/.test(mention.text))),
  );
  if (asking) return true;
  // KPIの名前を教えて: what is requested is named as a kind.
  const of = (...is: string[]) => pieces.some(({ mention }) => is.includes(mention?.meaning.is ?? ''));
  if (requests(pieces) && of('kind') && of('entity', 'word', 'status')) return true;
  // そこの事業名も知りたい: beside what was asked before.
  if (
    requests(pieces) &&
    of('kind') &&
    saysIntent(pieces, 'that') &&
    /名?も[、]?(?:\p{L}{2,4}て)?[教知伺]/u.test(text)
  )
    return true;
  // 「R7の予算」 asks, 「予算を聞かれました」 tells.
  const attribute = pieces.some(isColumn);
  // 「担当より照会がございました」 reports; it asks nothing.
  if (
    /(?:ました|でした|おります|ところです)$/.test(text) &&
    !/たく|たい|ほしい|欲しい|いただけ|ください|願/.test(text)
  )
    return false;
  return attribute && (requests(pieces) || !/(?:です|ます|ました|でした|た|だ|る)$/.test(text));
}

/** 教えてください alone: asks where nothing else does. */
export function requests(pieces: readonly Piece[]): boolean {
  return saysIntent(pieces, 'tell');
}

/** True for a sentence that holds something to answer: an attribute, an operation, a name, a topic. */
export function hasMatter(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ mention, token }) =>
      (mention !== null &&
        !(
          mention.meaning.is === 'intent' &&
          ['filler', 'setting', 'tell', 'greeting', 'thanks', 'then', 'confirm', 'newest'].includes(
            mention.meaning.id,
          ) &&
          // 合っていますか asks of what was told.
          !(mention.meaning.id === 'confirm' && /か$/.test(mention.text))
        ) &&
        !(
          mention.meaning.is === 'entity' && ['department', 'town', 'plan'].includes(mention.meaning.kind)
        )) ||
      (token !== null &&
        ['名詞', '動詞', '形容詞'].includes(token.pos) &&
        // 説明されて: れる says nothing by itself.
        !['非自立', '代名詞', '接尾'].includes(token.posDetail1)),
  );
}

const questionIntents = new Set([...questionWords, 'count', 'page', 'whether', 'towns-count']);

/** A stretch with a question word of its own. */
export function questions(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(
      ({ mention }) => mention?.meaning.is === 'intent' && questionIntents.has(mention.meaning.id),
    ) ||
    pieces.some(
      ({ mention }) => mention?.meaning.is === 'attribute' && /何|いつ|どの|どこ/.test(mention.text),
    ) ||
    /何[で]?$/.test(said(pieces))
  );
}

/** 「どれで、いくら」 asks two things of one winner. */
export function ranks(pieces: readonly Piece[]): boolean {
  return saysIntent(pieces, 'max', 'min', 'list', 'big', 'small') || /どれで$/.test(said(pieces));
}

export function hasOwnMatter(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ mention, token }) =>
      (mention !== null &&
        ['attribute', 'years', 'entity', 'kind', 'elsewhere'].includes(mention.meaning.is)) ||
      (token !== null && isContent(token) && token.pos === '名詞'),
  );
}
