// 「減ったのは何件」, 「増額になったのはどれ」: の stands for the kind that is left unsaid.
import type { Around } from '../around.ts';
import type { Query } from '../query.ts';
import { type Frame, type Item, isIntent } from './frame.ts';

/** た, る, い, な before の make a noun of what was said. */
const nominal = /(?:[たるいうくすむな])[のん](?:は|が|って|も)?$/;
/** At the end of the text it asks which. */
const asksWhich = /[たるいうくすむな][のん](?:は|って)[?？。]*$/;
/** What tells which ones. */
const telling = new Set([
  'rise',
  'fall',
  'same',
  'written',
  'not-written',
  'dashed',
  'blank',
  'no-figure-yet',
  'none',
  'reached',
  'unreached',
]);

const counted = /\d(?:件|事業|本|個|つ|指標|kpi)(?:だけ|のみ)?$/;

/** The items with 事業 or KPI behind such a の, where some of many are counted or listed and no kind is said. */
export function withNominal(frame: Frame, around: Around, before: Query | null): Item[] {
  const items = [...frame.items];
  const last = lastOfMany(frame, before);
  if (last) {
    const kind = kindSaid(frame) ?? (frame.attributes().length > 0 ? kindOf(frame, around) : 'project');
    return [...items.slice(0, -1), ...withHead(last, kind)];
  }
  // 減ったのは4事業ですよね
  const claimed = frame.has('confirm') && frame.numbers().some(({ text }) => counted.test(text));
  const asked = frame.has('count', 'which', 'list') || claimed || before !== null;
  const other = frame.has(
    'max',
    'min',
    'big',
    'small',
    'towns-count',
    'howmany-unit',
    'howmuch',
    'which-two',
  );
  const one = frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact);
  if (!asked || other || one || frame.kinds().some(({ text }) => text !== '')) return items;
  const at = items.findIndex((item) => tells(item) && nominal.test(item.after));
  const item = items[at];
  if (!item) return items;
  const kind = frame.attributes().length > 0 ? kindOf(frame, around) : (kindBefore(before) ?? 'project');
  items.splice(at, 1, ...withHead(item, kind));
  return items;
}

/** The item without its の, and the kind that の stands for. */
function withHead(item: Item, kind: 'project' | 'kpi'): [Item, Item] {
  const [tail = ''] = /[のん](?:は|が|って|も)?[?？。]*$/.exec(item.after) ?? [];
  const head: Item = {
    ...{ start: item.end, end: item.end, text: '', base: '', noun: false, after: tail.slice(1), used: false },
    meaning: { is: 'kind', kind, level: null },
  };
  return [{ ...item, after: item.after.slice(0, item.after.length - tail.length) }, head];
}

/** The last item where it tells which of a set that the text or the thread speaks of: 総務課の事業で、予算が減ったのは. */
function lastOfMany(frame: Frame, before: Query | null): Item | null {
  const last = frame.items.at(-1);
  if (!last || last.used || !asksWhich.test(frame.text.slice(last.start).trim())) return null;
  const limit = last.meaning?.is === 'number' && !last.meaning.number.ordinal;
  const beside = frame.has('big', 'small') && /より|比べ/.test(frame.text);
  if (!tells(last) && !limit && !(beside && isIntent(last, 'big', 'small'))) return null;
  if (frame.has('max', 'min', 'towns-count', 'howmany-unit', 'which-two', 'reason-part')) return null;
  if (frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact)) return null;
  const [set] = before?.sets ?? [];
  const ofThread = set !== undefined && (set.named === null || set.named.length > 1);
  const words = frame.topics().some(({ telling: names }) => names);
  const scoped = frame.entities('plan', 'department', 'policy').length > 0;
  return kindSaid(frame) !== null || (!words && (scoped || ofThread)) ? last : null;
}

/** 事業 or KPI, said before. */
function kindSaid(frame: Frame): 'project' | 'kpi' | null {
  const kinds = frame.kinds().map(({ meaning }) => meaning.kind);
  const said = kinds.find((kind) => kind === 'project' || kind === 'kpi');
  return said === 'project' || said === 'kpi' ? said : null;
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
