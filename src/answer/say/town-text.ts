// Towns in words: 17市町（6市11町）：…, and who is missing when few are.

import type { Cell, Subject } from '../../facts/cell.ts';
import { citiesAndTowns, townUnit } from '../../wording/names.ts';
import { absentTowns } from '../run/count.ts';
import type { Member } from '../run/result/scope.ts';
import { membersOf } from '../run/scope.ts';
import type { SayContext } from './said.ts';

/** 18市町（6市12町） */
export function townCount(towns: readonly string[]): string {
  return `${towns.length}${townUnit(towns)}（${citiesAndTowns(towns)}）`;
}

/** 参加市町は全市町、18市町（6市12町）：… */
export function townsText(member: Member, cells: readonly Cell[], context: SayContext): string {
  const towns = cells.map(({ text }) => text);
  const all = isForAll(member) ? '全市町、' : '';
  return `参加市町は${all}${townCount(towns)}：${towns.join('、')}${absentText(member, towns, context)}`;
}

/** The document says 全市町. */
export function isForAll({ subject }: Member): boolean {
  return (subject as Subject & { participants?: { scope: string } }).participants?.scope === 'all';
}

/** （入っていないのは苅田町） where few are missing. */
function absentText(member: Member, towns: readonly string[], context: SayContext): string {
  const scope = { members: [member] };
  const absent = absentTowns(scope, membersOf('town', towns, context), context).map(
    ({ subject }) => subject.name,
  );
  if (absent.length === 0 || absent.length > 5) return '';
  return `（入っていないのは${absent.join('、')}）`;
}
