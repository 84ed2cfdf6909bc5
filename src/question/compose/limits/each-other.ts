// 「基準値と目標値が同じ」: two attributes held against each other.
import type { Around } from '../../around.ts';
import type { Relation } from '../../query.ts';
import { asksHowFar } from '../asks-how-far.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame } from '../frame.ts';
import type { BoundYears } from '../years.ts';
import { newestOfBoth, withinBudget } from './within-budget.ts';

/** 基準値と目標値が同じ, 実績が目標を下回る. */
export function againstEachOther(frame: Frame, { facts }: Around, years: BoundYears): Condition[] {
  const kept = choosesWithin(frame) ? withinBudget(frame, { facts }, years) : [];
  if (kept.length > 0) return kept;
  const moneyOf = (id: string) => facts.attribute(id)?.type === 'money';
  const projects = frame
    .attributes()
    .some(({ meaning, used }) => !used && meaning.ids.some((id) => moneyOf(id)));
  const of = frame.kinds().map(({ meaning }) => meaning.kind);
  if (!of.includes(projects ? 'project' : 'kpi') && !of.includes('project')) return [];
  return heldAgainst(frame, { facts }, years);
}

/** 人件費が予算額を上回る: the same, whatever it is said of. */
export function heldAgainst(frame: Frame, { facts }: Pick<Around, 'facts'>, years: BoundYears): Condition[] {
  const moneyOf = (id: string) => facts.attribute(id)?.type === 'money';
  const figures = frame
    .attributes()
    .filter(
      ({ meaning, used }) =>
        !used && meaning.ids.some((id) => ['baseline', 'target', 'actual'].includes(id) || moneyOf(id)),
    );
  // 基準値より目標値が大きい: what より stands behind is held against.
  const turned = /^[」』]?より/.test(figures[0]?.after.trim() ?? '');
  const [left, right] = turned ? [figures[1], figures[0]] : figures;
  if (!left || !right || left.meaning.ids[0] === right.meaning.ids[0]) return [];
  const relation = asksHowFar(frame) ? null : relationOf(frame);
  if (relation === null) return [];
  left.used = true;
  right.used = true;
  // 令和7年度の実績が目標を上回った: said for one of them it is the other's as well, where any is printed for it.
  const amounts = [left, right].every(({ meaning }) => moneyOf(meaning.ids[0] as string));
  const bound =
    amounts || [left, right].every(isResult) ? [left, right].flatMap((one) => years.of.get(one) ?? []) : [];
  // 決算が予算を上回った without a year: that of the newest which prints both.
  const newest =
    amounts && bound.length + years.all.length === 0
      ? newestOfBoth(left.meaning.ids[0] as string, right.meaning.ids[0] as string, facts)
      : null;
  const side = (item: (typeof figures)[number]) => {
    const attribute = item.meaning.ids[0] as string;
    const [shared] = bound.filter((fy) => facts.years(attribute).includes(fy));
    const single = years.all.length === 1 ? (years.all[0] as number) : null;
    const only = isResult(item) || (amounts && facts.years(attribute).includes(single ?? 0)) ? single : null;
    return { attribute, fy: years.of.get(item)?.[0] ?? only ?? shared ?? newest };
  };
  return [
    {
      predicate: { is: 'against', left: side(left), relation, right: side(right) },
      item: left,
      label: frame.text.slice(Math.min(left.start, right.start), Math.max(left.end, right.end)),
    },
  ];
}

/** R6の実績が目標を下回った: the year is that of both. A base has a year of its own. */
const isResult = ({ meaning: { ids } }: { meaning: { ids: string[] } }) =>
  ids.includes('actual') || ids.includes('target');

function relationOf(frame: Frame): Relation | null {
  const [same] = frame.intents('same-as', 'same');
  if (same) {
    same.used = true;
    return '=';
  }
  const [differ] = frame.intents('differ');
  if (differ) {
    differ.used = true;
    return '!=';
  }
  const [passed] = frame.intents('reached').filter(({ text }) => /上回|超え/.test(text));
  if (passed && /を$/.test(frame.before(passed)?.after.trim() ?? '')) {
    passed.used = true;
    return '>';
  }
  const [over] = frame.intents('big');
  if (over && /より/.test(frame.text)) {
    over.used = true;
    return '>';
  }
  const [under] = frame.intents('small', 'unreached');
  if (under && /より|下回|届/.test(frame.text)) {
    under.used = true;
    return '<';
  }
  return null;
}

/** 予算をオーバーした補助金はどれ: which ones; of one that is named it is claimed. */
function choosesWithin(frame: Frame): boolean {
  return frame.kinds().length > 0 && frame.entities('project').length === 0;
}
