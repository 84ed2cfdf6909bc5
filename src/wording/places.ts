// Where a fact stands, in Japanese: 文書002 No. 11, 事業カード「水道技術研修の実施」.
import type { Source } from '../data/schemas/source.ts';

/** Where it stands: `文書002 No. 11`, `文書003 パッケージ3のKPI`. */
export function sourceName(source: Source): string {
  return `文書${source.document} ${placeName(source.place)}`;
}

/** Places are kept in short English forms; these are their Japanese ones, the first that fits counts. */
const placeForms: readonly [RegExp, string][] = [
  [/^card: (.+)$/, '事業カード「$1」'],
  [/^list: (.+)$/, '一覧 $1'],
  [/^overview: package (.+)$/, '全体概要 パッケージ$1'],
  [/^package (\d+) KPI$/, 'パッケージ$1のKPI'],
  [/^package (\d+) \((\d+)\)$/, 'パッケージ$1（$2）'],
  [/^package (\d+) ?(.*)$/, 'パッケージ$1$2'],
  [/^goal (.+)$/, '基本目標$1'],
  [/^direction (.+)$/, '基本的方向$1'],
  [/^vision (.+)$/, 'ビジョン$1'],
];

/** `card: 水道技術研修の実施` → 事業カード「水道技術研修の実施」; a place of another form stays as it is. */
export function placeName(place: string): string {
  const form = placeForms.find(([pattern]) => pattern.test(place));
  return form ? place.replace(form[0], form[1]) : place;
}
