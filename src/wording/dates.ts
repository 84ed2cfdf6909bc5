// Instants as people in Japan read them.

/** `2026-11-21T00:05:00Z` → `11/21 09:05` (Japan); what is no instant stays as it is. */
export function moment(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  const [day = '', clock = ''] = new Date(time + 9 * 3_600_000).toISOString().split('T');
  return `${day.split('-').slice(1).map(Number).join('/')} ${clock.slice(0, 5)}`;
}
