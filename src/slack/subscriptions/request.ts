// `/kpi 通知 移住 9:30` read: what is wanted, for which words, at which time, on which days.
import { readSchedule } from './schedule.ts';

export interface SubscriptionRequest {
  does: 'create' | 'list' | 'stop' | 'resume' | 'settings' | 'send-now' | 'follow';
  /** Words of the question grammar; '' for everything. */
  filter: string;
  /** HH:MM; null when not said. */
  time: string | null;
  /** 1 Monday … 5 Friday; null when not said. */
  weekdays: number[] | null;
  /** What cannot be done, as a sentence with the cure; null when all is well. */
  problem: string | null;
}

const head = /^(?:通知|お知らせ|ダイジェスト)(?=\s|$)/;
const verbs: [RegExp, SubscriptionRequest['does']][] = [
  [/^(?:一覧|リスト|確認)$/, 'list'],
  [/^(?:停止|解除|やめる|止める|終了)$/, 'stop'],
  [/^(?:再開|はじめる|始める)$/, 'resume'],
  [/^(?:設定|編集|変更)$/, 'settings'],
  [/^(?:追う|追跡|フォロー(?:する)?)$/, 'follow'],
  [/^(?:今すぐ|いますぐ|今すぐ送る|送信)$/, 'send-now'],
];

/** Reads the text after `/kpi`; null when it is no request about digests. */
export function subscriptionRequested(text: string): SubscriptionRequest | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const match = head.exec(plain);
  if (!match) return null;
  const request: SubscriptionRequest = {
    does: 'create',
    filter: '',
    time: null,
    weekdays: null,
    problem: null,
  };
  const words = plain
    .slice(match[0].length)
    .trim()
    // 午前 9時, 9:30 am: one word of two.
    .replace(/(午前|午後|朝|夕方|夜|昼) (?=\d)/g, '$1')
    .replace(/(\d) (?=[ap]m\b)/gi, '$1')
    .split(' ')
    .filter((word) => word !== '' && !readWord(word, request));
  // Control characters never belong to a filter; a longer one than this was not typed by hand.
  request.filter = words
    .join(' ')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200);
  return request;
}

/** Takes a word that says what to do or when; false for words of the filter. */
function readWord(word: string, request: SubscriptionRequest): boolean {
  const verb = verbs.find(([pattern]) => pattern.test(word));
  if (verb && request.does === 'create') {
    request.does = verb[1];
    return true;
  }
  const when = readSchedule(word);
  if (when === null) return false;
  if (when.time !== undefined) request.time = when.time;
  if (when.weekdays !== undefined) request.weekdays = when.weekdays;
  if (when.problem !== undefined) request.problem = when.problem;
  return true;
}
