// 「R5予算のある事業」, 「注記があるKPI」: the figure or word is to stand in the document.
import type { Around } from '../../around.ts';
import type { Frame } from '../frame.ts';
import type { Condition } from './condition.ts';

/** An attribute that is said to be there, right before the kind it is asked of; takes the items. */
export function thereIs(frame: Frame, around: Around): Condition[] {
  return frame.attributes().flatMap((item): Condition[] => {
    const [id = ''] = item.meaning.ids;
    // 決算額のある事業 where no plan prints any is answered by saying so.
    const attribute = around.facts.attribute(id);
    if (item.used || !attribute || frame.next(item)?.meaning?.is !== 'kind') return [];
    if (!/^[のがも](?:ある|有る)$/.test(item.after.trim())) return [];
    item.used = true;
    const year = frame.years().findLast(({ start }) => start < item.start);
    const fy = year?.meaning.years.years.at(0) ?? null;
    return [{ predicate: { is: 'has', attribute: id, fy }, item, label: `${attribute.label}の記載あり` }];
  });
}
