// What a plan calls its amounts beside 予算 and 決算: 指定管理料 over R7決算 and R8当初予算, 査定額.
import { readYears } from '../cells/years.ts';
import { type Headings, plainHeading } from '../layout/headings.ts';
import type { MoneyKind, ReadPlan } from '../read-plan.ts';
import type { PlannedTable } from './column-plan.ts';
import { moneyKindOf, preferredKinds } from './money-words.ts';

/** Names of columns of money that say more than which kind it is, by that kind. */
type MoneyNames = NonNullable<ReadPlan['moneyNames']>;

/** The names of every table; one that stands over several kinds is asked for as the one a plan prefers. */
export function moneyNames(tables: readonly PlannedTable[], vocabulary: Headings): MoneyNames {
  const kinds = new Map<string, Set<MoneyKind>>();
  for (const { columns } of tables)
    for (const { role, money, label } of columns) {
      if (role !== 'money' || money === null) continue;
      for (const name of namesIn(label, vocabulary))
        kinds.set(name, (kinds.get(name) ?? new Set()).add(money));
    }
  const names: MoneyNames = {};
  for (const [name, of] of kinds) {
    const kind = preferredKinds.find((one) => of.has(one));
    if (kind) names[kind] = [...(names[kind] ?? []), name];
  }
  return names;
}

/** 指定管理料（千円） Ｒ５決算 → 指定管理料; words of any plan, such as 予算額 and 事業費, are none. */
function namesIn(label: string, vocabulary: Headings): string[] {
  return label.split(/\s+/).flatMap((piece) => {
    let plain = plainHeading(piece).replace(/\([^()]*\)/g, '');
    for (const { start, end } of readYears(plain).reverse()) plain = plain.slice(0, start) + plain.slice(end);
    const name = plain.replace(/^(?:年?度|の)+/, '').replace(/の$/, '');
    const says = /^[一-龠ぁ-んァ-ヶー]{2,10}(?:額|費|料|金)$/.test(name);
    return says && !isCommon(name, vocabulary) ? [name] : [];
  });
}

/** 査定額 and 補助金額 say what the amount is for; 予算額, 執行額 and 事業費 are known of every plan. */
function isCommon(name: string, { words, has }: Headings): boolean {
  if (/^(?:査定|内示|補助|交付|投入|助成|委託)/.test(name)) return false;
  return (
    moneyKindOf(name) !== null ||
    /事業費|経費|^(?:金|総)額/.test(name) ||
    Object.values(words.money).some((list) => has(list, name))
  );
}
