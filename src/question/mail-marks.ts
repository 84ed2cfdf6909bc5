// What a mail or a chat has around a question: Re:, Q1., 【至急】, (汗), m(_ _)m, a signature below a line of dashes.

/** Words that say what kind of message it is, at the beginning of a line. */
const kinds =
  'ご?質問|お?問い?合わ?せ|ご?照会|ご?相談|ご?依頼|お願い|至急|大至急|急ぎ|緊急|重要|要回答|要返信|要確認|ご?確認|再送|連絡|件名|用件|題名|タイトル|本文';
const labels = [
  new RegExp(`^[ \\t　]*[【［\\[（(＜<〈《](?:${kinds}){1,2}[】］\\]）)＞>〉》][ \\t　]*`, 'gmu'),
  new RegExp(`^[ \\t　]*(?:${kinds})[ \\t　]*[:：][ \\t　]*(?=\\S)`, 'gmu'),
  // Q. Q1) Ｑ１： 問1 問２．
  /^[ \t　]*[QqＱｑ][ \t　]?[\d０-９]{0,2}[ \t　]?(?:[.．:：)）、,][ \t　]*|[ \t　]+)(?=\S)/gmu,
  /^[ \t　]*(?:問い?|設問|質問)[ \t　]?[\d０-９一二三四五六七八九]{1,2}[ \t　]*[.．:：)）、]?[ \t　]*(?=[^\d０-９の])/gmu,
  /^[ \t　]*(?:(?:re|fwd?|subject|title|返信|転送)[:：]|(?:fyi|btw)(?![a-z])[,，、:：]?)[ \t　]*/gimu,
];

/** A line of dashes and the few lines below it. */
const signature =
  /\n?[ \t]*(?:-{2,}|―{2,}|─{2,}|━{2,}|={3,}|＝{3,}|_{3,}|\*{3,}|＊{3,})[ \t]*\n[^?？]{0,120}$/u;

/** (笑), (汗), orz, (^_^;), m(_ _)m at the end or in brackets: how somebody feels about it. */
const feelings = [
  /[(（](?:汗|笑|涙|泣|爆|苦笑|焦|謎)[)）]/gu,
  /[mｍ]?[ \t]?[(（](?=[^()（）]{0,3}[_＿^＾´｀ωДд∀▽])[^\p{Script=Han}\p{Script=Hiragana}()（）「」\d]{2,8}[)）][ \t]?[mｍノﾉ]?(?=[\s。！!？?]|$)/gu,
  /(?<=[ぁ-んァ-ヺー。！？!?\s])[ \t　]*(?:[wｗ]+|orz|笑|汗|泣)(?=[\s。！!]*$)/giu,
  /(?:…|\.{2,}|・{2,}|‥)+(?=\s*$)/gu,
];

/** The text without what only says how it is sent. */
export function withoutMailMarks(text: string): string {
  const body = text.replace(signature, '');
  const asked = labels.reduce((read, label) => read.replace(label, ''), body);
  return asked.trim() === '' ? text : asked;
}

/** The text without how somebody feels about it. */
export function withoutFeelings(text: string): string {
  return feelings.reduce((read, feeling, at) => read.replace(feeling, at < 2 ? ' ' : ''), text);
}
