// 「再掲を1事業にまとめ」, 「同じ事業は1回のみ計上する前提で」: how to count, which every count and sum keeps to.
import type { ClauseText } from './clause-text.ts';

/** What stands several times, and that it is to count once. */
const once =
  /(?:(?:表|一覧|複数の欄)?に?(?:二度|2度|二回|2回|何度も|何回も)(?:出てくる|載る|載っている|登場する|出る))?(?:[^、。]{1,24}の(?:ように|ような)、?)?(?:(?:同じ|同一の?)(?:事業|もの|やつ|指標|の)(?:が(?:何|複数|いくつ(?:も|か)?)の?(?:行|欄|所|か所|箇所|施策|ページ)?(?:にも?)?[^、。]{0,12}(?:て(?:い)?(?:も|る(?:場合|とき)(?:は|も)?)|ば))?|重複|再掲|二重|複数の[^、。]{1,10}?(?:載|出|記載|掲載))[^、。]{0,12}?(?:1|一|ひと)(?:回|度|件|本|つ|個|事業|こ)分?(?:のみ|だけ|きり)?(?:(?:として|とし|[にとでを])?(?:まとめ|数え|計上|カウント|足し|扱|みな|集計|算入)[ぁ-ん]{0,4}|として(?=[、。]|$))/;

/** 【再掲】のものを重ねて数えることなく, 再掲は二重に数えずに. */
const notTwice =
  /【?再掲】?(?:(?:の|した)(?:もの|事業|分|やつ))?[はをも]?(?:重ねて|重複して|二重に|2重に|2度|二度)は?(?:数え|計上|カウント|列挙|挙げ|算入)(?:し|する|せ)?(?:る?こと(?:なく|なしに)|ず(?:に)?|ない(?:で|よう(?:に)?|形で))/;

/** The clause without what it says of counting once. */
export function withoutCountingOnce(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.text;
  }
  const found = once.exec(text) ?? notTwice.exec(text);
  if (!found) return clause;
  const end = found.index + found[0].length;
  const rest = pieces.filter((piece, at) => {
    const start = starts[at] as number;
    return start + piece.text.length <= found.index || start >= end;
  });
  return rest.length > 0 ? { ...clause, pieces: rest } : clause;
}
