// 東京にある事務所が担当する事業: a department whose name is just two nouns of the text.
import type { Around } from '../../around.ts';
import type { Frame, Item } from '../frame.ts';
import type { Condition } from './condition.ts';

/** What the head of a department's name ends in. */
const office = /(?:事務所|センター|課|室|局|所)$/;

/** Takes both nouns. */
export function describedOffice(frame: Frame, { repository }: Around): Condition[] {
  if (frame.entities('department').length > 0) return [];
  const nouns = frame.items.filter(({ meaning, noun, text }) => meaning === null && noun && text.length > 1);
  // 東京の事務所に相談に来た人: where something happens is in charge of nothing.
  const charge = frame.has('that') && frame.attributeIds().includes('department');
  const heads = nouns.filter(
    ({ text, after }) => office.test(text) && (charge || /^(?:が|は|って|で)/.test(after.trim())),
  );
  for (const head of heads) {
    const before = nouns.filter((item): item is Item => item.end <= head.start);
    for (const own of before) {
      const name = repository.departments().find((one) => one.toLowerCase() === own.text + head.text);
      if (name === undefined) continue;
      own.used = true;
      head.used = true;
      return [{ predicate: { is: 'department', names: [name] }, item: head, label: name }];
    }
  }
  return [];
}
