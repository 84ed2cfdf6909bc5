// 「予算が3千万円以上」, 「達成率9割以上」: values an attribute is held against, and every other condition that compares.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import { type Condition, limitOf } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';
import { onlyRecord } from '../thread/only-record.ts';
import type { BoundYears } from '../years.ts';
import { allTowns } from './all-towns.ts';
import { changedBy } from './changed.ts';
import { againstEachOther } from './each-other.ts';
import { hangsExactly, kindHeld } from './kind-held.ts';
import { besideBase, columnDenied, columnEquals, columnOfYear } from './own-column.ts';
import { deadlineIn, wantedWay } from './wanted-way.ts';
import { moneyMoved, yearAgainstYear } from './years-apart.ts';

type NumberItem = ReturnType<Frame['numbers']>[number];

/** What is named already. */
export interface Named {
  conditions: readonly Condition[];
  /** Where そのうち takes from. */
  thread: readonly Predicate[];
}

/** Adds the conditions that compare; takes the numbers and attributes they use. */
export function applyLimits(
  frame: Frame,
  around: Around,
  years: BoundYears,
  { conditions, thread }: Named,
): Condition[] {
  const scope = [...conditions.map(({ predicate }) => predicate), ...thread];
  const found: Condition[] = [
    ...conditions,
    ...changedBy(frame, around, years, scope),
    ...besideBase(frame),
    ...columnEquals(frame, around, years),
    ...columnOfYear(frame, around, years),
    ...columnDenied(frame, around),
  ];
  for (const item of isClaim(frame, around) ? [] : frame.numbers())
    if (limits(item, frame)) found.push(...limited(item, frame, around, years));
  found.push(
    ...wantedWay(frame),
    ...allTowns(frame, around),
    ...deadlineIn(frame, around, years),
    ...moneyMoved(frame, around, years, scope),
  );
  found.push(...againstEachOther(frame, around, years), ...yearAgainstYear(frame, around, years));
  return found.sort((a, b) => a.item.start - b.item.start);
}

/** 3千万円以上, 「予算が3千万円の事業はどれ」: a figure that says which ones, and is not used yet. */
function limits(item: NumberItem, frame: Frame): boolean {
  const { number } = item.meaning;
  if (item.used || number.ordinal) return false;
  const exactMoney = number.yen !== null && frame.has('which') && !frame.has('confirm');
  const bounds = number.relation !== null || number.to !== null;
  return bounds || exactMoney || choosesBy(frame, item) || hangsExactly(frame, item);
}

/** The column that is held against the figure, or how many of a kind there are. */
function limited(item: NumberItem, frame: Frame, around: Around, years: BoundYears): Condition[] {
  const limits = limitOf(item.meaning.number, item.text);
  const attribute = attributeFor(frame, item, around, years);
  if (attribute === null) {
    const kind = kindHeld(frame, item);
    if (!kind) return [];
    item.used = true;
    return [{ predicate: { is: 'holds', kind, limits }, item, label: item.text }];
  }
  item.used = true;
  if (attribute.item) attribute.item.used = true;
  const [fy = null, ...others] = attribute.years.length === 1 ? attribute.years : years.all;
  const predicate: Predicate = {
    is: 'compare',
    attribute: attribute.id,
    fy: others.length > 0 ? null : fy,
    limits,
  };
  return [{ predicate, item, label: `${attribute.item?.text ?? ''}${item.text}` }];
}

/** The attribute before the number that can hold it, else the one its unit speaks of. */
function attributeFor(
  frame: Frame,
  item: Item,
  around: Around,
  years: BoundYears,
): { id: string; item: Item | null; years: number[] } | null {
  const { number } = item.meaning as { number: { yen: number | null; unit: string | null } };
  const before =
    frame
      .attributes()
      .filter((attribute) => attribute.start < item.start)
      .at(-1) ?? frame.attributes()[0];
  const fitting = (id: string) => {
    const type = around.facts.attribute(id)?.type;
    if (number.yen !== null) return type === 'money';
    if (number.unit === '%') return type === 'rate' || type === 'number';
    return type === 'number' || type === 'rate' || (type === 'money' && number.unit === null);
  };
  const id = before?.meaning.ids.find(fitting);
  if (before && id) return { id, item: before, years: years.of.get(before) ?? [] };
  if (number.yen !== null && !frame.kinds().some(({ meaning }) => meaning.kind === 'kpi'))
    return { id: 'budget', item: null, years: [] };
  if (number.unit === '%') return { id: 'rate', item: null, years: [] };
  // /yosan 2億以上: an amount without its yen.
  if (around.command === 'yosan' && number.unit === null && /[万億]/.test(item.text))
    return { id: 'budget', item: null, years: [] };
  return null;
}

/** 目標が年1回のもの, 目標が毎年1回になっているの全部: what a column holds tells which ones. */
function choosesBy(frame: Frame, item: Item): boolean {
  const column = frame.attributes().findLast(({ end }) => end <= item.start);
  // 達成率が0.0%のものを除いて: what a column holds is left out.
  const left = /^(?:の|である|だった)?(?:もの|やつ|事業|指標|kpi)?[をは]?(?:除|のぞ|以外|外し|抜)/;
  const unit = item.meaning?.is === 'number' ? item.meaning.number.unit : null;
  const near =
    /^[がはの]$/.test(column?.after.trim() ?? '') || (unit === '%' && column?.meaning.ids[0] === 'rate');
  if (column && near && left.test(frame.text.slice(item.end))) return true;
  if (!column?.meaning.ids.some((id) => ['target', 'baseline', 'actual'].includes(id))) return false;
  const behind = frame.text.slice(item.end);
  const thing =
    /^(?:の|[にと]?(?:なって?い?る|なってる|している|してる)の?)(?:もの|やつ|ところ|全部|ぜんぶ|すべて|kpi|指標|事業)/;
  const between = frame.text.slice(column.end, item.start).trim();
  if (!thing.test(behind) || !/^(?:値|数)?[がは](?:年|毎年|年間)?$/.test(between)) return false;
  // 毎年 goes with the figure.
  for (const one of frame.items) if (one.start >= column.end && one.end <= item.start) one.used = true;
  return true;
}

/** 「整備率、90%に届きました？」 claims of one thing; 「90%以上の指標は？」 chooses among many. */
function isClaim(frame: Frame, around: Around): boolean {
  const choosing =
    frame.kinds().length > 0 || frame.has('which', 'list', 'count', 'sum', 'only', 'max', 'min');
  if (
    around.command === null &&
    frame.has('confirm') &&
    !frame.has('which', 'list', 'count') &&
    (frame.topics().length > 0 || frame.entities('project', 'kpi').length > 0)
  )
    return true;
  if (choosing || around.command !== null) return false;
  // …の基準値は ⇒ 目標は10%を切るんだっけ: of the thread's record.
  if (frame.has('confirm') && frame.entities('plan', 'policy', 'department', 'town').length === 0)
    if (onlyRecord(around.before?.at(-1) ?? null)) return true;
  return (
    (frame.entities('project', 'kpi').length > 0 || frame.topics().length > 0) &&
    /[?か]$|たか|[たる][?]*$/.test(frame.text.trim())
  );
}
