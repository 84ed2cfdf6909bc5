// 「Bの半分以上がA」, 「Bは全部A」, 「Aは2件だけ」: claims of how many of a set fulfil something.

import type { Around } from '../../around.ts';
import type { Limit, Query, SubjectSet } from '../../query.ts';
import { questionWords } from '../../question-words.ts';
import { claiming } from '../claiming.ts';
import { composeClause, emptyQuery } from '../compose.ts';
import { limitOf } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';
import { copyOf, isScope } from './part.ts';

const quiet = ['confirm', 'whether', 'then', 'only', 'each', 'distinct', 'list', 'majority'];

/** A claim that is checked by counting. */
export function quantified(frame: Frame, around: Around): Query[] | null {
  const claims = frame.has('confirm') || /(?:[?]|か)$/.test(frame.text.trim());
  if (!claims || around.command !== null || asks(frame)) return null;
  const quantity = quantityOf(frame);
  if (!quantity) return null;
  const rest = frame.items.filter((item) => item !== quantity.item && !isQuiet(item));
  const set = chosenBy(frame, rest, around);
  if (!set) return null;
  const from = baseOf(frame, quantity.item, around) ?? {
    ...set,
    where: set.where.filter(isScope),
    label: '',
  };
  const counted = quantity.limits[0]?.unit !== '%';
  if (from.where.length === set.where.length) return null;
  return [
    {
      ...emptyQuery('whether'),
      sets: counted ? [set] : [set, from],
      of: set.kind,
      as: counted ? null : 'share',
      claim: claiming({ limits: quantity.limits }),
    },
  ];
}

/** 大変順調の事業はすべて…: those spoken of before, where it is all of them that is claimed. */
function baseOf(frame: Frame, all: Item, around: Around): SubjectSet | null {
  if (!isAll(all.text)) return null;
  const before = frame.items.filter((item) => item.end <= all.start && !isQuiet(item));
  const set = before.length > 0 ? chosenBy(frame, before, around) : null;
  return set && set.where.length > 0 ? set : null;
}

/** Question words want a figure, not a yes. */
function asks(frame: Frame): boolean {
  return (
    frame.has(...questionWords, 'sum', 'max', 'min', 'tell') ||
    frame.has('count') ||
    frame.intents('list').some(({ text }) => !isAll(text))
  );
}

const isQuiet = ({ meaning }: Item) => meaning?.is === 'intent' && quiet.includes(meaning.id);

/** 半分以上, 過半数, 全部, 2件だけ. */
function quantityOf(frame: Frame): { item: Item; limits: Limit[] } | null {
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    if (number.ordinal || number.yen !== null) continue;
    const next = frame.next(item);
    const only = next?.meaning?.is === 'intent' && next.meaning.id === 'only';
    const things = number.unit === null || /^(?:つ|件|本|事業|個|指標|施策|課)$/.test(number.unit);
    if (number.unit === '%' && number.relation !== null && /^(?:の|は|が|で)/.test(item.after.trim()))
      return { item, limits: limitOf(number, item.text) };
    if (things && only) return { item, limits: limitOf({ ...number, relation: null }, item.text) };
  }
  const [most] = frame.intents('majority');
  if (most) return { item: most, limits: [{ relation: '>', value: 50, unit: '%', text: most.text }] };
  const [all] = frame.intents('list').filter(({ text }) => isAll(text));
  // 企画課の事業はすべて評価が順調ですか
  const asked = /は、?(?:すべて|全て|全部|いずれも|どれも)[^、。]*(?:です|ます)か/.test(frame.text);
  return all && (frame.has('confirm') || asked)
    ? { item: all, limits: [{ relation: '=', value: 100, unit: '%', text: all.text }] }
    : null;
}

/** 全部, すべて say how many; 挙げて, 一覧 ask for a list. */
const isAll = (text: string) => /^(?:全|すべて|ぜんぶ)/.test(text);

/** The members that fulfil what is claimed: asked as a count of them. */
function chosenBy(frame: Frame, rest: readonly Item[], around: Around): SubjectSet | null {
  const copy = copyOf(frame, rest);
  const moved = copy.intents('rise', 'fall', 'same').length > 0;
  if (!copy.kinds().length) copy.add({ is: 'kind', kind: 'project', level: null });
  else if (moved) copy.moveLast(({ meaning }) => meaning?.is === 'kind' && meaning.kind === 'project');
  copy.add({ is: 'intent', id: 'count' });
  const [query, more] = composeClause(copy, around, null);
  const [set] = query?.sets ?? [];
  if (!query || more || !['count', 'list'].includes(query.ask) || !set || set.named !== null) return null;
  if (query.unread.length > 0 || set.where.some(({ is }) => is === 'near')) return null;
  return set;
}
