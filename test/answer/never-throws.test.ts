// Every question of every kind of thing gets an answer, whatever fits the schema.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBlocks } from '../../src/present/blocks.ts';
import { toText } from '../../src/present/terminal/text.ts';
import { askSchema, kindSchema, type Limit, type Predicate, querySchema } from '../../src/question/query.ts';
import { asker, claim, limit, midorino, query } from '../support/query.ts';

const { ask, facts } = asker(midorino());
const kinds = kindSchema.options;
const ids = kinds.flatMap((kind) => facts.subjects(kind).map(({ id }) => id));
const attributes = [...facts.attributes.map(({ id }) => id), 'evaluation', 'settled', 'そのほか'];

const attribute = fc.constantFrom(...attributes);
const fy = fc.constantFrom(null, 2024, 2025, 2026, 2027);
const limits = fc.constantFrom<Limit[][]>(
  [limit('>=', 10_000_000, '1千万円以上', '円')],
  [limit('=', 60, '60%', '%')],
);
const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({ is: fc.constant('plan' as const), ids: fc.constant<string[]>(['midorino']) }),
  fc.record({ is: fc.constant('department' as const), names: fc.constant<string[]>(['企画室']) }),
  fc.record({ is: fc.constant('town' as const), names: fc.constant<string[]>(['南山村']) }),
  fc.record({
    is: fc.constant('policy' as const),
    ids: fc.constant<string[]>(['midorino-hashira-1']),
    label: fc.constant(''),
  }),
  fc.record({ is: fc.constant('compare' as const), attribute, fy, limits }),
  fc.record({ is: fc.constant('has' as const), attribute, fy }),
  fc.record({
    is: fc.constant('word' as const),
    attribute,
    fy,
    values: fc.constant<(string | number)[]>(['A', 16]),
  }),
  fc.record({ is: fc.constant('holds' as const), kind: fc.constantFrom(...kinds), limits }),
  fc.constantFrom<Predicate>(
    { is: 'lagging' },
    { is: 'repeated' },
    { is: 'due', when: 'past' },
    { is: 'near', words: 'バス' },
    { is: 'number', number: 3 },
    { is: 'unit', unit: '%' },
  ),
);
const predicate = fc.oneof(
  leaf,
  leaf.map((that): Predicate => ({ is: 'not', that })),
  fc.array(leaf, { minLength: 1, maxLength: 2 }).map((of): Predicate => ({ is: 'any', of })),
);
const set = fc.record({
  kind: fc.constantFrom(...kinds),
  named: fc.oneof(fc.constant(null), fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 })),
  where: fc.array(predicate, { maxLength: 2 }),
  label: fc.constantFrom('', '山村'),
});
const queries = fc.record({
  ask: fc.constantFrom(...askSchema.options),
  sets: fc.array(set, { maxLength: 2 }),
  wanted: fc.array(fc.record({ attribute, years: fc.constantFrom<number[][]>([], [2025], [2025, 2026]) }), {
    maxLength: 2,
  }),
  of: fc.constantFrom(null, 'town', 'kpi', 'policy', 'department', 'evaluation'),
  claim: fc.constantFrom(
    null,
    claim({ moved: 'up' }),
    claim({ reached: true }),
    claim({ same: true }),
    claim({ words: ['A'] }),
    claim({ limits: [limit('=', 60, '60%', '%')] }),
    claim({ within: [{ is: 'town', names: ['北沢町'] }], denied: true }),
  ),
  extreme: fc.constantFrom(null, { way: 'max' as const, top: 2, nth: null, by: 'rate-of-change' as const }),
  unread: fc.constantFrom<string[][]>([], ['ほげ']),
});

test('any query is answered, in every surface', () => {
  fc.assert(
    fc.property(queries, (parts) => {
      const one = query(parts);
      expect(querySchema.safeParse(one).success).toBe(true);
      const answer = ask(one);
      expect(answer.lead.trim()).not.toBe('');
      expect(toText(answer)).toContain(answer.lead);
      expect(toBlocks(answer).length).toBeGreaterThan(0);
      // Nothing is worked out beside a word nobody read.
      if (parts.unread.length > 0)
        expect(answer.lead).toMatch(
          /^「ほげ」は(?:読み取れませんでした|、収録している資料に記載がありません)。/,
        );
      expect(answer.lead).not.toMatch(/undefined|NaN|null|\[object/);
    }),
    { numRuns: 1000, seed: 20261124 },
  );
});
