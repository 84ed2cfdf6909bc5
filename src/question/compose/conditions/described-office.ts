// 東京にある事務所が担当する事業, 安全安心の課: a department told by the nouns of its name.
import type { Around } from '../../around.ts';
import { office as named } from '../../message-words.ts';
import { type Frame, type Item, saysNothing } from '../frame.ts';

/** What the head of a department's name ends in. */
const office = new RegExp(`(?:${named}|所)$`);

/** The head becomes the department, the nouns that tell it fall away. */
export function describedOffice(frame: Frame, { repository }: Around): void {
  if (frame.entities('department').length > 0) return;
  const names = repository.departments();
  for (const head of frame.items.filter((item) => isOffice(item, frame))) {
    const own = nounsBefore(head, frame);
    const name = officeOf(own, head, names);
    if (name === undefined) continue;
    for (const item of own) saysNothing(item);
    head.text = name;
    head.meaning = { is: 'entity', kind: 'department', ids: [name], exact: true };
    return;
  }
}

/** 東京の事務所に相談に来た人: where something happens is in charge of nothing. */
function isOffice(item: Item, frame: Frame): boolean {
  const kind = item.meaning?.is === 'kind' && item.meaning.kind === 'department';
  const noun = item.meaning === null && item.noun && item.text.length > 1;
  if (!(kind || noun) || !office.test(item.text)) return false;
  if (kind || /^(?:が|は|って|で)/.test(item.after.trim())) return true;
  return frame.has('that') && frame.attributeIds().includes('department');
}

/** The nouns before it in the same stretch: 東京に(ある事務所), 安全安心の(課). */
function nounsBefore(head: Item, { items }: Frame): Item[] {
  const nouns: Item[] = [];
  for (const item of items.slice(0, items.indexOf(head)).reverse()) {
    const filler = item.meaning?.is === 'intent' && item.meaning.id === 'filler';
    if (filler) continue;
    const named = item.meaning === null || item.meaning.is === 'elsewhere';
    if (!named || !item.noun || /[、。はが]$/.test(item.after)) break;
    nouns.unshift(item);
  }
  return nouns;
}

/** The only department that is just these nouns, or begins with them where the head is a bare 課. */
function officeOf(own: readonly Item[], head: Item, names: readonly string[]): string | undefined {
  const squeezed = (text: string) => text.toLowerCase().replace(/[・の\s]/g, '');
  const said = squeezed(own.map(({ text }) => text).join(''));
  if (said.length < 2) return undefined;
  const whole = names.filter((name) => squeezed(name) === said + head.text);
  const begun = names.filter((name) => squeezed(name).startsWith(said) && name.endsWith(head.text));
  const last = own.at(-1)?.text ?? '';
  const joined = names.filter((name) => squeezed(name) === squeezed(last) + head.text);
  const [found, more] = whole.length > 0 ? whole : joined.length > 0 ? joined : said.length >= 3 ? begun : [];
  return more === undefined ? found : undefined;
}
