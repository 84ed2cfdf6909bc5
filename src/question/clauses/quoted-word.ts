// 「オープンラボ」という言葉が出てきます。… どう説明されているか: the word that the sentences before quote is to be explained.
import { type Piece, saysIntent, textOf } from '../cover.ts';
import { isTown, namesPlan } from '../piece-names.ts';
import { namesRecord } from './names.ts';

const isQuoted =
  /^」?(?:という(?:言葉|ことば|語|用語|単語|表現|文言|名前)|と(?:あり|あっ|ある|書かれ|書いて|載って))/;
const explains =
  /説明|何のこと|なんのこと|どういう(?:意味|人|もの|こと|場所|職)|どんな(?:人|もの|こと|場所|職|意味)|意味|何をする|何を指/;

/** The question with the word; null where none is quoted, or where the question names something by itself. */
export function withQuotedWord(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const asks = saysIntent(question, 'define-part') || explains.test(textOf(question));
  if (!asks || namesRecord(question)) return null;
  // 「アウトリーチ事業」の案内が届いた… この言葉を: the first word in quotes.
  const pointed = /[このその](?:言葉|語|用語|単語|表現)/.test(textOf(question));
  const closes = pointed ? scene.findIndex(({ text }) => text.startsWith('」')) : -1;
  const named = scene.findIndex((_, at) => at > 0 && isQuoted.test(textOf(scene.slice(at, at + 5))));
  const end = named >= 0 ? named : closes;
  const from =
    scene
      .slice(0, Math.max(end, 0))
      .findLastIndex(({ text }) => /^(?:[「、。]|に|で|では|は|が|も|の中)$/.test(text)) + 1;
  const word = scene.slice(from, end);
  if (end < 0 || !word.some(isNoun)) return null;
  const begins = scene.slice(0, from).findLastIndex(({ text }) => text === '。') + 1;
  const places = scene.slice(begins, from).filter((piece) => isTown(piece) || namesPlan(piece));
  return [...places, ...word, ...question];
}

function isNoun({ mention, token }: Piece): boolean {
  return mention === null && token.pos === '名詞';
}
