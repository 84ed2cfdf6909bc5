// Figures worked out over an invented town: each member once, one unit, the right year, nothing that the documents leave out.
import { describe, expect, test } from 'vitest';
import { runQuery } from '../../../src/answer/run/run-query.ts';
import { scopeOf } from '../../../src/answer/run/scope.ts';
import { carrying } from '../../../src/answer/run/sum.ts';
import { loadSeeds } from '../../../src/data/load-seeds.ts';
import { createRepository } from '../../../src/data/repository.ts';
import { finalTarget, newestFigure } from '../../../src/facts/derived.ts';
import type { Predicate, Query } from '../../../src/question/query.ts';
import { all, asker, claim, limit, named, query, searchOf, wanted } from '../../support/query.ts';

const seeds = loadSeeds('test/fixtures/midorino');
const town = createRepository(seeds);
const { context, lead } = asker(town);
const run = (parts: Partial<Query>) => runQuery(query(parts), context);
const kpi = (name: string) => named('kpi', `midorino-kpi-${name}`);
const project = (...names: string[]) => named('project', ...names.map((name) => `midorino-${name}`));
const inYear = (fy: number, relation: '>=' | '<=' | '<' | '>', value: number): Predicate => ({
  is: 'compare',
  attribute: 'budget',
  fy,
  limits: [limit(relation, value, '')],
});
const names = (kind: 'project' | 'kpi', ...where: Predicate[]) =>
  scopeOf(all(kind, ...where), context).members.map(({ subject }) => subject.name);
/** The town with other figures of one KPI. */
const changed = (id: string, parts: object) =>
  asker(
    createRepository({
      ...seeds,
      files: seeds.files.map((file) => ({
        ...file,
        kpis: file.kpis.map((one) => (one.id === `midorino-kpi-${id}` ? { ...one, ...parts } : one)),
      })),
    }),
  );

describe('sums', () => {
  test('a project of two KPIs, of two rows, of two departments is added up once', () => {
    const budget = context.facts.attribute('budget');
    if (!budget) throw new Error('no budget');
    const ofKpis = scopeOf(all('kpi'), context);
    expect(carrying(ofKpis, budget, context).map(({ subject }) => subject.name)).toEqual([
      'こども広場運営事業',
      '山村バス運行事業',
      '乗合タクシー試行事業',
    ]);
    for (const kind of ['kpi', 'row', 'town'] as const) {
      const result = run({ ask: 'sum', sets: [all(kind)], wanted: [wanted('budget', 2025)] });
      expect(result.shape === 'sum' && [kind, result.totals[0]?.value]).toEqual([kind, 52_000_000]);
    }
  });
  test('blanks are not among the counted', () => {
    const result = run({ ask: 'sum', sets: [all('project')], wanted: [wanted('budget', 2025)] });
    expect(
      result.shape === 'sum' && result.totals.map(({ counted, blank }) => [counted.length, blank.length]),
    ).toEqual([[2, 1]]);
  });
  test('a mean is over those that have a figure', () => {
    const result = run({ ask: 'average', sets: [all('project')], wanted: [wanted('budget', 2025)] });
    expect(result.shape === 'average' && result.totals[0]?.value).toBe(26_000_000);
  });
  test('without a year the newest one', () => {
    const result = run({ ask: 'sum', sets: [all('project')], wanted: [wanted('budget')] });
    expect(result.shape === 'sum' && result.totals.map(({ fy, value }) => [fy, value])).toEqual([
      [2026, 53_000_000],
    ]);
  });
  test('several years together are all of them', () => {
    const result = run({ ask: 'sum', sets: [all('project')], wanted: [wanted('budget', 2025, 2026)] });
    expect(result.shape === 'sum' && result.together).toBe(105_000_000);
  });
});

describe('groups', () => {
  const groups = (parts: Partial<Query>) => {
    const result = run({ ask: 'group', ...parts });
    return result.shape === 'group'
      ? [result.groups.map(({ label, value }) => [label, value]), result.left]
      : [];
  };
  test('only members of the set are grouped', () => {
    const office: Predicate = { is: 'department', names: ['企画室'] };
    expect(groups({ sets: [all('project', office)], of: 'department' })).toEqual([[['企画室', 2]], 0]);
    expect(groups({ sets: [all('project')], of: 'department' })).toEqual([
      [
        ['企画室', 2],
        ['子育てセンター', 1],
      ],
      0,
    ]);
  });
  test('a group is summed over those that have a figure; the others are said to be left out', () => {
    expect(groups({ sets: [all('project')], of: 'department', wanted: [wanted('budget', 2025)] })).toEqual([
      [
        ['企画室', 40_000_000],
        ['子育てセンター', 12_000_000],
      ],
      1,
    ]);
  });
});

describe('units are never mixed', () => {
  const extreme = (by: 'value' | 'rise' | 'fall' | 'gap', way: 'max' | 'min' = 'max') => ({
    way,
    top: 1,
    nth: null,
    by,
  });
  test('a superlative compares one unit', () => {
    const result = run({
      ask: 'extreme',
      sets: [all('kpi')],
      wanted: [wanted('baseline')],
      extreme: extreme('value'),
    });
    expect(result.shape === 'extreme' && [result.compared, result.otherUnit, result.unit]).toEqual([
      3,
      1,
      '人',
    ]);
    const least = run({
      ask: 'extreme',
      sets: [all('kpi')],
      wanted: [wanted('baseline')],
      extreme: extreme('value', 'min'),
    });
    expect(least.shape === 'extreme' && least.winners.map(({ member }) => member.subject.name)).toEqual([
      '待機児童数',
    ]);
  });
  test('a difference between two units is none', () => {
    const odd = changed('manzoku', {
      baseline: { value: 800, unit: '人', relation: '=', text: '800人', fy: 2024 },
    });
    const between = {
      from: { attribute: 'baseline', fy: null },
      to: { attribute: 'actual', fy: 2025 },
      as: 'amount' as const,
    };
    const [way] = (() => {
      const result = runQuery(query({ ask: 'difference', sets: [kpi('manzoku')], between }), odd.context);
      return result.shape === 'difference' ? result.ways : [];
    })();
    expect([way?.from, way?.to]).toEqual([null, null]);
    const said = odd.lead({ ask: 'difference', sets: [kpi('manzoku')], between });
    expect(said).not.toContain('748');
  });
  test('changes of two units are not ranked', () => {
    const odd = changed('riyo', {
      baseline: { value: 1, unit: '%', relation: '=', text: '1%', fy: 2024 },
    });
    const ranked = runQuery(
      query({ ask: 'extreme', sets: [all('kpi')], wanted: [wanted('actual')], extreme: extreme('gap') }),
      odd.context,
    );
    expect(ranked.shape === 'extreme' && ranked.winners.map(({ member }) => member.subject.name)).toEqual([
      'バスの満足度',
    ]);
  });
  test('あと between two units is not worked out', () => {
    const odd = changed('manzoku', {
      actuals: [{ value: 52, unit: '人', relation: '=', text: '52人', fy: 2025 }],
    });
    expect(odd.lead({ ask: 'remaining', sets: [kpi('manzoku')] })).not.toMatch(/あと\d/);
  });
  test('100人以上 finds no per cents, 60人 confirms no 60%', () => {
    const over: Predicate = {
      is: 'compare',
      attribute: 'baseline',
      fy: null,
      limits: [limit('>=', 50, '', '人')],
    };
    expect(names('kpi', over)).not.toContain('バスの満足度');
    const confirms = (unit: string) =>
      run({
        ask: 'whether',
        sets: [kpi('manzoku')],
        wanted: [wanted('target')],
        claim: claim({ limits: [limit('=', 60, '', unit)] }),
      });
    const [people, share] = [confirms('人'), confirms('%')];
    expect(people.shape === 'whether' && people.holds).toBe(null);
    expect(share.shape === 'whether' && share.holds).toBe(true);
  });
});

describe('who comes first', () => {
  const top = (parts: Partial<NonNullable<Query['extreme']>>, ...years: number[]) => {
    const result = run({
      ask: 'extreme',
      sets: [all('project')],
      wanted: [wanted('budget', ...years)],
      extreme: { way: 'max', top: 1, nth: null, by: 'value', ...parts },
    });
    return result.shape === 'extreme'
      ? result.winners.map(({ member, value }) => [member.subject.id, value])
      : [];
  };
  test('the largest, the two largest, the second', () => {
    expect(top({}, 2026)).toEqual([['midorino-bus', 30_000_000]]);
    expect(top({ top: 2 }, 2026).map(([id]) => id)).toEqual(['midorino-bus', 'midorino-hiroba']);
    expect(top({ nth: 2 }, 2026).map(([id]) => id)).toEqual(['midorino-hiroba']);
    expect(top({ way: 'min' }, 2026).map(([id]) => id)).toEqual(['midorino-taxi']);
  });
  test('the largest rise, fall and gap', () => {
    expect(top({ by: 'rise' }, 2025, 2026)).toEqual([['midorino-hiroba', 3_000_000]]);
    expect(top({ by: 'fall' }, 2025, 2026)).toEqual([['midorino-bus', -10_000_000]]);
    expect(top({ by: 'gap' }, 2025, 2026)).toEqual([['midorino-bus', 10_000_000]]);
  });
  test('of equals all', () => {
    const same = asker(
      createRepository({
        ...seeds,
        files: seeds.files.map((file) => ({
          ...file,
          projects: file.projects.map((one) => ({
            ...one,
            amounts: one.amounts.map((amount) =>
              amount.fy === 2026 ? { ...amount, yen: 5_000_000 } : amount,
            ),
          })),
        })),
      }),
    );
    const result = runQuery(
      query({
        ask: 'extreme',
        sets: [all('project')],
        wanted: [wanted('budget', 2026)],
        extreme: { way: 'max', top: 1, nth: null, by: 'value' },
      }),
      same.context,
    );
    expect(result.shape === 'extreme' && result.winners).toHaveLength(3);
  });
});

describe('the newest and the final', () => {
  const cells = (...values: [number, number | null, boolean?][]) =>
    values.map(
      ([fy, value, final = false]) => ({ fy, value, final, aside: false, text: String(value) }) as never,
    );
  test('the newest figure, blanks passed over', () => {
    expect(newestFigure(cells([2024, 1], [2025, 2], [2026, null]))).toMatchObject({ value: 2 });
  });
  test('the final target before later steps, else the last step', () => {
    expect(finalTarget(cells([2024, 1], [2027, 9, true], [2025, 3]))).toMatchObject({ value: 9 });
    expect(finalTarget(cells([2024, 1], [2025, 3]))).toMatchObject({ value: 3 });
  });
});

describe('あと', () => {
  const riyo = (parts: object) => changed('riyo', parts).lead({ ask: 'remaining', sets: [kpi('riyo')] });
  const actual = (fy: number, value: number) => ({
    value,
    unit: '人',
    relation: '=',
    text: `${value}人`,
    fy,
  });
  test('from the newest actual of several', () => {
    expect(riyo({ actuals: [actual(2024, 1300), actual(2025, 1600), actual(2026, 1900)] })).toContain(
      'あと100人',
    );
  });
  test('of a running total from all years together', () => {
    expect(riyo({ measure: 'cumulative', actuals: [actual(2025, 500), actual(2026, 600)] })).toContain(
      'あと900人',
    );
  });
  test('less is better: below the target is reached', () => {
    const taiki = (value: number) =>
      changed('taiki', {
        actuals: [actual(2026, value)],
        targets: [{ ...town.kpi('midorino-kpi-taiki')?.targets[0], value: 5, text: '5人' }],
      }).lead({ ask: 'remaining', sets: [kpi('taiki')] });
    expect(taiki(4)).toContain('届いています');
    expect(taiki(12)).toContain('あと7人減らす');
  });
});

describe('bounds', () => {
  test.each([
    ['>=', 12_000_000, ['こども広場運営事業', '山村バス運行事業']],
    ['>', 12_000_000, ['山村バス運行事業']],
    ['<=', 12_000_000, ['こども広場運営事業']],
    ['<', 12_000_000, []],
  ] as const)('%s %d', (relation, value, expected) => {
    expect(names('project', inYear(2025, relation, value))).toEqual(expected);
  });
  test('both ends of a range are kept', () => {
    const range: Predicate = {
      is: 'compare',
      attribute: 'budget',
      fy: 2025,
      limits: [limit('>=', 10_000_000, ''), limit('<=', 20_000_000, '')],
    };
    expect(names('project', range)).toEqual(['こども広場運営事業']);
  });
  test('two towns: both take part', () => {
    expect(names('project', { is: 'town', names: ['緑野市', '北沢町'] })).toEqual(['山村バス運行事業']);
  });
  test('over and not over', () => {
    const due = (when: 'past' | 'future') => names('kpi', { is: 'due', when });
    expect(due('past')).toEqual([]);
    expect(due('future').length).toBeGreaterThan(2);
    const later = { ...context, asOf: '2028-04-01' };
    const over = scopeOf(all('kpi', { is: 'due', when: 'past' }), later).members;
    expect(over.map(({ subject }) => subject.name)).toContain('広場の利用者数');
  });
  test('rows under a section are those of its measures', () => {
    const rows = scopeOf(all('row', { is: 'policy', ids: ['midorino-hashira-1'], label: '' }), context);
    expect(rows.members).toHaveLength(4);
  });
  test('a town of two projects counts once', () => {
    const result = run({ ask: 'count', sets: [project('hiroba', 'bus')], of: 'town' });
    expect(result.shape === 'count' && result.counted.map(({ subject }) => subject.id)).toHaveLength(3);
  });
});

describe('no figure', () => {
  test.each(['sum', 'count', 'average', 'extreme', 'group', 'difference'] as const)(
    '%s over a search',
    (ask) => {
      const found = asker(town, { search: searchOf([{ id: 'midorino-bus', score: 2 }]) });
      const near = all('project', { is: 'near', words: '移動' });
      const said = found.lead({ ask, sets: [near], wanted: [wanted('budget', 2026)] });
      expect(said).toContain('数値は計算していません');
      expect(said).not.toMatch(/千円/);
    },
  );
  test('beside a word nobody read', () => {
    for (const ask of ['values', 'sum', 'remaining'] as const)
      expect(lead({ ask, sets: [project('bus')], wanted: [wanted('budget')], unread: ['ほげ'] })).not.toMatch(
        /千円/,
      );
  });
});

describe('claims', () => {
  const holds = (
    parts: Parameters<typeof claim>[0],
    sets = [project('hiroba')],
    more: Partial<Query> = {},
  ) => {
    const result = run({ ask: 'whether', sets, claim: claim(parts), ...more });
    return result.shape === 'whether' ? result.holds : undefined;
  };
  const inTown = (name: string): Predicate => ({ is: 'town', names: [name] });
  test('a denial turns the answer round', () => {
    expect(holds({ within: [inTown('緑野市')] })).toBe(true);
    expect(holds({ within: [inTown('緑野市')], denied: true })).toBe(false);
    expect(holds({ within: [inTown('北沢町')], denied: true })).toBe(true);
  });
  test('one wrong part settles it, whatever is open', () => {
    const office = (name: string): Predicate => ({ is: 'department', names: [name] });
    const taxi = [project('taxi')];
    expect(holds({ within: [inTown('緑野市')] }, taxi)).toBe(null);
    expect(holds({ within: [inTown('緑野市'), office('子育てセンター')] }, taxi)).toBe(false);
    expect(holds({ within: [inTown('緑野市'), office('企画室')] }, taxi)).toBe(null);
  });
  test('changes have a sign', () => {
    const result = run({
      ask: 'compare',
      sets: [project('hiroba', 'bus')],
      wanted: [wanted('budget', 2025, 2026)],
      extreme: { way: 'max', top: 1, nth: null, by: 'rise' },
      between: {
        from: { attribute: 'budget', fy: 2025 },
        to: { attribute: 'budget', fy: 2026 },
        as: 'amount',
      },
    });
    expect(result.shape === 'compare' && result.sides.map(({ value }) => value)).toEqual([
      3_000_000, -10_000_000,
    ]);
  });
});
