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

/** What a schedule cannot be, said with what it can be; a schedule word is never a search word. */
const possible = 'お知らせは、平日の朝など「毎週の曜日と時刻」で設定できます。例：/kpi 通知 月・木 9:30';
const impossible: [RegExp, string][] = [
  [/^(?:毎月|月初|月末|月1回?|\d{1,2}日(?:毎|ごと)?$)/, `毎月の日付は指定できません。${possible}`],
  [/^(?:隔週|隔日|\d+週(?:間)?(?:毎|ごと|おき)|\d+日おき)/, `隔週・隔日は指定できません。${possible}`],
  [/^(?:毎時|\d+時間(?:毎|ごと|おき))/, `1日に1回までです。${possible}`],
  [/^(?:毎年|年1回?)/, `毎年の日付は指定できません。${possible}`],
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
    .replace(/(午前|午後|朝|夕方) (?=\d)/g, '$1')
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
  const refused = impossible.find(([pattern]) => pattern.test(word));
  if (refused) {
    request.problem = refused[1];
    return true;
  }
  const time = readTime(word);
  if (time === 'wrong') {
    request.problem = `時刻は 0:00〜23:59 で指定してください（「${word}」）。例：/kpi 通知 9:30`;
    return true;
  }
  if (time !== null) {
    request.time = time;
    return true;
  }
  const days = readWeekdays(word);
  if (days === null) return false;
  if (days.some((day) => day > 5))
    request.problem = '土日・祝日と年末年始には投稿しません。月曜から金曜を指定してください。';
  else request.weekdays = days;
  return true;
}

/** 9:30, 9.30, 9時, 9時半, 朝8時, 午後3時, 9:30am, 正午 → `09:30`; 930 is none. */
function readTime(word: string): string | 'wrong' | null {
  if (/^(?:正午|昼|お昼)(?:に)?$/.test(word)) return '12:00';
  const match =
    /^(午前|朝|午後|夕方|夜)?(\d{1,2})(?:[:.](\d{2})|時(?:(半)|(\d{1,2})分?)?|(?=[ap]m))([ap]m)?(?:に|から)?$/i.exec(
      word,
    );
  if (!match) return null;
  const [, half, hours = '', minutes, thirty, more, english] = match;
  const afternoon = /^(?:午後|夕方|夜)$/.test(half ?? '') || /^pm$/i.test(english ?? '');
  const noonOrMidnight = Number(hours) === 12 && /^am$/i.test(english ?? '');
  const hour = noonOrMidnight ? 0 : Number(hours) + (afternoon && Number(hours) < 12 ? 12 : 0);
  const minute = thirty ? 30 : Number(minutes ?? more ?? 0);
  if (hour > 23 || minute > 59) return 'wrong';
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 平日, 毎日, 月曜, 毎週火曜日, 月水金, 月・水曜 → [1, 3]. A single 月 or 木 is a word, not a day. */
function readWeekdays(word: string): number[] | null {
  if (/^(?:平日|毎日|毎朝|毎営業日)$/.test(word)) return [1, 2, 3, 4, 5];
  const match = /^(毎週)?([月火水木金土日](?:[・、,]?[月火水木金土日])*)(曜日?)?(?:に)?$/.exec(word);
  const names = (match?.[2] ?? '').replace(/[・、,]/g, '');
  if (!match || (names.length === 1 && !match[1] && !match[3])) return null;
  return [...new Set([...names].map((name) => dayNames.indexOf(name) + 1))].sort((a, b) => a - b);
}
