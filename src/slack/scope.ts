// What a channel is about: its questions are asked within that, unless they say otherwise in one word.
import { StoreUnavailable } from '../ports/store.ts';
import type { SlackContext } from './context.ts';
import { within } from './within.ts';

const key = 'scope';
/** The word that lifts the scope for one question. */
const lifts = /(^|[\s　])(?:全体|全部|すべて)(?:で|から)?(?=$|[\s　])/u;
/** Questions that are about no plan. */
const aboutNothing = /^(?:ヘルプ|help|使い方|)$/i;
const patience = 800;

/** The channel's default words; '' when it has none, or the store does not tell. */
export async function scopeOf({ store, log }: SlackContext, channel: string): Promise<string> {
  try {
    return await within(patience, store.preference(channel, key), '');
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ cause: String(error) }, 'store down: questions are asked without the scope of their channel');
    return '';
  }
}

export async function saveScope({ store }: SlackContext, channel: string, words: string): Promise<void> {
  await store.savePreference(channel, key, words);
}

export interface Scoped {
  question: string;
  /** What the answer says about it; null where nothing was added. */
  note: string | null;
}

/** The question within the channel's scope; 「全体」 takes it away and is no word of the question. */
export function withScope(question: string, scope: string): Scoped {
  if (scope === '' || aboutNothing.test(question.trim())) return { question, note: null };
  if (lifts.test(question)) return { question: question.replace(lifts, '$1').trim(), note: null };
  if (question.includes(scope)) return { question, note: null };
  return {
    question: `${scope} ${question}`,
    note: `このチャンネルの設定「${scope}」でしぼっています。「全体」を付けると、すべてから探します。`,
  };
}

/** `設定 移住` → 移住, `設定` → '', `設定 解除` → null; undefined for everything else. */
export function scopeRequested(text: string): string | null | undefined {
  const asked = /^(?:設定|チャンネル設定)(?:\s+(.*))?$/su.exec(text.normalize('NFKC').trim());
  if (!asked) return undefined;
  const words = (asked[1] ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
  return /^(?:解除|なし|やめる|消す)$/.test(words) ? null : words;
}
