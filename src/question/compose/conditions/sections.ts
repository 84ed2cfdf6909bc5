// 交流や移住の欄に載っている事業: a part of the plan by the telling words of its name.
import type { Around } from '../../around.ts';
import { plansSaid } from '../described-policies.ts';
import type { Frame, Item } from '../frame.ts';
import type { Condition } from './condition.ts';

/** Behind the words of a name: what is pointed at is a part of the plan. */
const pointing = /^の(?:欄|項|ところ|箇所|部分|区分|まとまり|分類|くくり|コーナー)/;
/** More than these share the words by chance. */
const mostMeant = 3;

/** Says as a noun that the words before it name a part: 災害関係, 福祉系. */
const ofKind = /^(?:関係|関連|系|系統|方面|部門|がらみ)$/;

/** Policies whose name holds all the nouns before 「の欄」 or 「関係」; takes the items. */
export function sectionConditions(frame: Frame, around: Around): Condition[] {
  const pointed = frame.items.find((item) => isWord(item) && !item.used && pointing.test(item.after.trim()));
  const kind = pointed ? undefined : kindOfPart(frame);
  const last = pointed ?? (kind && frame.before(kind));
  if (!last) return [];
  const items = joinedBefore(last, frame);
  const words = items.map(({ text }) => text);
  const plans = new Set(kind ? plansSaid(frame, around) : []);
  const named = around.repository.policies.filter(
    ({ name, aliases, plan }) =>
      (!kind || plans.has(plan)) &&
      words.every((word) => [name, ...aliases].some((one) => one.toLowerCase().includes(word))),
  );
  if (named.length === 0 || named.length > (kind ? 1 : mostMeant) || words.join('').length < 2) return [];
  if (kind) kind.used = true;
  for (const item of items) item.used = true;
  const [first] = items as [Item];
  const label = kind ? (named[0]?.name ?? '') : frame.text.slice(first.start, last.end);
  return [{ predicate: { is: 'policy', ids: named.map(({ id }) => id), label }, item: first, label }];
}

/** 関係 of 災害関係の事業, where projects of a plan are asked for. */
function kindOfPart(frame: Frame): Item | undefined {
  if (!frame.kinds().some(({ meaning }) => meaning.kind === 'project')) return undefined;
  return frame.items.find((item) => {
    const before = frame.before(item);
    return isWord(item) && ofKind.test(item.text) && before && isWord(before) && before.after === '';
  });
}

function isWord({ meaning, noun }: Item): boolean {
  return (
    noun && (meaning === null || (meaning.is === 'entity' && meaning.kind === 'policy' && !meaning.exact))
  );
}

/** 交流や移住の: nouns side by side or joined by や, と and the like. */
function joinedBefore(last: Item, frame: Frame): Item[] {
  const items = [last];
  for (;;) {
    const [first] = items as [Item];
    const before = frame.before(first);
    if (
      !before ||
      !isWord(before) ||
      before.used ||
      !/^(?:|や|と|・|及び|および|の)$/.test(before.after.trim())
    )
      return items;
    items.unshift(before);
  }
}
