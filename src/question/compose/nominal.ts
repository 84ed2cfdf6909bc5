// 「減ったのは何件」, 「増額になったのはどれ」: の stands for the kind that is left unsaid.
import type { Around } from '../around.ts';
import type { Query } from '../query.ts';
import type { Frame, Item } from './frame.ts';

/** た, る, い, な before の make a noun of what was said. */
const nominal = /(?:[たるいうくすむな])[のん](?:は|が|って|も)?$/;
/** What tells which ones. */
const telling = new Set([
  'rise',
  'fall',
  'same',
  'written',
  'not-written',
  'dashed',
  'blank',
  'none',
  'reached',
  'unreached',
]);

/** The items with 事業 or KPI behind such a の, where some of many are counted or listed and no kind is said. */
export function withNominal(frame: Frame, around: Around, before: Query | null): Item[] {
  const items = [...frame.items];
  const asked = frame.has('count', 'which', 'list') || before !== null;
  const other = frame.has('max', 'min', 'big', 'small', 'towns-count', 'howmany-unit', 'which-two');
  const one = frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact);
  if (!asked || other || one || frame.kinds().some(({ text }) => text !== '')) return items;
  const at = items.findIndex((item) => tells(item) && nominal.test(item.after));
  const item = items[at];
  if (!item) return items;
  const kind = frame.attributes().length > 0 ? kindOf(frame, around) : (kindBefore(before) ?? 'project');
  const after = /(?:は|が|って|も)?$/.exec(item.after)?.[0] ?? '';
  const head: Item = {
    ...{ start: item.end, end: item.end, text: '', base: '', noun: false, after, used: false },
    meaning: { is: 'kind', kind, level: null },
  };
  items.splice(at, 1, { ...item, after: item.after.replace(/[のん](?:は|が|って|も)?$/, '') }, head);
  return items;
}

function tells({ meaning }: Item): boolean {
  return meaning?.is === 'word' || (meaning?.is === 'intent' && telling.has(meaning.id));
}

function kindOf(frame: Frame, { facts }: Around): 'project' | 'kpi' {
  const of = frame
    .attributes()
    .flatMap(({ meaning }) => meaning.ids.flatMap((id) => facts.attribute(id)?.of ?? []));
  return of.includes('project') ? 'project' : 'kpi';
}

function kindBefore(before: Query | null): 'project' | 'kpi' | null {
  const kind = before?.sets[0]?.kind;
  return kind === 'project' || kind === 'kpi' ? kind : null;
}
