// 「予算が3千万円以上」, 「達成率9割以上」, 「基準値と目標値が同じ」: values and attributes held against each other.
import type { Around } from '../around.ts';
import type { Predicate, Relation } from '../query.ts';
import { type Condition, limitOf } from './conditions.ts';
import type { Frame, Item } from './frame.ts';
import { type BoundYears, yearsSaid } from './years.ts';

/** Adds the conditions that compare; takes the numbers and attributes they use. */
export function applyLimits(
  frame: Frame,
  around: Around,
  years: BoundYears,
  conditions: readonly Condition[],
): Condition[] {
  const found: Condition[] = [...conditions];
  const claims = isClaim(frame, around);
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    const exactMoney = number.yen !== null && frame.has('which') && !frame.has('confirm') && !claims;
    if (
      claims ||
      item.used ||
      number.ordinal ||
      (number.relation === null && number.to === null && !exactMoney)
    )
      continue;
    const attribute = attributeFor(frame, item, around);
    if (attribute === null) {
      const holds = kindHeld(frame, item);
      if (!holds) continue;
      item.used = true;
      found.push({
        predicate: { is: 'holds', kind: holds, limits: limitOf(number, item.text) },
        item,
        label: item.text,
      });
      continue;
    }
    item.used = true;
    const fy =
      attribute.years.length === 1
        ? (attribute.years[0] as number)
        : years.all.length === 1
          ? (years.all[0] as number)
          : null;
    if (attribute.item) attribute.item.used = true;
    const unit = number.yen !== null ? '円' : number.unit;
    const predicate: Predicate = {
      is: 'compare',
      attribute: attribute.id,
      fy,
      limits: limitOf(number, item.text),
    };
    found.push({ predicate, item, label: `${attribute.item?.text ?? ''}${item.text}` });
    if (unit === null) continue;
  }
  found.push(
    ...wantedWay(frame),
    ...allTowns(frame, around),
    ...deadlineIn(frame, around, years),
    ...moneyMoved(frame, around, years),
  );
  found.push(...againstEachOther(frame, around), ...yearAgainstYear(frame, around, years));
  return found.sort((a, b) => a.item.start - b.item.start);

  function attributeFor(
    of: Frame,
    item: Item,
    about: Around,
  ): { id: string; item: Item | null; years: number[] } | null {
    const { number } = item.meaning as { number: { yen: number | null; unit: string | null } };
    const before =
      of
        .attributes()
        .filter((attribute) => attribute.start < item.start)
        .at(-1) ?? of.attributes()[0];
    const fitting = (id: string) => {
      const type = about.facts.attribute(id)?.type;
      if (number.yen !== null) return type === 'money';
      if (number.unit === '%') return type === 'rate' || type === 'number';
      return type === 'number' || type === 'rate' || (type === 'money' && number.unit === null);
    };
    const id = before?.meaning.ids.find(fitting);
    if (before && id) return { id, item: before, years: years.of.get(before) ?? [] };
    if (number.yen !== null && !of.kinds().some(({ meaning }) => meaning.kind === 'kpi'))
      return { id: 'budget', item: null, years: [] };
    if (number.unit === '%') return { id: 'rate', item: null, years: [] };
    return null;
  }
}

/** 数値を下げることを目標にしているKPI: the way the figure is to go. */
function wantedWay(frame: Frame): Condition[] {
  const target = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes('target'));
  const item = target && frame.before(target);
  const meaning = item?.meaning;
  if (!item || meaning?.is !== 'intent' || !['rise', 'fall'].includes(meaning.id)) return [];
  if (
    !/(?:こと|の)を$/.test(item.after.trim()) ||
    !frame.kinds().some(({ meaning: { kind } }) => kind === 'kpi')
  )
    return [];
  item.used = true;
  target.used = true;
  const direction = meaning.id === 'rise' ? 'up' : 'down';
  return [
    {
      predicate: { is: 'direction', directions: [direction] },
      item,
      label: frame.text.slice(item.start, target.end),
    },
  ];
}

/** 全市町が対象の事業: as many towns as there are. */
function allTowns(frame: Frame, { repository }: Around): Condition[] {
  const most = Math.max(
    0,
    ...repository.projects.map(({ participants }) => participants?.towns?.length ?? 0),
  );
  return frame.intents('all-towns').flatMap((item) => {
    if (
      !frame.kinds().some(({ meaning }) => meaning.kind === 'project') &&
      !frame.has('count', 'which', 'list')
    )
      return [];
    item.used = true;
    const value = most;
    const limit = { relation: '>=' as const, value, unit: '市町', text: item.text };
    return [{ predicate: { is: 'holds', kind: 'town', limits: [limit] }, item, label: item.text }];
  });
}

/** 令和12年度が期限のKPI: the year is what the deadline is to be. */
function deadlineIn(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const item = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes('deadline'));
  const [year] = frame.years();
  const [fy] = year?.meaning.years.years ?? [];
  const kpis = around.command === 'kpi' || frame.kinds().some(({ meaning }) => meaning.kind === 'kpi');
  if (!item || !year || fy === undefined || !kpis || frame.entities('project', 'kpi').length > 0) return [];
  if (Math.abs(year.start - item.end) > 6 && Math.abs(item.start - year.end) > 4) return [];
  item.used = true;
  years.all = years.all.filter((one) => one !== fy);
  return [
    {
      predicate: {
        is: 'compare',
        attribute: 'deadline',
        fy: null,
        limits: [{ relation: '=', value: fy, unit: null, text: year.text }],
      },
      item,
      label: `期限が${year.text}`,
    },
  ];
}

/** Attributes said that add up: money. */
function sumsOf(frame: Frame, { facts }: Around): ReturnType<Frame['attributes']> {
  return frame.attributes().filter(({ meaning }) => meaning.ids.some((id) => facts.attribute(id)?.adds));
}

/** R4予算からR5予算で減った事業: two years said each with its attribute. */
function moneyMoved(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const moved = frame.intents('rise', 'fall', 'same', 'differ').find((one) => {
    const after = frame.items.slice(frame.items.indexOf(one) + 1);
    const next = after.find(({ meaning }) => !(meaning?.is === 'intent' && meaning.id === 'then'));
    const plan = next?.meaning?.is === 'entity' && next.meaning.kind === 'plan';
    const these = /(?:もの|やつ)(?:を|は|が|って|$)/.test(one.after);
    return !one.used && (these || plan || (next?.meaning?.is === 'kind' && next.meaning.kind === 'project'));
  });
  const said = yearsSaid(years);
  const money = sumsOf(frame, around);
  if (!moved || money.length === 0 || said.length !== 2 || frame.has('max', 'min', 'big', 'small')) return [];
  const attribute = money[0]?.meaning.ids[0] as string;
  const [from, to] = said as [number, number];
  const way = moved.meaning?.is === 'intent' ? moved.meaning.id : 'same';
  const relation = way === 'rise' ? '>' : way === 'fall' ? '<' : way === 'differ' ? '!=' : '=';
  moved.used = true;
  for (const one of money) one.used = true;
  years.all = [];
  return [
    {
      predicate: {
        is: 'against',
        left: { attribute, fy: to },
        relation,
        right: { attribute, fy: from },
      },
      item: moved,
      label: frame.text.slice(Math.min(...frame.years().map(({ start }) => start)), moved.end),
    },
  ];
}

/** KPIが3件以上, 5市町以上: how many hang on it. */
function kindHeld(frame: Frame, item: Item): 'kpi' | 'town' | null {
  const { number } = item.meaning as { number: { unit: string | null } };
  if (['市町', '市町村', '自治体'].includes(number.unit ?? '')) return 'town';
  const before = frame.before(item);
  if (before?.meaning?.is === 'kind' && (before.meaning.kind === 'kpi' || before.meaning.kind === 'town')) {
    before.used = true;
    return before.meaning.kind;
  }
  return null;
}

/** 基準値と目標値が同じ, 実績が目標を下回る. */
function againstEachOther(frame: Frame, { facts }: Around): Condition[] {
  const moneyOf = (id: string) => facts.attribute(id)?.type === 'money';
  const figures = frame
    .attributes()
    .filter(
      ({ meaning, used }) =>
        !used && meaning.ids.some((id) => ['baseline', 'target', 'actual'].includes(id) || moneyOf(id)),
    );
  // 基準値より目標値が大きい: what より stands behind is held against.
  const turned = /^[」』]?より/.test(figures[0]?.after.trim() ?? '');
  const [left, right] = turned ? [figures[1], figures[0]] : figures;
  const projects = left?.meaning.ids.some(moneyOf) ?? false;
  const kind = projects ? 'project' : 'kpi';
  if (!left || !right || left.meaning.ids[0] === right.meaning.ids[0]) return [];
  if (!frame.kinds().some(({ meaning }) => meaning.kind === kind)) return [];
  const relation = relationOf(frame);
  if (relation === null) return [];
  left.used = true;
  right.used = true;
  const side = (item: (typeof figures)[number]) => ({ attribute: item.meaning.ids[0] as string, fy: null });
  return [
    {
      predicate: { is: 'against', left: side(left), relation, right: side(right) },
      item: left,
      label: frame.text.slice(Math.min(left.start, right.start), Math.max(left.end, right.end)),
    },
  ];
}

/** 令和7年度予算額が令和6年度を上回っている: one attribute in two years. */
function yearAgainstYear(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const [item] = frame
    .intents('reached', 'unreached', 'big', 'small')
    .filter((one) => !one.used && /上回|下回|超え|より/.test((frame.before(one)?.after ?? '') + one.text));
  const said = frame.years();
  const money = sumsOf(frame, around);
  if (!item || money.length === 0 || frame.kinds().every(({ meaning }) => meaning.kind !== 'project'))
    return [];
  const right = said.filter(({ start }) => start < item.start).at(-1);
  const left = said.filter(({ start }) => right !== undefined && start < right.start).at(-1);
  const [from, to] = [right?.meaning.years.years[0], left?.meaning.years.years[0]];
  if (!right || !left || from === undefined || to === undefined || from === to) return [];
  if (!/^[をよに]/.test(right.after.trim())) return [];
  const meaning = item.meaning as { id: string };
  const more = ['reached', 'big'].includes(meaning.id);
  item.used = true;
  for (const one of money) one.used = true;
  years.all = years.all.filter((fy) => fy !== from && fy !== to);
  const attribute = money[0]?.meaning.ids[0] as string;
  return [
    {
      predicate: {
        is: 'against',
        left: { attribute, fy: to },
        relation: more ? '>' : '<',
        right: { attribute, fy: from },
      },
      item,
      label: frame.text.slice(left.start, item.end),
    },
  ];
}

function relationOf(frame: Frame): Relation | null {
  const [same] = frame.intents('same-as', 'same');
  if (same) {
    same.used = true;
    return '=';
  }
  const [differ] = frame.intents('differ');
  if (differ) {
    differ.used = true;
    return '!=';
  }
  const [passed] = frame.intents('reached').filter(({ text }) => /上回|超え/.test(text));
  if (passed && /を$/.test(frame.before(passed)?.after.trim() ?? '')) {
    passed.used = true;
    return '>';
  }
  const [over] = frame.intents('big');
  if (over && /より/.test(frame.text)) {
    over.used = true;
    return '>';
  }
  const [under] = frame.intents('small', 'unreached');
  if (under && /より|下回|届/.test(frame.text)) {
    under.used = true;
    return '<';
  }
  return null;
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
  return (
    (frame.entities('project', 'kpi').length > 0 || frame.topics().length > 0) &&
    /[?か]$|たか|[たる][?]*$/.test(frame.text.trim())
  );
}
