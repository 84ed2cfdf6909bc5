// 何灯, 何か国, 何十冊: 何 with a counter that no list holds asks how many all the same.
import type { Token } from '../../language/tokenizer/tokenizer.ts';
import type { Mention } from './mention.ts';

const asked = /(?:何|(?<![ぁ-ん])なん(?=[\p{Script=Han}ァ-ヺ]))[十百千万億]{0,2}/gu;
/** Counters are short: a kanji or two, the katakana of a unit; か国, ヵ所 begin with a small word. */
const counter = /^(?:[かカヵヶケ]?\p{Script=Han}{1,2}|[ァ-ヺー]{2,5})$/u;
/** 何者, 何故, 何度も: words of their own; 何時 asks when. */
const noCounter = /^(?:[故者物事処方卒様等度色語的系用別]|[年月日時曜].*|以.)$/;

/** Mentions of such questions, where no longer word of the lexicon begins with the same 何. */
export function counterMentions(
  text: string,
  tokens: readonly Token[],
  known: readonly Mention[],
): Mention[] {
  return [...text.matchAll(asked)].flatMap(({ 0: what, index: start }): Mention[] => {
    if (known.some((one) => one.start === start && one.end > start + what.length)) return [];
    const from = start + what.length;
    const token = tokens.find((one) => one.start <= from && one.end > from);
    const small = /^[かカヵヶケ]$/.test(token?.surface ?? '');
    const last = small ? tokens.find((one) => one.start === from + 1) : token;
    const end = last?.end ?? from;
    const said = text.slice(from, end);
    if (!counter.test(said) || noCounter.test(said) || last?.pos !== '名詞') return [];
    return [
      {
        start,
        end,
        // なん台 is asked as 何台.
        text: text.slice(start, end).replace(/^なん/u, '何'),
        cost: 0.98,
        meaning: { is: 'intent', id: 'howmany-unit' },
      },
    ];
  });
}
