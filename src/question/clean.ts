// The text as typed in Slack → the words: mark-up, emoji names and mentions go, everything is normalised once.
import { normalize } from '../language/normalize.ts';
import type { Command } from './around.ts';
import { withoutFeelings, withoutMailMarks } from './mail-marks.ts';
import { asSpoken } from './spoken-forms.ts';
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
    /(?<![-)）ー−－])([①-⑳])(?=\s*(?:の|番|に|は|か|や|も|及び|および|が(?:付|つ|記|示|あ|該当)|を(?:付|つ)|$|と|、|[①-⑳]))/gu,
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

/** (1)…のか、(2)…のか、です: each is a question of its own. */
function numberedApart(text: string): string {
  const one = /[(（][1１][)）]/u;
  const more = /(?<=か)[、,]?[ \t　]*(?:及び|および|並びに|そして|また)?[ \t　]*[(（][2-9２-９][)）]/gu;
  if (!one.test(text) || !more.test(text)) return text;
  return text.replace(more, '。').replace(/[、,]?[ \t　]*[(（][1１][)）]/u, '、');
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
  const marked = plain.test(joined) ? joined : withoutMarkup(quotedLines(joined));
  const words = numberedApart(linesApart(withoutFeelings(marked)));
  // ①予算 ②担当課 lists what is asked; in VII-3-(1)-② the figure belongs to the code.
  const lists = plain.test(text)
    ? words
    : questionsApart(nameCircled(words)).replace(/(?<![-)）ー−－‐–—])[①-⑳]/gu, '、');
  return lastOf(asSpoken(assembly(normalize(lists))));
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
