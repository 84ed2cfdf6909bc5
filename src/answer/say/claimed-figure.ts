// 差は35,940千円で合ってますか, 合計は…ですよね, 一番大きいのは…で合ってる: what is worked out is held against what is claimed of it.
import { baseUnit, baseValue } from '../../facts/cell.ts';
import type { Claim, Query } from '../../question/query.ts';
import { keeps } from '../run/predicates/limits.ts';
import type { Result } from '../run/result/result.ts';
import type { Said } from './said.ts';

/** What is said, with はい or いいえ before it where the query claims the outcome. */
export function withVerdict(said: Said, result: Result, { ask, claim, extreme }: Query): Said {
  if (ask === 'whether' || ask === 'why' || !claim) return said;
  const way = extreme?.way ?? 'max';
  const checks = [ofFigure(said, claim), ofWinners(result, claim), ofSides(result, claim, way)].filter(
    (one) => one !== undefined,
  );
  if (checks.length === 0 || checks.includes(null)) return said;
  return { ...said, lead: `${checks.every((one) => one === true) ? 'はい、' : 'いいえ、'}${said.lead}` };
}

/** The figure; undefined where none is claimed, null where the two cannot be compared. */
function ofFigure({ aggregate }: Said, { by }: Claim): boolean | null | undefined {
  if (by.length === 0) return undefined;
  if (!aggregate || aggregate.value === null) return null;
  const { op, of, value, unit } = aggregate;
  if (op === 'count') return keeps(value, by);
  const money = of === 'budget';
  const printed = money ? '円' : unit === 'ポイント' ? '%' : unit;
  const base = money ? value * 1000 : baseValue({ value, unit: printed });
  if (base === null || !by.every((limit) => alike(limit.unit, printed))) return null;
  return keeps(Number(Math.abs(base).toPrecision(12)), by);
}

/** Who comes first. */
function ofWinners(result: Result, { members }: Claim): boolean | undefined {
  if (members.length === 0 || result.shape !== 'extreme') return undefined;
  const won = result.winners.map(({ member }) => member.subject.id);
  return members.length > 1
    ? members.every((id, at) => won[at] === id)
    : members.every((id) => won.includes(id));
}

/** AのほうがBより多い: the side that has more, or less. */
function ofSides(result: Result, { members }: Claim, way: 'max' | 'min'): boolean | null | undefined {
  if (members.length === 0 || result.shape !== 'compare') return undefined;
  const values = result.sides.map(({ value }) => value);
  if (values.some((value) => value === null)) return null;
  const best = way === 'max' ? Math.max(...(values as number[])) : Math.min(...(values as number[]));
  const won = result.scopes.filter((_, at) => values[at] === best);
  const ids = won.flatMap((scope) => scope.members.map(({ subject }) => subject.id));
  return won.length === 1 && members.every((id) => ids.includes(id));
}

/** 人 of 万人; ポイント of %. */
function alike(claimed: string | null, printed: string): boolean {
  const plain = claimed === 'ポイント' ? '%' : claimed;
  return plain === null || baseUnit(plain) === baseUnit(printed);
}
