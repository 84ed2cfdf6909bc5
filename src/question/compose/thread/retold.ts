// 「一番多かったその事業のKPIは」: what stands before その retells how the answer before found it, and asks nothing.
import { type Frame, type Item, isIntent, saysNothing } from '../frame.ts';

const ranking = ['max', 'min', 'big', 'small', 'rise', 'fall', 'reached', 'unreached', 'lagging'];

/** Makes such words light ones; only of use in a thread. */
export function retoldRank(frame: Frame): void {
  for (const that of frame.intents('that')) {
    const next = frame.next(that);
    if (that.after !== '' || (next?.meaning?.is !== 'kind' && next?.meaning?.is !== 'attribute')) continue;
    const before = frame.items.slice(0, frame.items.indexOf(that));
    const from = before.findLastIndex((item) => !retells(item)) + 1;
    const row = before.slice(from);
    const last = row.at(-1);
    if (!last || !isIntent(last, ...ranking) || !/^(?:た|い|る|だった|かった)?$/.test(last.after.trim()))
      continue;
    for (const item of row) saysNothing(item);
  }
}

function retells(item: Item): boolean {
  return isIntent(item, ...ranking) || item.meaning?.is === 'attribute' || item.meaning?.is === 'years';
}
