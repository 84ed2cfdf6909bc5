// 「調整中の事業」, 「実績が集計中のKPI」: a word that stands in the cell where a figure could.
import { holdsFigures, insteadWord } from '../../../facts/cell.ts';
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';
import { leftOut, yearsBefore } from './written.ts';

/** Of every KPI where no column is said. */
const ofKpi = ['target', 'actual', 'baseline'];

/** The conditions of such words, on the column before them or on what a figure of the kind is. */
export function insteadOf(frame: Frame, around: Around): Condition[] {
  if (frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact)) return [];
  return frame.intents('no-figure-yet').flatMap((item): Condition[] => {
    const word = insteadWord(item.text);
    if (item.used || word === null || !asksWhich(frame, item)) return [];
    const attribute = frame
      .attributes()
      .filter(({ start, used }) => start < item.start && !used)
      .at(-1);
    const id = attribute?.meaning.ids[0];
    if (id !== undefined && !holdsFigures(around.facts.attribute(id)?.type)) return [];
    const ids = id === undefined ? (asksKpi(frame) ? ofKpi : ['budget']) : [id];
    item.used = true;
    if (attribute) attribute.used = true;
    const [fy = null] = yearsBefore(frame, item, around);
    const of = ids.map((one): Predicate => ({ is: 'instead', attribute: one, fy, word }));
    const there: Predicate = of.length === 1 ? (of[0] as Predicate) : { is: 'any', of };
    const label = `${id === undefined ? '' : (around.facts.attribute(id)?.label ?? id)}「${word}」`;
    return [{ predicate: leftOut(frame, item) ? { is: 'not', that: there } : there, item, label }];
  });
}

const asksKpi = (frame: Frame) => frame.kinds().some(({ meaning }) => meaning.kind === 'kpi');

/** Some of many are asked for: 調整中の事業, 調整中なのはどれ. */
function asksWhich(frame: Frame, item: Item): boolean {
  return (
    frame.has('which', 'list', 'count', 'sum', 'max', 'min') ||
    frame
      .kinds()
      .some(({ start, meaning }) => start > item.start && ['project', 'kpi'].includes(meaning.kind))
  );
}
