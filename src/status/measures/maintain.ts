// Keep a level (52人/ha, 20.0%): the shortfall against the target, at most 5% of it to stay 注意.
import { number, percent } from '../notation.ts';
import type { Judging, Measured } from './measure.ts';

/** Not worse than the target is 達成, up to 5% of it short is 注意: 50 against 52人/ha. */
export function judgeMaintain({ kpi, target, result }: Judging): Measured {
  if (target.value === null || result.value === null)
    return { kind: 'none', why: '目標か実績が数値ではないため判定しません' };
  const sign = kpi.direction === 'down' ? -1 : 1;
  const gap = sign * (target.value - result.value);
  const shortfall = target.value === 0 ? (gap <= 0 ? 0 : 100) : (gap / Math.abs(target.value)) * 100;
  const status = gap <= 0 ? '達成' : shortfall <= 5 + 1e-9 ? '注意' : '遅れ';
  return {
    kind: 'judged',
    status,
    rate: target.value === 0 ? null : (result.value / target.value) * 100,
    rateName: '目標比',
    formula:
      gap <= 0
        ? `実績 ${number(result.value)} は目標 ${number(target.value)} を${sign > 0 ? '下回らない' : '上回らない'}`
        : `目標からの不足 = ${number(Math.abs(target.value - result.value))} ÷ ${number(target.value)} × 100 = ${percent(shortfall)}（5%以内は注意、超えると遅れ）`,
  };
}
