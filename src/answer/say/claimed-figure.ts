// 差は35,940千円で合ってますか, あと139人で合ってる？: a figure that is worked out is held against the one claimed.

import { baseUnit, baseValue } from '../../facts/cell.ts';
import type { Query } from '../../question/query.ts';
import { keeps } from '../run/predicates/limits.ts';
import type { Said } from './said.ts';

/** What is said, with はい or いいえ before it where the query claims how far it is. */
export function withVerdict(said: Said, { ask, claim }: Query): Said {
  const { aggregate } = said;
  if (
    ask === 'whether' ||
    !claim ||
    claim.by.length === 0 ||
    aggregate?.op !== 'diff' ||
    aggregate.value === null
  )
    return said;
  const unit = aggregate.unit === 'ポイント' ? '%' : aggregate.unit;
  const value =
    aggregate.unit === '千円' ? aggregate.value * 1000 : baseValue({ value: aggregate.value, unit });
  const fits = claim.by.every((limit) => alike(limit.unit, aggregate.unit === '千円' ? '円' : unit));
  if (value === null || !fits) return said;
  const holds = keeps(Number(Math.abs(value).toPrecision(12)), claim.by);
  return { ...said, lead: `${holds ? 'はい、' : 'いいえ、'}${said.lead}` };
}

/** 人 of 万人; ポイント of %. */
function alike(claimed: string | null, printed: string): boolean {
  const plain = claimed === 'ポイント' ? '%' : claimed;
  return plain === null || baseUnit(plain) === baseUnit(printed);
}
