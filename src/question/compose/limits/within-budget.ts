// 予算の範囲内に収まった, 予算をオーバーした, 予算を使い切った: what was spent, held against the budget of its year.
import type { Around } from '../../around.ts';
import type { Relation } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame } from '../frame.ts';
import type { BoundYears } from '../years.ts';

const within =
  /^(?:額)?(?:の(?:範囲|枠))?(?:内|以内)(?:に|で)(?:は|も)?(?:ちゃんと|きちんと)?(?:収|納|おさ|済|すん|とど|留)(?:ま|め|[んみ]|っ)?/;
/** 予算を使い切った, 使い切れなかった; ほぼ使い切った is no figure that could be held against another. */
const usedUp =
  /^(?:現?額)?[をはが、]?(?:全部|すべて|全て|全額|まるまる|最後まで)?(?:使い切|使いき|使い果た|執行し切|執行しき)(?:れなか|らなか|れず|らず|れてい?な|ってい?な|れませ|りませ|していな|さなか)?/;
const beyond = /^(?:額)?(?:を|より|に対して)?(?:は|も)?(?:オーバー|超過|はみ出)/;

/** Takes the budget, and what was spent where it is said. */
export function withinBudget(frame: Frame, { facts }: Pick<Around, 'facts'>, years: BoundYears): Condition[] {
  const money = frame
    .attributes()
    .filter(({ meaning, used }) => !used && meaning.ids.some((id) => facts.attribute(id)?.type === 'money'));
  const budget = money.find(({ meaning }) => meaning.ids.includes('budget'));
  const [spent, more] = money.filter((item) => item !== budget);
  if (!budget || more) return [];
  const behind = frame.text.slice(budget.end);
  // ほぼ使い切った: both figures are told, and nobody says where nearly ends.
  if (usedUp.test(behind) && /ほぼ|だいたい|大体|おおむね|概ね|ほとんど|おおよそ/.test(frame.text)) return [];
  const way = within.exec(behind) ?? beyond.exec(behind) ?? usedUp.exec(behind);
  if (!way) return [];
  const said = [...years.all, ...money.flatMap((item) => years.of.get(item) ?? [])];
  const own = spent?.meaning.ids[0];
  const side = own !== undefined && facts.attribute(own) ? own : spentIn(said, facts);
  if (side === undefined) return [];
  for (const item of money) item.used = true;
  const end = budget.end + way[0].length;
  for (const item of frame.items) if (item.start >= budget.end && item.start < end) item.used = true;
  const relation = relationOf(behind, way[0]);
  const fy = said.length > 0 ? (said[0] as number) : newestOfBoth(side, 'budget', facts);
  return [
    {
      predicate: {
        is: 'against',
        left: { attribute: side, fy },
        relation,
        right: { attribute: 'budget', fy },
      },
      item: budget,
      label: frame.text.slice(budget.start, end),
    },
  ];
}

function relationOf(behind: string, way: string): Relation {
  if (within.test(behind)) return '<=';
  if (beyond.test(behind)) return '>';
  return /(?:ず|な|なか|ませ)$/.test(way) ? '<' : '>=';
}

function spentIn(said: readonly number[], facts: Around['facts']): string | undefined {
  const prints = (id: string) => {
    const printed = facts.attribute(id) ? facts.years(id) : [];
    return said.length === 0 ? printed.length > 0 : said.every((fy) => printed.includes(fy));
  };
  return ['settled', 'executed'].find(prints);
}

/** The newest year that prints both. */
export function newestOfBoth(left: string, right: string, facts: Around['facts']): number | null {
  const other = facts.years(right);
  return facts.years(left).findLast((fy) => other.includes(fy)) ?? null;
}
