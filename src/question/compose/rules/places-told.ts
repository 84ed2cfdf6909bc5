// 東京圏と福岡市、どっちへの転出が多い: places that no record is told apart by, and statements that speak of each.
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import type { Item } from '../frame.ts';
import { longest } from '../statement-words.ts';

/** What a statement on one of the places must hold of all words. */
const leastHeld = 0.4;

export const placesTold: Rule = (clause) => {
  const { frame, around } = clause;
  const asked = frame.has('which-two') || frame.intents('gap', 'sum').some(({ used }) => !used);
  if (!asked || frame.kinds().length + frame.attributes().length > 0 || around.command !== null) return null;
  const places = placesOf(clause);
  if (places.length < 2) return null;
  // 出ていく人: what is done tells as much as any noun.
  const words = frame.text.slice(0, longest);
  const { hits } = around.search.search(words, { kinds: ['statement'] });
  // One that speaks of both tells neither from the other.
  const told = places.map((place) =>
    hits.find(({ id, share }) => {
      const text = around.repository.statement(id)?.text ?? '';
      return (
        share >= leastHeld &&
        text.includes(place) &&
        places.every((one) => one === place || !text.includes(one))
      );
    }),
  );
  if (told.some((hit) => hit === undefined)) return null;
  for (const item of frame.items) item.used = true;
  return { ...emptyQuery('what'), about: words };
};

/** Both nouns around と, where one of them at least is a place that no plan is of. */
function placesOf({ frame }: Clause): string[] {
  const joins = /^(?:へ)?(?:の(?:ほう|方))?と$/;
  const at = frame.items.findIndex(
    (item) => joins.test(item.after.trim()) && isPlace(item) && isPlace(frame.next(item)),
  );
  const [one, other] = [frame.items[at], frame.items[at + 1]];
  if (!one || !other || !(one.meaning?.is === 'elsewhere' || other.meaning?.is === 'elsewhere')) return [];
  return [wordBefore(one, frame.items), other.text];
}

const isPlace = (item: Item | undefined) =>
  item?.meaning?.is === 'elsewhere' || (item?.meaning === null && item.noun);

/** 東京 of 東京 圏. */
function wordBefore(item: Item, items: readonly Item[]): string {
  const before = items[items.indexOf(item) - 1];
  return item.text.length === 1 && before?.meaning === null && before.after === '' ? before.text : item.text;
}
