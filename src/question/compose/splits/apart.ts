// 「防犯カメラのR6予算と、防犯灯のR7予算」: things with what is asked of each are questions of their own.
import type { Around } from '../../around.ts';
import { isNameOf, isRecord } from '../../mentions/named.ts';
import type { Query } from '../../query.ts';
import { withCarried } from '../carried.ts';
import { composeClause } from '../compose.ts';
import type { Frame, Item } from '../frame.ts';
import { copyOf, isColumn, isPlace, isYears, lent } from './part.ts';

/** What holds the parts against each other, or asks of them together. */
const together = [
  'sum',
  'average',
  'max',
  'min',
  'gap',
  'which-two',
  'same-as',
  'share',
  'rise',
  'fall',
  'remaining',
  'confirm',
  'reached',
  'unreached',
  'count',
  'list',
  'except',
  'others',
  'reason-part',
];

/** One question a part, where every part names something and what is asked of it. */
export function apart(frame: Frame, around: Around, before: Query | null): Query[] | null {
  const bounds = frame
    .numbers()
    .some(({ meaning: { number } }) => number.relation !== null || number.to !== null || number.yen !== null);
  if (around.command === 'yosan' || frame.has(...together) || bounds) return null;
  const parts = partsOf(frame);
  if (parts.length < 2 || !parts.every((part) => part.some(isName) && part.some(isColumn))) return null;
  const queries = parts.map((part, i) =>
    composeClause(
      copyOf(frame, [...lent(part, parts.slice(0, i).flat(), isPlace, isYears), ...part]),
      around,
      before,
    ),
  );
  const [first = [], ...rest] = queries.map(idsOf);
  // 移住相談の予算と相談者数の目標: of the same project.
  const whole = new Set(withCarried([...first], around));
  return rest.flat().some((id) => whole.has(id)) ? null : queries.flat();
}

/** Cut behind each attribute that is joined to what follows. */
function partsOf({ items, text }: Frame): Item[][] {
  const parts: Item[][] = [[]];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    parts.at(-1)?.push(item);
    if (!isColumn(item) || !parts.at(-1)?.some(isName) || !items.slice(i + 1).some(isColumn)) continue;
    const next = items.findIndex((one, at) => at > i && isRecord(one.meaning));
    const listed = next > 0 && between.test(text.slice(item.end, items[next]?.start));
    if (!listed && !/^(?:と|や|、|,|\/|及び|および|並びに|それと|あと| )+$/.test(item.after.trim())) continue;
    parts.push([]);
  }
  return parts;
}

/** What stands between two items of a list, each with a record's whole name: a line end and its mark, 、次に. */
const between =
  /^(?:[\s、,。・■●○◆(（)）.．:：「『」』-]|\d{1,2}(?=\D)|[アイウエオa-e](?=[\s.)])|次に|続いて|それから|そして|もう(?:一|1|ひと)つは?|最後に|あと|また)+$/;

function isName({ meaning, noun, text }: Item): boolean {
  if (meaning === null) return noun && text.length >= 2;
  // No. 20
  if (meaning.is === 'number') return meaning.number.ordinal && /^(?:no|№)/i.test(text);
  return isNameOf(meaning, 'project', 'kpi');
}

/** The records named. */
function idsOf(queries: readonly Query[]): string[] {
  return queries.flatMap(({ sets }) => sets.flatMap(({ named }) => named ?? []));
}
