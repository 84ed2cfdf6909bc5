// Numbers as Japanese text: 1,234.5, 49,243.4%, 34,507千円, 8億円.

// Made once: a format made for each figure takes 30 µs, and lists have thousands.
const twoDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const manyDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const oneDigit = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 1234567.5 → 1,234,567.5; rounded to at most two decimals so that 88.4 − 85.5 is 2.9. */
export function figure(value: number): string {
  return twoDigits.format(Math.round(value * 100) / 100);
}

/** 34507 → 34,507千円 */
function thousandYen(thousands: number): string {
  return `${figure(thousands)}千円`;
}

/** Of yen: `+1,200千円`, `▲300千円`, `±0千円`, `+1,234円`. */
export function yenChange(change: number): string {
  const sign = change > 0 ? '+' : change < 0 ? '▲' : '±';
  return `${sign}${yen(Math.abs(change))}`;
}

/** Yen under a heading that says 千円: (34507000) → 34,507; signed: +1,200, ▲300, ±0. */
export function thousands(value: number, how: 'bare' | 'signed'): string {
  const digits = manyDigits.format(Math.abs(value) / 1000);
  if (how === 'bare') return `${value < 0 ? '▲' : ''}${digits}`;
  return `${value > 0 ? '+' : value < 0 ? '▲' : '±'}${digits}`;
}

/** Large sums as people say them: 3144000000 → 31.4億円; null below 1億円. */
export function inOku(value: number): string | null {
  return Math.abs(value) >= 1e8 ? `${oneDigit.format(value / 1e8)}億円` : null;
}

/** 49243.4 → 49,243.4%; one decimal, as the documents print rates. */
export function percent(value: number): string {
  return `${oneDigit.format(value)}%`;
}

const yenUnits: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1e3,
  万円: 1e4,
  百万円: 1e6,
  億円: 1e8,
};

/** Yen in 千円, to the yen where it is not whole, or in the unit asked for: (34507000) → 34,507千円; (34507200) → 34,507,200円; (80400000000, 億円) → 804億円. */
export function yen(value: number, unit: string | null = null): string {
  const scale = unit === null ? undefined : yenUnits[unit];
  if (scale !== undefined) return `${manyDigits.format(value / scale)}${unit}`;
  return value % 1000 === 0 ? thousandYen(value / 1000) : `${figure(value)}円`;
}

/** How much one of the unit is in yen; undefined for what is no money. */
export function yenOf(unit: string | null): number | undefined {
  return unit === null ? undefined : yenUnits[unit];
}

/** A number with its unit: (400, 人) → 400人; no unit, no word. */
export function withUnit(value: number, unit: string | null): string {
  return `${figure(value)}${unit ?? ''}`;
}
