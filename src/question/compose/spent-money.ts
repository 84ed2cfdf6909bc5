// いくらかかった, 使い切った: what was spent, where the year or the plan prints no budget for it.

import type { Wanted } from '../query.ts';
import type { Clause } from './compose.ts';
import { printsIn } from './printed.ts';

const spent = ['settled', 'executed'] as const;
/** What no plan prints has no label of its own. */
const called: Readonly<Record<string, string>> = { settled: '決算', executed: '執行額' };
const insteadOfBudget = ['revisedBudget', 'current', 'planned'] as const;

/** The wanted columns of a named project with the money that is printed in place of one that is not. */
export function withSpent(wanted: readonly Wanted[], named: readonly string[], clause: Clause): Wanted[] {
  const [id, more] = named;
  const { facts } = clause.around;
  if (id === undefined || more !== undefined) return [...wanted];
  const holds = (attribute: string, years: readonly number[]) =>
    facts
      .cells(attribute, id)
      .some(({ fy, value }) => value !== null && (years.length === 0 || years.includes(fy ?? 0)));
  return wanted.map((one) => {
    // 予算じゃなくて実際いくらかかった: the budget of that year is not what is asked for.
    const came = one.attribute === 'budget' && saysCame(clause) && spent.find((of) => holds(of, one.years));
    if (came) return { ...one, attribute: came };
    // 令和9年度の予算 of a plan that prints R7当初 | R8計画 | R9計画: what the year has instead, called by its name.
    if (one.attribute === 'budget' && one.years.length === 1 && !holds('budget', one.years)) {
      const kind = insteadOfBudget.find((of) => holds(of, one.years));
      if (kind) return told(one, kind);
    }
    const isSpent = spent.some((attribute) => attribute === one.attribute);
    if (!isSpent && !(one.attribute === 'budget' && one.years.length === 1 && saysSpent(clause))) return one;
    if (holds(one.attribute, one.years)) return one;
    const other =
      spent.find((attribute) => attribute !== one.attribute && holds(attribute, one.years)) ??
      onlyMoney(id, clause);
    if (other === undefined) return one;
    return told(one, other);
  });

  function told(one: Wanted, other: string): Wanted {
    const name = (attribute: string) => facts.attribute(attribute)?.label ?? called[attribute] ?? attribute;
    clause.assumed.push(`${name(one.attribute)}の記載がないため、${name(other)}でお答えします。`);
    return { ...one, attribute: other };
  }
}

/** The kind of money that a record prints for a year without a budget; `budget` where it prints one, or nothing else. */
export function budgetOfYear(id: string, fy: number, { around: { facts } }: Clause): string {
  const holds = (attribute: string) => printsIn(facts, attribute, id, fy);
  return holds('budget') ? 'budget' : (insteadOfBudget.find(holds) ?? 'budget');
}

/** 実際いくらかかった, 結局いくら使った, 予算ではなく. */
function saysCame({ frame }: Clause): boolean {
  const past = /(?:かか|掛か|使|つか)(?:った|っちゃった|いました|りました)|支出した/.test(frame.text);
  return past && /実際|結局|最終的に|予算(?:額)?(?:で|じゃ|では)な(?:く|い)/.test(frame.text);
}

/** Whoever says 予算 asks for no 決算. */
function saysSpent({ frame }: Clause): boolean {
  return !/予算|当初|補正|計上/.test(frame.text);
}

/** 充当額 of a plan that prints no 予算 and no other amount. */
function onlyMoney(id: string, { around: { facts, repository } }: Clause): string | undefined {
  const plan = repository.project(id)?.plan;
  const money = facts.attributes.filter(
    (attribute) => attribute.plan === plan && attribute.type === 'money' && attribute.of.includes('project'),
  );
  const printsBudget = ['budget', ...spent, 'planned'].some(
    (attribute) => facts.cells(attribute, id).length > 0,
  );
  const [only, more] = money.filter(({ id: attribute }) => facts.cells(attribute, id).length > 0);
  return only && !more && !printsBudget ? only.id : undefined;
}
