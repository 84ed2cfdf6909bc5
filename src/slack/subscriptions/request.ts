// `/kpi 通知 移住 9:30` read: what is wanted, for which words, at which time, on which days.

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
const dayNames = '月火水木金土日';

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
  const words: string[] = [];
  for (const word of plain.slice(match[0].length).trim().split(' ')) {
    const verb = verbs.find(([pattern]) => pattern.test(word));
    const time = readTime(word);
    const days = readWeekdays(word);
    if (verb && request.does === 'create') request.does = verb[1];
    else if (time === 'wrong')
      request.problem = `時刻は 0:00〜23:59 で指定してください（「${word}」）。例：/kpi 通知 9:30`;
    else if (time !== null) request.time = time;
    else if (days?.some((day) => day > 5))
      request.problem = '土日・祝日と年末年始には投稿しません。月曜から金曜を指定してください。';
    else if (days) request.weekdays = days;
    else if (word !== '') words.push(word);
  }
  // Control characters never belong to a filter; a longer one than this was not typed by hand.
  request.filter = words
    .join(' ')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200);
  return request;
}

/** 9:30, 9時, 9時半, 9時15分, 午後3時, 930 is none → `09:30`. */
function readTime(word: string): string | 'wrong' | null {
  const match = /^(午前|午後)?(\d{1,2})(?::(\d{2})|時(?:(半)|(\d{1,2})分)?)(?:に|から)?$/.exec(word);
  if (!match) return null;
  const [, half, hours = '', minutes, thirty, more] = match;
  const hour = Number(hours) + (half === '午後' && Number(hours) < 12 ? 12 : 0);
  const minute = thirty ? 30 : Number(minutes ?? more ?? 0);
  if (hour > 23 || minute > 59) return 'wrong';
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 平日, 毎日, 月曜, 毎週火曜日, 月水金, 月・水曜 → [1, 3]. A single 月 or 木 is a word, not a day. */
function readWeekdays(word: string): number[] | null {
  if (/^(?:平日|毎日)$/.test(word)) return [1, 2, 3, 4, 5];
  const match = /^(毎週)?([月火水木金土日](?:[・、,]?[月火水木金土日])*)(曜日?)?(?:に)?$/.exec(word);
  const names = (match?.[2] ?? '').replace(/[・、,]/g, '');
  if (!match || (names.length === 1 && !match[1] && !match[3])) return null;
  return [...new Set([...names].map((name) => dayNames.indexOf(name) + 1))].sort((a, b) => a - b);
}
