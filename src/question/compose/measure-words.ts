// 下水につながった人の割合, 救急車が出た回数: what a KPI's name or unit says already is no further word of its description.
import type { Around } from '../around.ts';
import { type Frame, type Item, isIntent, saysNothing } from './frame.ts';
import { type Candidate, resolveTopic, standingOut } from './topic.ts';

/** Word of measure → what the name ends in, and the unit, of a KPI that it fits. */
const measures: Readonly<Record<string, { name: RegExp; unit: RegExp }>> = {
  割合: { name: /率|割合|度$/, unit: /^(?:%|ポイント)$/ },
  率: { name: /率|割合|度$/, unit: /^(?:%|ポイント)$/ },
  比率: { name: /率|割合|度$/, unit: /^(?:%|ポイント)$/ },
  人数: { name: /人数|者数|[人者員客]$/, unit: /人$/ },
  回数: { name: /[回件]数/, unit: /^[回件]/ },
  件数: { name: /[回件]数/, unit: /^[回件]/ },
  台数: { name: /台数/, unit: /^台/ },
};

/** Sets aside such a word where the rest of the description tells one KPI, and all of it tells none. */
export function measuresSaid(frame: Frame, around: Around): void {
  for (const item of frame.items) {
    const measure = measures[item.text];
    const plain = item.meaning === null || isIntent(item, 'portion', 'share', 'count');
    // 救命率 is one word.
    if (!measure || !plain || !frame.before(item)?.after) continue;
    const words = described(frame, item);
    if (words === '' || standingOut(resolveTopic(words + item.text, ['kpi'], around).candidates)?.strong)
      continue;
    const best = standingOut(resolveTopic(words, ['kpi'], around).candidates);
    if (best && fits(best, measure, around)) saysNothing(item);
  }
}

/** The words before the measure, from the last turn of the sentence on. */
function described(frame: Frame, measure: Item): string {
  const before = frame.items.slice(0, frame.items.indexOf(measure));
  const from = before.findLastIndex(
    ({ meaning, after }) =>
      /[、。?!]|は$/.test(after) || meaning?.is === 'years' || meaning?.is === 'attribute',
  );
  const stretch = before.slice(from + 1).filter(({ meaning }) => meaning?.is !== 'entity');
  return stretch.some(({ meaning, noun }) => meaning === null && noun)
    ? frame.text.slice(stretch[0]?.start ?? 0, measure.start)
    : '';
}

function fits(
  { id }: Candidate,
  { name, unit }: { name: RegExp; unit: RegExp },
  { repository, facts }: Around,
): boolean {
  return (
    name.test(repository.kpi(id)?.name ?? '') ||
    ['target', 'actual', 'baseline'].some((of) =>
      facts.cells(of, id).some((cell) => cell.unit !== null && unit.test(cell.unit)),
    )
  );
}
