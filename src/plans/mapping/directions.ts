// Which way is better for a KPI, and how it is measured: proposed by name, unit and years, confirmed in bulk.
import type { Headings } from '../layout/headings.ts';
import type { ReadSubject } from '../read-plan.ts';

type Direction = NonNullable<ReadSubject['direction']>;
type Measure = NonNullable<ReadSubject['measure']>;

/** As a person reads and writes them. */
export const directionLabels: Record<Direction, string> = {
  up: '増やす',
  down: '減らす',
  keep: '維持',
  rank: '順位',
  milestone: '節目',
  unknown: '不明',
};

/** 減らす → down. */
export function directionOf(text: string | undefined): Direction | null {
  const found = Object.entries(directionLabels).find(([id, label]) => label === text || id === text);
  return (found?.[0] as Direction | undefined) ?? null;
}

/** ↓, 下げる, 減少 in a column of directions; null where the cell says something else. */
export function printedDirection(text: string): Direction | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(?:↓|⬇|↘|▼|下|減|低|マイナス|短|縮|抑)/.test(plain)) return 'down';
  if (/^(?:↑|⬆|↗|▲|上|増|高|プラス|拡|伸)/.test(plain)) return 'up';
  return /^(?:→|➡|⇒|維持|横ばい|現状)/.test(plain) ? 'keep' : null;
}

/** What the name and unit suggest; `unknown` where they suggest nothing. */
export function proposeDirection(kpi: ReadSubject, { words }: Headings): Direction {
  const units = kpi.values.map(({ unit }) => unit);
  if (units.includes('位') || /順位/.test(kpi.name)) return 'rank';
  const name = withoutBrackets(kpi.name.normalize('NFKC'));
  if (isUndone(name, words)) return 'up';
  const down = lastOf(words.lowerIsBetter, name);
  const up = lastOf(words.higherIsBetter, name);
  if (down.end > up.end || (down.end === up.end && down.length > up.length))
    // 要介護認定率 whose target lies above the base: a person says which way is better. One lucky year is no base.
    return risesByYear(kpi) || (hasBase(kpi) && aimsHigher(kpi)) ? 'unknown' : 'down';
  return up.end > 0 || aimsHigher(kpi) || risesByYear(kpi) ? 'up' : 'unknown';
}

/** 検挙率（窃盗犯）: what is counted stands before the bracket, unless nothing else does. */
function withoutBrackets(name: string): string {
  const plain = name.replace(/\([^()]*\)/g, '');
  return plain.trim() === '' ? name : plain;
}

/** 除却した空家, 対策を終えた浸水区域: what is counted is what was done about it. */
function isUndone(name: string, { higherIsBetter }: Headings['words']): boolean {
  return higherIsBetter.some((word) => {
    const at = name.indexOf(word);
    return at >= 0 && /^(?:した|された|できた|済み?の|を(?:終え|受け)た)/.test(name.slice(at + word.length));
  });
}

/** Where the last of these words ends in a name: 空き家の解消件数 counts what is solved, 利用者の苦情件数 complaints. */
function lastOf(words: readonly string[], name: string): { end: number; length: number } {
  let last = { end: 0, length: 0 };
  for (const word of words) {
    const at = name.lastIndexOf(word);
    const { length } = word;
    const end = at + length;
    if (at >= 0 && (end > last.end || (end === last.end && length > last.length))) last = { end, length };
  }
  return last;
}

/** Targets of several years that never fall and rise at last. Falling ones say little, like one below the base. */
function risesByYear({ values }: ReadSubject): boolean {
  const targets = values
    .flatMap(({ attribute, fy, value }) =>
      attribute === 'target' && fy !== null && value !== null ? [{ fy, value }] : [],
    )
    .sort((a, b) => a.fy - b.fy);
  const [first, last] = [targets[0], targets.at(-1)];
  if (!first || !last || first.value >= last.value) return false;
  return targets.every(({ value }, place) => place === 0 || value >= (targets[place - 1]?.value ?? value));
}

/** The target lies above the base, or above what came about before. One below it says little: fewer births may be aimed at as well. */
function aimsHigher({ values }: ReadSubject): boolean {
  const targets = values.filter(({ attribute, value }) => attribute === 'target' && value !== null);
  const last = targets.reduce<(typeof targets)[number] | undefined>(
    (latest, one) => ((one.fy ?? 9999) >= (latest?.fy ?? 0) ? one : latest),
    undefined,
  );
  const base =
    values.find(({ attribute, value }) => attribute === 'baseline' && value !== null) ??
    resultBefore(values, last?.fy ?? null);
  return base !== undefined && last !== undefined && (last.value ?? 0) > (base.value ?? 0);
}

function hasBase({ values }: ReadSubject): boolean {
  return values.some(({ attribute, value }) => attribute === 'baseline' && value !== null);
}

/** The newest result of the years before. */
function resultBefore(
  values: ReadSubject['values'],
  fy: number | null,
): ReadSubject['values'][number] | undefined {
  if (fy === null) return undefined;
  return values
    .filter((one) => one.attribute === 'actual' && one.value !== null && one.fy !== null && one.fy < fy)
    .sort((a, b) => (a.fy ?? 0) - (b.fy ?? 0))
    .at(-1);
}

function falls({ values }: ReadSubject): boolean {
  const results = values
    .flatMap(({ attribute, fy, value }) =>
      attribute === 'actual' && fy !== null && value !== null ? [{ fy, value }] : [],
    )
    .sort((a, b) => a.fy - b.fy);
  return results.some(({ value }, place) => place > 0 && value < (results[place - 1]?.value ?? 0));
}

/** How results are held against the target. */
export function proposeMeasure(kpi: ReadSubject, { words }: Headings): Measure {
  const targets = kpi.values.filter(({ attribute, value }) => attribute === 'target' && value !== null);
  if (targets.length === 0) return 'unset';
  if (targets.some(({ unit, relation }) => unit === '位' && relation === '<=')) return 'rank';
  if (targets.some(({ cumulative }) => cumulative)) return 'cumulative';
  // Figures of a KPI called 累計 that fall at some point are each year's own; else they are totals already.
  if (words.cumulativeWords.some((word) => kpi.name.includes(word)) && falls(kpi)) return 'cumulative';
  const years = new Set(targets.map(({ fy }) => fy));
  if (years.size > 1) return 'yearly';
  const [year] = years;
  const other = kpi.values.some(
    ({ attribute, fy, value }) => ['baseline', 'actual'].includes(attribute) && value !== null && fy !== year,
  );
  return other || year === null ? 'end-year' : 'yearly';
}
