// Names in sentences: 「a」「b」, 6市11町2村, パッケージ3.
import type { Plan } from '../data/schemas/plan.ts';
import type { Policy } from '../data/schemas/policy.ts';

/** A policy's code after what its level puts before codes: パッケージ3, 施策I-2-(1)-②; null without a code. */
export function policyCode({ code, level }: Pick<Policy, 'code' | 'level'>, plan: Plan): string | null {
  if (code === null) return null;
  return `${plan.levels.find(({ id }) => id === level)?.prefix ?? ''}${code}`;
}

/** ['a', 'b'] → 「a」「b」 */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('');
}

/** ['a', 'b'] → 「a」、「b」; more than `most` are counted: 「a」ほか2件. `all`: how many there are, where only the first are given. */
export function listed(names: readonly string[], most = 10, all = names.length): string {
  const shown = names
    .slice(0, most)
    .map((name) => `「${name}」`)
    .join('、');
  return all > most ? `${shown}ほか${all - most}件` : shown;
}

/** 6市11町 of 17 names; 村 are counted apart, too. */
export function citiesAndTowns(towns: readonly string[]): string {
  const ends = ['市', '区', '町', '村'];
  return ends
    .map((end) => [towns.filter((town) => town.endsWith(end)).length, end] as const)
    .filter(([count]) => count > 0)
    .map(([count, end]) => `${count}${end}`)
    .join('');
}

/** What a set of towns is counted in: 市町, 市町村, 市町 for none. */
export function townUnit(towns: readonly string[]): string {
  return towns.some((town) => town.endsWith('村')) ? '市町村' : '市町';
}
