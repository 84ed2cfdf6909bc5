// Slack's date tokens, in Japanese and in Japan's time.

const zone = 'Asia/Tokyo';
const tokens: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** `{date_short} {time}` filled in, or null when the timestamp is none. */
export function formatDate(timestamp: number, format: string): string | null {
  if (!Number.isFinite(timestamp)) return null;
  const instant = new Date(timestamp * 1000);
  if (Number.isNaN(instant.getTime())) return null;
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const token = tokens[name.replace('_pretty', '')];
    return token ? new Intl.DateTimeFormat('ja-JP', { ...token, timeZone: zone }).format(instant) : whole;
  });
}
