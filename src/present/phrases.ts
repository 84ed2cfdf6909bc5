// The fixed words of the bot, in one place; how it speaks is written down in style-guide.md.

/** Words that stand in several answers, without the figures around them. */
export const phrases = {
  /** What a shortened list leaves out: ほか3件 */
  more: (count: number): string => `ほか${count}件`,
  /** Above the nearest names when nothing was found. */
  suggestions: 'もしかして',
  /** Where not even a near name is known. */
  tryOthers: '言葉を短くするか、別の言葉でお試しください。',
  /** Above other ways to understand the question. */
  alsoAsk: 'ほかの読み方',
  /** Always beside a status: 判定基準 100/80/60・市の公式基準ではありません */
  bands: (bands: readonly [number, number, number]): string =>
    `判定基準 ${bands.join('/')}・市の公式基準ではありません`,
  /** With every answer until the recorded results were read. */
  unreadResults:
    '登録された実績を読めていません。記録の保存先につながらないため、公表された資料だけでお答えしています。',
} as const;
