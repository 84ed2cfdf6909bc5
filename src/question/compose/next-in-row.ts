// その次に大きい: the place behind one in a row that is ranked.
import type { Frame } from './frame.ts';

/** その次は, 次に高いのは: behind the one in the answer before. */
export const nextInRow = /(?:その)?次(?:に|は|の|って|[?]|$)|その下/;

/** …と、その次に小さい事業, …と2番目: behind the one that the sentence itself asks for. */
const secondToo =
  /(?:と|や|、|及び|および)(?:、|その|それに)*(?:次(?:点|ぐ|いで|に[多少大小高低長短安伸増減良悪])|(?<=その)次(?:に|は|の(?!年)|も|って|[?？。]|$)|(?:2|二)(?:番目|位)(?!ま))/;

/** Where the second of a row has been asked for beside the first; null where it is not. */
export function endOfSecond(frame: Frame): number | null {
  const [most] = frame.intents('max', 'min');
  const found = most && secondToo.exec(frame.text.slice(most.end));
  return most && found ? most.end + found.index + found[0].length : null;
}
