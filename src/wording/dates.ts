// Days and instants as people in Japan read them: the one style of dates.

/** `2026-11-24` → 11/24(火) */
export function dateText(day: string): string {
  const name = '日月火水木金土'[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${shortDate(day)}(${name})`;
}

/** `2026-11-24` → 11/24 */
export function shortDate(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}

/** `2027-09-30` → 2027/9/30 */
export function longDate(day: string): string {
  return day.split('-').map(Number).join('/');
}

/** `2026-11-21T00:05:00Z` → 11/21 09:05 (Japan); what is no instant stays as it is. */
export function moment(instant: string): string {
  const { day, clock } = inJapan(instant) ?? {};
  return day === undefined ? instant : `${shortDate(day)} ${clock}`;
}

/** `2026-11-21T00:05:00Z` → 2026/11/21 09:05 (Japan); what is no instant stays as it is. */
export function longMoment(instant: string): string {
  const { day, clock } = inJapan(instant) ?? {};
  return day === undefined ? instant : `${longDate(day)} ${clock}`;
}

function inJapan(instant: string): { day: string; clock: string } | null {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return null;
  const [day = '', clock = ''] = new Date(time + 9 * 3_600_000).toISOString().split('T');
  return { day, clock: clock.slice(0, 5) };
}
