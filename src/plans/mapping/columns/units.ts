// Units that stand above the table for some of its columns: （指定管理料：千円、利用者数：人）.
import { type Headings, plainHeading } from '../../layout/headings.ts';
import type { PlannedTable } from '../column-plan.ts';

/** Gives columns without a unit the one that is printed for their heading. */
export function settleUnits({ table, columns }: PlannedTable, vocabulary: Headings): void {
  for (const { text } of table.titles)
    for (const [, name = '', unit = ''] of text
      .normalize('NFKC')
      .matchAll(/([^\s:、,;()]{2,12})\s*:\s*([^\s:、,;()]{1,6})/g)) {
      if (!isUnit(unit, vocabulary)) continue;
      const plain = plainHeading(name);
      for (const column of columns)
        if (!column.said && column.unit === null && column.heading.base.split('|').includes(plain))
          column.unit = plainHeading(unit);
    }
}

function isUnit(text: string, { words, has }: Headings): boolean {
  const plain = plainHeading(text);
  return (
    Object.hasOwn(words.units.money, plain) ||
    words.units.rate.includes(plain) ||
    has(words.units.counted, plain)
  );
}
