// Where a fact stands, in Japanese: 文書002 No. 11, 事業カード「水道技術研修の実施」.
import type { Source } from '../data/schemas/source.ts';

/** Where it stands: `文書002 No. 11`, `文書003 パッケージ3のKPI`. */
export function sourceName(source: Source): string {
  return `文書${source.document} ${placeName(source)}`;
}

/** Places are kept in short forms; these are their Japanese ones, the first that fits counts. */
const placeForms: readonly [RegExp, string][] = [
  [/^card: (.+)$/, '事業カード「$1」'],
  [/^list: (.+)$/, '一覧 $1'],
];

/** `card: 水道技術研修の実施` → 事業カード「水道技術研修の実施」; a place of another form stays as it is. */
export function placeName({ place, label }: Pick<Source, 'place' | 'label'>): string {
  if (label !== undefined) return label;
  const form = placeForms.find(([pattern]) => pattern.test(place));
  return form ? place.replace(form[0], form[1]) : place;
}
