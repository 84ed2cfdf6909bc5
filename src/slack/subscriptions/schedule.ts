// Words of a schedule: weekdays, a time of day, and what a digest cannot be set to; a schedule word is never a search word.

/** What one word says of when; `problem` is a sentence with the cure. */
export interface ScheduleWord {
  /** HH:MM */
  time?: string;
  /** 1 Monday … 5 Friday. */
  weekdays?: number[];
  problem?: string;
}

/** What a schedule can be, said with what it cannot be. */
const possible = 'お知らせは、平日の朝など「毎週の曜日と時刻」で設定できます。例：/kpi 通知 月・木 9:30';
const daysOff = '土日・祝日と年末年始には投稿しません。月曜から金曜を指定してください。';
const number = '[一二三四五六七八九十\\d]+';
const once = '(?:毎|ごと|おき|に(?:一|1)[回度])';
const dayName = '[月火水木金土日](?:曜日?)?';

/** Whole words only: 月1回以上運動する市民 and 毎月勤労統計 are search words. */
const impossible: [RegExp, string][] = [
  [
    whole(
      `毎月(?:の?(?:第?${number}(?:日|週)?(?:の?${dayName})?|末日?|月末|初め?|最終営業日))?`,
      `月(?:初め?|末|に?${number}[回度]?)`,
      `第${number}(?:週の?)?${dayName}`,
      `${number}日(?:[と、・,]${number}日)*`,
      `${number}[かカヶケヵ]月${once}|隔月`,
    ),
    `毎月の日付は指定できません。${possible}`,
  ],
  [
    whole(`隔週(?:の?${dayName})?|隔日`, `${number}(?:週間?|日)${once}`),
    `隔週・隔日は指定できません。${possible}`,
  ],
  [
    whole(
      `毎時`,
      `${number}時間${once}`,
      `(?:一|1)日に?${number}[回度]`,
      '随時|即時|すぐに?|リアルタイムに?|変わったとき|変化したとき',
    ),
    `変わったことは、設定した時刻に1日1回まとめてお知らせします。${possible}`,
  ],
  [
    whole(
      `毎年度?(?:\\d+月)?(?:\\d+日)?`,
      `年に?${number}[回度]?`,
      `毎?四半期(?:${once})?|半年${once}|年度[初末]め?`,
    ),
    `毎年・四半期ごとの指定はできません。${possible}`,
  ],
  [whole('毎週', `週に?${number}[回度]`), `曜日を指定してください。${possible}`],
  [whole('週末|祝日|土日祝?'), daysOff],
  [whole('朝(?:一|イチ|いち)?|夕方|夜|午前|午後'), `時刻を数字で指定してください。${possible}`],
];

function whole(...forms: string[]): RegExp {
  return new RegExp(`^(?:${forms.join('|')})(?:に|で)?$`);
}

/** Reads one word, normalised; null for words of the filter. */
export function readSchedule(word: string): ScheduleWord | null {
  const refused = impossible.find(([pattern]) => pattern.test(word));
  if (refused) return { problem: refused[1] };
  const time = readTime(word);
  if (time === 'wrong')
    return { problem: `時刻は 0:00〜23:59 で指定してください（「${word}」）。例：/kpi 通知 9:30` };
  if (time !== null) return { time };
  const weekdays = readWeekdays(word);
  if (weekdays !== null) return weekdays.some((day) => day > 5) ? { problem: daysOff } : { weekdays };
  return readBoth(word);
}

/** 毎朝9時, 平日の朝8時, 毎週金曜日の9:30: days, then a time. */
function readBoth(word: string): ScheduleWord | null {
  const match = /^(\D+?)の?((?:午前|朝|午後|夕方|夜|お?昼)?の?\d{1,2}(?:[:.時]|[ap]m).*|正午)$/i.exec(
    word.replace(/^毎朝/, '毎日の'),
  );
  const [, days = '', hour = ''] = match ?? [];
  if (days === '') return null;
  const [first, second] = [readSchedule(days), readSchedule(hour)];
  return first && second ? { ...second, ...first } : null;
}

/** 9:30, 9.30, 9時, 9時半, 朝8時, 午後3時, 昼1時, 9:30am, 正午, 9時ごろ → `09:30`; 930 is none. */
function readTime(word: string): string | 'wrong' | null {
  const plain = word.replace(/(?:に|から|ごろ|ころ|頃|くらい|ぐらい)$/, '');
  if (/^(?:正午|お?昼)$/.test(plain)) return '12:00';
  const match =
    /^(午前|朝|午後|夕方|夜|お?昼)?の?(\d{1,2})(?:[:.](\d{1,2})|時(?:(半)|(\d{1,2})分?)?|(?=[ap]m)|)([ap]m)?$/i.exec(
      plain,
    );
  if (!match) return null;
  const [, half, hours = '', minutes, thirty, more, english] = match;
  // A bare number is none, 朝8 is.
  if (half === undefined && /^\d+$/.test(plain)) return null;
  if (minutes?.length === 1) return 'wrong';
  const minute = thirty ? 30 : Number(minutes ?? more ?? 0);
  const hour = hourOf(Number(hours), half ?? english?.toLowerCase() ?? '');
  if (hour > 23 || minute > 59) return 'wrong';
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 午後3 → 15, 昼1 → 13, 12am → 0; 夜12 is past the end of the day. */
function hourOf(hour: number, half: string): number {
  if (/^(?:午後|夕方|夜|pm)$/.test(half) && hour < 12) return hour + 12;
  if (half.endsWith('昼') && hour < 6) return hour + 12;
  if (half === '夜' && hour === 12) return 24;
  return half === 'am' && hour === 12 ? 0 : hour;
}

const dayNames = '月火水木金土日';
const dayOf = (name: string) => dayNames.indexOf(name.charAt(0)) + 1;

/** 平日, 毎日, 月曜, 毎週火曜日, 月水金, 月・水曜, 月曜と木曜, 月〜金 → [1, 3]. A single 月 or 木, and 土木, are words. */
function readWeekdays(word: string): number[] | null {
  const plain = word.replace(/(?:に|のみ|だけ)$/, '');
  if (/^(?:平日|毎日|毎朝|毎?営業日|毎?開庁日)$/.test(plain)) return [1, 2, 3, 4, 5];
  const range = new RegExp(`^(?:毎週)?(${dayName})(?:[~〜\\-ー]|から)(${dayName})(?:まで)?$`).exec(plain);
  if (range) {
    const [from, to] = [dayOf(range[1] ?? ''), dayOf(range[2] ?? '')];
    return from < to ? Array.from({ length: to - from + 1 }, (_, n) => from + n) : null;
  }
  const list = new RegExp(`^(毎週)?(${dayName}(?:[・、,と]?${dayName})*)$`).exec(plain);
  if (!list) return null;
  const named = list[2] ?? '';
  const days = [...named.replace(/曜日?/g, '').replace(/[・、,と]/g, '')].map(dayOf);
  // Bare letters are days only as a list of working days in their order: 月水金, not 土木.
  const bare = !list[1] && !/[曜・、,と]/.test(named);
  const inOrder = days.length > 1 && days.every((day, n) => day < 6 && day > (days[n - 1] ?? 0));
  return bare && !inOrder ? null : [...new Set(days)].sort((a, b) => a - b);
}
