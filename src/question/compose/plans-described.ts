// 「圏域を売り出すやつの事業評価」: what else names a plan is a word of the description, where only another plan prints what is asked.
import type { Around } from '../around.ts';
import type { Frame, Item } from './frame.ts';
import { keeper } from './keeper.ts';
import { resolveTopic, standingOut } from './topic.ts';

/** Called by what a paper is called: nothing else is meant. */
const isPaper = /(?:計画|戦略|プラン|評価|個票|一覧|[ァ-ヶー]{3,})$/;

/** Makes words of such names, where they tell one record of the plan that prints the column. */
export function plansDescribed(frame: Frame, around: Around): void {
  const owner = ownerOf(frame, around);
  const [named, more] = frame.entities('plan');
  if (owner === null || !named || more || named.meaning.ids.includes(owner)) return;
  const run = [...countBefore(named, frame), named, ...wordsBehind(named, frame)];
  const [first, last] = [run[0] as Item, run.at(-1) as Item];
  if (isPaper.test(named.text) || last === named || !/^[をのに]$/.test(named.after.trim())) return;
  const said = frame.text.slice(first.start, last.end);
  const keep = keeper([{ is: 'plan', ids: [owner] }], around);
  if (!standingOut(resolveTopic(said, ['project'], around, keep).candidates)?.strong) return;
  for (const item of run) {
    item.meaning = null;
    item.noun = item.noun || item === named || item === first;
  }
}

/** The one plan that prints all columns said. */
function ownerOf(frame: Frame, { facts }: Around): string | null {
  const owners = new Set(
    frame.attributes().flatMap(({ meaning }) => meaning.ids.map((id) => facts.attribute(id)?.plan ?? null)),
  );
  const [owner = null] = owners;
  return owners.size === 1 ? owner : null;
}

/** 18市町の圏域: how many of them it is. */
function countBefore(named: Item, frame: Frame): Item[] {
  const before = frame.before(named);
  return before?.meaning?.is === 'number' && before.after.trim() === 'の' ? [before] : [];
}

function wordsBehind(named: Item, { items }: Frame): Item[] {
  const behind = items.slice(items.indexOf(named) + 1);
  const end = behind.findIndex(({ meaning }) => meaning !== null);
  return end < 0 ? behind : behind.slice(0, end);
}
