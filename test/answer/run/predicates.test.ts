// Predicates over an invented town: three-valued, across kinds, and never over what the documents leave out.
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../../src/answer/run/scope.ts';
import type { Predicate } from '../../../src/question/query.ts';
import { all, asker, limit, midorino } from '../../support/query.ts';

const { context } = asker(midorino());
const names = (kind: 'project' | 'kpi' | 'row', ...where: Predicate[]) =>
  scopeOf(all(kind, ...where), context).members.map(({ subject }) => subject.name);
const word = (...values: string[]): Predicate => ({
  is: 'word',
  attribute: 'midorino/evaluation',
  fy: null,
  values,
});
const over = (fy: number, value: number): Predicate => ({
  is: 'compare',
  attribute: 'budget',
  fy,
  limits: [limit('>=', value, '')],
});

describe('negation', () => {
  test('what a document leaves open is neither in nor out', () => {
    expect(names('project', { is: 'town', names: ['北沢町'] })).toEqual(['山村バス運行事業']);
    expect(names('project', { is: 'not', that: { is: 'town', names: ['北沢町'] } })).toEqual([
      'こども広場運営事業',
    ]);
  });
  test('without a figure in the year stays out of both', () => {
    expect(names('project', over(2025, 20_000_000))).toEqual(['山村バス運行事業']);
    expect(names('project', { is: 'not', that: over(2025, 20_000_000) })).toEqual(['こども広場運営事業']);
  });
  test('記載なし is known of everybody', () => {
    expect(names('project', { is: 'not', that: { is: 'has', attribute: 'budget', fy: 2025 } })).toEqual([
      '乗合タクシー試行事業',
    ]);
  });
});

describe('joining', () => {
  test('any and all', () => {
    expect(names('project', { is: 'any', of: [word('C'), word('D')] })).toEqual([
      '山村バス運行事業',
      '乗合タクシー試行事業',
    ]);
    expect(names('project', word('C', 'D'), over(2026, 10_000_000))).toEqual(['山村バス運行事業']);
  });
  test('a predicate of KPIs reaches over to their projects and back', () => {
    const rate: Predicate = {
      is: 'compare',
      attribute: 'rate',
      fy: 2025,
      limits: [limit('>', 100, '', '%')],
    };
    expect(names('project', rate)).toEqual(['こども広場運営事業']);
    expect(names('kpi', { is: 'department', names: ['子育てセンター'] })).toEqual([
      '広場の利用者数',
      '待機児童数',
    ]);
  });
});

describe('places in the plan', () => {
  test('rows under a policy are those printed there', () => {
    const under: Predicate = { is: 'policy', ids: ['midorino-shisaku-1-2'], label: '' };
    expect(names('row', under)).toHaveLength(3);
    expect(names('row', under, { is: 'repeated' })).toEqual(['こども広場運営事業']);
  });
  test('units are compared without their scale', () => {
    expect(names('kpi', { is: 'unit', unit: '人' })).toEqual([
      '広場の利用者数',
      '待機児童数',
      'バスの乗車数',
    ]);
  });
  test('two attributes of one KPI', () => {
    const fell: Predicate = {
      is: 'against',
      left: { attribute: 'actual', fy: null },
      relation: '<',
      right: { attribute: 'baseline', fy: null },
    };
    expect(names('kpi', fell)).toEqual(['バスの満足度']);
  });
});
