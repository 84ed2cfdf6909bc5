// A rank within N (10位以内): the rank itself, no rate.
import { number } from '../notation.ts';
import type { Judging, Measured } from './measure.ts';

/** Within the rank is 達成, up to twice the rank 注意: 15位 against 10位以内 is 注意. */
export function judgeRank({ target, result }: Judging): Measured {
  if (target.value === null || result.value === null)
    return { kind: 'none', why: '目標か実績が順位ではないため判定しません' };
  const status = result.value <= target.value ? '達成' : result.value <= 2 * target.value ? '注意' : '遅れ';
  const limit = number(target.value);
  return {
    kind: 'judged',
    status,
    rate: null,
    rateName: '順位',
    formula: `実績 ${number(result.value)}位（${limit}位以内は達成、${number(2 * target.value)}位までは注意、それより下は遅れ）`,
  };
}
