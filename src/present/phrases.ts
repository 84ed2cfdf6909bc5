// The fixed words of the bot, in one place; how it speaks is written down in style-guide.md.

export const phrases = {
  notStated: '記載なし',
  more: (count: number): string => `ほか${count}件`,
  suggestions: 'もしかして',
  tryOthers: '言葉を短くするか、別の言葉でお試しください。',
  alsoAsk: 'ほかの読み方',
  noLog: '登録された実績はまだありません。',
  bands: (bands: readonly [number, number, number]): string =>
    `判定基準 ${bands.join('/')}・市の公式基準ではありません`,
} as const;
