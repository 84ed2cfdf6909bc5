// The few `:names:` the playground draws; others stay text.

const emoji: Record<string, string> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  warning: '⚠️',
  x: '❌',
  red_circle: '🔴',
  large_yellow_circle: '🟡',
  large_green_circle: '🟢',
  large_blue_circle: '🔵',
  white_circle: '⚪',
  black_circle: '⚫',
  bar_chart: '📊',
  chart_with_upwards_trend: '📈',
  chart_with_downwards_trend: '📉',
  calendar: '📅',
  bell: '🔔',
  no_bell: '🔕',
  memo: '📝',
  pencil2: '✏️',
  mag: '🔍',
  bulb: '💡',
  house: '🏠',
  cityscape: '🏙️',
  moneybag: '💰',
  yen: '💴',
  page_facing_up: '📄',
  link: '🔗',
  speech_balloon: '💬',
  thumbsup: '👍',
  '+1': '👍',
  thumbsdown: '👎',
  '-1': '👎',
  tada: '🎉',
  eyes: '👀',
  hourglass_flowing_sand: '⏳',
  arrow_right: '➡️',
  information_source: 'ℹ️',
};

/** `:warning:` → ⚠️ */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emoji[name] ?? whole);
}
