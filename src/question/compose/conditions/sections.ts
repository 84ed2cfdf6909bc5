// 交流や移住の欄に載っている事業: a part of the plan by the telling words of its name.
import type { Around } from '../../around.ts';
import type { Frame, Item } from '../frame.ts';
import type { Condition } from './condition.ts';

/** Behind the words of a name: what is pointed at is a part of the plan. */
const pointing = /^の(?:欄|項|ところ|箇所|部分|区分|まとまり|分類|くくり|コーナー)/;
/** More than these share the words by chance. */
const mostMeant = 3;

/** Policies whose name holds all the nouns before 「の欄」; takes the items. */
export function sectionConditions(frame: Frame, { repository }: Around): Condition[] {
  const last = frame.items.find((item) => isWord(item) && !item.used && pointing.test(item.after.trim()));
  if (!last) return [];
  const items = joinedBefore(last, frame);
  const words = items.map(({ text }) => text);
  const named = repository.policies.filter(({ name, aliases }) =>
    words.every((word) => [name, ...aliases].some((one) => one.toLowerCase().includes(word))),
  );
  if (named.length === 0 || named.length > mostMeant || words.join('').length < 2) return [];
  for (const item of items) item.used = true;
  const [first] = items as [Item];
  const label = frame.text.slice(first.start, last.end);
  return [{ predicate: { is: 'policy', ids: named.map(({ id }) => id), label }, item: first, label }];
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
