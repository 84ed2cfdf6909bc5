// 三つ以上のNo.に掲載されている事業, 2か所に載っている事業: chosen by how many rows a project stands in.
import type { Frame, Item } from '../frame.ts';
import { type Condition, limitOf } from './condition.ts';

/** What rows lie in, and that something is printed there, before the thing that is chosen. */
const stands =
  /^(?:個|件)?の?(?:異なる|別々の|別の)?(?:no\.?|番号|行|欄|か所|箇所|ヶ所|ヵ所|場所|ところ|(?!事業|取組)[\p{Script=Han}ァ-ヶー]{2,6})?(?:に(?:またがって|わたって|重複して)?|で|から)(?:重複して|重ねて)?(?:掲載|記載|載|のって|登場|置|出て|出さ|現れ|挙げ|掲げ|含まれ|入って|属し)[^、。]{0,8}?(?:事業|もの|やつ|の(?=[はをが]))/u;
const several = /(?:複数|いくつか|二重|重複)(?:の|し(?=て)|に(?=掲載|載|記載))/g;
const places = /か所|箇所|ヶ所|ヵ所|カ所/;

/** How many rows the project stands in; of one that is named it is asked or claimed, and chooses none. */
export function rowsHeld(frame: Frame): Condition[] {
  const project = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  const named = frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact);
  if (!project || named || frame.has('confirm')) return [];
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    const found = stands.exec(frame.text.slice(item.end));
    const rows =
      found &&
      /^(?:個|件)?の?(?:異なる|別々の|別の)?(?:no|番号|行|欄|か所|箇所|場所|ところ|(?!事業|取組)[\p{Script=Han}ァ-ヶー]{2,6}(?=に|で|から))/u.test(
        found[0],
      );
    if (!found || item.used || number.ordinal || !(rows || places.test(item.text))) continue;
    return [taken(frame, item, item.end + found[0].length, limitOf(number, item.text))];
  }
  for (const { 0: text, index } of frame.text.matchAll(several)) {
    const end = index + text.length;
    const found = stands.exec(frame.text.slice(end).replace(/^て/, 'に'));
    const item = frame.items.find((one) => one.start >= end);
    if (found && item) {
      const limits = [{ relation: '>=' as const, value: 2, unit: null, text: '2つ以上' }];
      return [taken(frame, item, end + found[0].length, limits)];
    }
  }
  return [];
}

type Limits = ReturnType<typeof limitOf>;

/** Nothing of what says it says anything further; 同じ事業名が before it neither. */
function taken(frame: Frame, first: Item, end: number, limits: Limits): Condition {
  const same = /(?:同一|同じ)(?:の)?事業(?:名|名称)?[がは、]*$/.exec(frame.text.slice(0, first.start));
  const start = same ? same.index : first.start;
  const last = frame.kinds().findLast((one) => one.end === end);
  for (const one of frame.items) {
    if (one.start < start || one.start >= end || one === last) continue;
    one.used = true;
  }
  return { predicate: { is: 'holds', kind: 'row', limits }, item: first, label: limits[0]?.text ?? '' };
}
