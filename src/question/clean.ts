// The text as typed in Slack → the words: mark-up, emoji names and mentions go, everything is normalised once.
import { normalize } from '../language/normalize.ts';
import type { Command } from './around.ts';
import { withoutFeelings, withoutMailMarks } from './mail-marks.ts';
import { withPlainMarks } from './typed-marks.ts';

/** Of longer texts the end is read: what is asked comes last. */
export const longestRead = 600;

const commandForm = /^\s*[/／]\s*(\S+)/u;

/** Splits `/kpi 移住` into its command and its words, full-width and invisible characters included. */
export function splitCommand(text: string): { command: Command; words: string } {
  const match = commandForm.exec(text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+/u, ''));
  const name = match ? normalize(match[1] as string).match(/(kpi|jigyo|yosan|machi)$/)?.[1] : undefined;
  if (!match || !name) return { command: null, words: text };
  const start = text.indexOf(match[1] as string);
  return { command: name as Command, words: text.slice(start + (match[1] as string).length) };
}

/** ⑬ alone is a direction; in VII-3-(1)-② it is part of a code. NFKC would make both plain figures. */
function nameCircled(text: string): string {
  return text.replace(
    /(?<![-)）ー−－])([①-⑳])(?=\s*(?:の|番|に|は|が(?:付|つ|記|示|あ|該当)|を(?:付|つ)|$|と|、|[①-⑳]))/gu,
    (_, sign: string, at: number) =>
      // 番号⑫ says what it is already.
      `${sign.normalize('NFKC')}${/番号[「『]?$/.test(text.slice(0, at)) ? '' : '番'}`,
  );
}

/** ①…の指標は何か ②…の予算: each is a question of its own. */
function questionsApart(text: string): string {
  if (!/①.{6,}②/su.test(text)) return text;
  return text.replace(/(?<![-)）ー−－‐–—。?？])\s*[②-⑳](?=.{6,})/gu, '。');
}

/** 勉強会って、協議会って何: the tokenizer reads 会って as a form of 会う. */
function assembly(text: string): string {
  return text.replace(/(?<=\p{Script=Han})会って(?=(何|なに|なん)?)/gu, (_, what?: string) =>
    what ? '会とは' : '会は',
  );
}

/** > …: a quoted line is what somebody said, or what is written where it goes on with と. */
function quotedLines(text: string): string {
  const lines = /(?<=^|\n)[ \t]*(?:>|＞|&gt;)[ \t]*([^\n]+?)[。．]?[ \t]*(?:\n(?=(とい?|との)|)|$)/gu;
  return text.replace(lines, (_, line: string, goesOn?: string) => {
    const quoted = `「${line.replace(/「/gu, '『').replace(/」/gu, '』')}」`;
    return goesOn ? quoted : `${quoted}とのことです。\n`;
  });
}

/** A line that ends as a sentence does, or before a line of manners, is one, whatever mark it lacks. */
function linesApart(text: string): string {
  return text
    .replace(
      /(?<=です|ます|ました|でした|ません|下さい|ください|[てかねよけはも])[ \t]*\n+(?=\s*\S)/gu,
      '。\n',
    )
    .replace(
      /(?<=です|ます|ました|でした|ません|下さい|ください|ですか|ますか|でしょうか)[ \t　]+(?=\S)/gu,
      '。',
    )
    .replace(
      /(?<=[^\s。、！？!?])[ \t]*\n+(?=\s*(?:よろしく|宜しく|お願い|以上|急ぎ|お手すき|助かり|ありがと))/gu,
      '。\n',
    );
}

/** Neither mark-up nor emoji nor a figure in a circle. */
const plain = /^[ !-%'-)+-9;=-^a-z{|}ぁ-ゖァ-ー一-龠々、。「」『』？！（）０-９]*$/;

/** Words of the text, normalised. Never throws. */
export function clean(typed: string): string {
  const text = withPlainMarks(withoutFeelings(withoutMailMarks(typed)));
  // 防犯灯＋防犯カメラ: one and the other.
  const joined = text.replace(/(?<=[\p{Script=Han}ァ-ヺー])\s*[＋+]\s*(?=[\p{Script=Han}ァ-ヺ])/gu, 'と');
  const words = linesApart(withoutFeelings(plain.test(joined) ? joined : withoutMarkup(quotedLines(joined))));
  // ①予算 ②担当課 lists what is asked; in VII-3-(1)-② the figure belongs to the code.
  const lists = plain.test(text)
    ? words
    : questionsApart(nameCircled(words)).replace(/(?<![-)）ー−－‐–—])[①-⑳]/gu, '、');
  // 何%? asks for per cents, and 対象?(…) ends before its bracket; the tokenizer would read both signs as one.
  return lastOf(
    assembly(normalize(lists))
      // 同じく久留米の…: another question of the same place, and no record left out.
      .replace(/(^|[。\n])[ 　]*(?:同じく|おなじく)[、 ]*/gu, '$1')
      .replace(/%(?=\?)/g, '% ')
      .replace(/(?<=[?!])\(/g, ' (')
      // R6目標 − H30基準 = ?: a difference as it is written down.
      .replace(/([^\s:]+) [−–－-] ([^\s=]+)(?= *= *\?)/gu, '$1と$2の差')
      // 事業数N=?, …= ? 千円: a sum as it is written down.
      .replace(
        / *(?<![a-z])[a-z]? *= *\?(?: *(千円|百万円|万円|億円|円|人|件|%|ポイント))?/g,
        (_, unit?: string) => (unit ? `は何${unit}?` : 'は?'),
      )
      // …は何件、うち再掲は
      .replace(/(?<=^|[。?、 ])うち(?=[【「『(]|再掲|何|いくつ)/gu, 'そのうち')
      // …に入っていますよね、それともどちらか一方ですか: the other case says nothing more.
      .replace(/[、,?]?それとも(?:どちらか|どっちか|片方|一方|違う|別)[^。?]*[?。]?$/u, '?')
      // 基本目標5つって: no form of a verb.
      .replace(/(?<=[0-9一二三四五六七八九])つって/gu, 'つは')
      // なnに: a key that was hit twice; letters of parts (のbに) stay.
      .replace(/(?<=[ぁ-ん])[j-z](?=[ぁ-ん])/gu, '')
      // 何 千円: the unit is cut off by a blank.
      .replace(/何 +(?=(?:千|百万|万|億)?円|人|件|%|ポイント)/gu, '何')
      // なん人, なん件
      .replace(
        /なん(?=(?:[人名件個回校本台位割年番館社基棟点%円億万千百]|か所|カ所|箇所|市町|事業|種類|団体|世帯|ポイント))/gu,
        '何',
      )
      // 業者さんから: さん is no 参加 cut short.
      .replace(/(?<=\p{Script=Han})さん(?=から)/gu, '様')
      // 観光んとこ
      .replace(/(?<=[\p{Script=Han}ァ-ヺー])ん(?=とこ(?!ろ?てん))/gu, 'の')
      // 見ておくれ asks, and nothing lags.
      .replace(/(?<=[てで])おくれ(?=[よやな]?[?!。\s]*$)/u, 'ください')
      // おしえてー
      .replace(/(?<=[ぁ-ん])[ー~]+(?=[?!。、\s]*$)/u, '')
      // 教えt: a letter of a kana that was not finished.
      .replace(/(?<=[ぁ-ん])[a-z](?=[?!。\s]*$)/u, ''),
  );
}

/** The end of a long text, from where a sentence begins. */
function lastOf(text: string): string {
  if (text.length <= longestRead) return text;
  const end = text.slice(-longestRead);
  const begins = end.search(/(?<=[。!?])./u);
  return begins > 0 && begins < longestRead / 2 ? end.slice(begins) : end;
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<(?:[@#!][^>]*)>/g, ' ')
    .replace(/<(?:tel|mailto|https?):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?):[^>]*)>/g, ' ')
    .replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '')
    .replace(/:[a-z0-9_+'-]+:/gi, ' ')
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, ' ')
    .replace(/[*_~`](?=\S)|(?<=\S)[*_~`]/g, '');
}
