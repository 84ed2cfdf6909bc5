// Years held against a column of years.
import type { TypedYears } from '../mentions/mention.ts';
import type { Limit } from '../query.ts';

const relations = { from: '>=', after: '>', to: '<=', before: '<' } as const;

/** R6, R6以降, R6〜R8 as it is said: what a year has to be; none where no year is said. */
export function yearLimits({ years, open }: Pick<TypedYears, 'years' | 'open'>, text: string): Limit[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const limit = (relation: Limit['relation'], value: number): Limit => ({
    relation,
    value,
    unit: null,
    text,
  });
  if (open !== null) return [limit(relations[open], first)];
  return first === last ? [limit('=', first)] : [limit('>=', first), limit('<=', last)];
}
