// ねらいは何ポイント, 利用率のR7ねらい, 何団体をねらいとする: an aim that is counted is the target; the aim of a project is what it is for.
import type { Frame, Item } from './frame.ts';

const figures = ['baseline', 'actual', 'rate', 'deadline'];

/** Reads such an aim as the target. */
export function aimsCounted(frame: Frame): void {
  const counted = counts(frame);
  for (const item of frame.intents('purpose'))
    if (/^(?:ねらい|狙い)$/.test(item.text) && (counted || ofMeasure(frame.before(item))))
      item.meaning = { is: 'attribute', ids: ['target'] };
}

/** How much is asked, or a figure or a KPI stands beside it. */
function counts(frame: Frame): boolean {
  return (
    frame.has('howmany-unit', 'howmuch', 'gap', 'remaining') ||
    frame.intents('count', 'share').some(({ text }) => /^(?:何|いくつ)/.test(text)) ||
    frame.attributeIds().some((id) => figures.includes(id)) ||
    frame.entities('kpi').some(({ meaning }) => meaning.exact)
  );
}

/** 利用率, 件数, R7: what a project is for has no measure and no year. */
function ofMeasure(before: Item | undefined): boolean {
  if (!before || !/^の?$/.test(before.after.trim())) return false;
  return before.meaning?.is === 'years' || /(?:率|数|額|割合)$/.test(before.text);
}
