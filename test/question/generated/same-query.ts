// Queries without what only retells the wording: labels, limits as typed, assumptions.
import type { Bot } from '../../../src/bot.ts';
import type { Query } from '../../../src/question/query.ts';
import type { Asked } from './asked.ts';

const retold = new Set(['label', 'assumed', 'text']);

/** Equal for two texts that ask the same. */
function meaningOf(queries: readonly Query[]): unknown {
  return JSON.parse(JSON.stringify(queries, (key, value) => (retold.has(key) ? undefined : value)));
}

/** Ways to say the same that hold for any question. */
const around: readonly ((text: string) => string)[] = [
  (text) => `お疲れさまです。${text}`,
  (text) => `${text} よろしくお願いします。`,
  (text) => `すみません、${text}`,
  (text) => ` ${text}　`,
  (text) => `${text}！`,
  (text) => `<@U012ABCDEF> ${text}`,
  (text) => `${text} :bow:`,
  (text) => `お世話になっております。企画担当の者です。${text}`,
  (text) => text.replace(/[A-Za-z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text) => `*${text}*`,
];

/** Wordings whose query is not that of the fact's first wording, by `kind: template`. */
export function otherwiseRead(bot: Bot, asked: readonly Asked[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const note = (key: string, text: string) => {
    found[key] = [...(found[key] ?? []), text];
  };
  asked.forEach(({ kind, questions }, place) => {
    const [first] = questions;
    if (!first) return;
    const meant = JSON.stringify(meaningOf(bot.read(first.text).queries));
    const same = (text: string) => JSON.stringify(meaningOf(bot.read(text).queries)) === meant;
    for (const { template, text } of questions.slice(1)) if (!same(text)) note(`${kind}: ${template}`, text);
    const wrapped = around[place % around.length]?.(first.text) ?? first.text;
    if (!same(wrapped)) note(`around ${place % around.length}: ${kind}`, wrapped);
  });
  return found;
}
