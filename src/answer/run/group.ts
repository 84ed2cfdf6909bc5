// The set by groups: by a word (評価), by what it belongs to (担当課, 計画, 施策), counted or added up.
import type { Kind } from '../../facts/attribute.ts';
import { bareName, type Facts } from '../../facts/facts.ts';
import { eachPlaceIn, lazyList, sourceOf } from '../../facts/lazy-list.ts';
import type { Query } from '../../question/query.ts';
import { cellsOf, type Labels as FarLabels, nameOf, type RunContext } from './context.ts';
import { winners } from './extreme.ts';
import { oncePerKind } from './once-per-kind.ts';
import type { Group, GroupResult } from './result/figures.ts';
import type { NothingResult } from './result/result.ts';
import type { Member, Scope } from './result/scope.ts';
import { yearsOf } from './sum.ts';

/** A member of several groups counts in each of them. */
export function runGroup(
  query: Query,
  scopes: readonly Scope[],
  context: RunContext,
): GroupResult | NothingResult {
  const [scope, by] = scopes;
  if (!scope) throw new RangeError('a group needs a set');
  const id = query.of ?? 'plan';
  const [wanted] = query.wanted;
  const attribute = wanted ? (context.facts.attribute(wanted.attribute) ?? null) : null;
  const adds = attribute?.adds ? attribute : null;
  const fy =
    adds && wanted
      ? (yearsOf({ attribute: adds, said: wanted.years.slice(-1), members: scope.members }, context)[0] ??
        null)
      : null;
  const columns = oncePerKind((kind) => context.facts.column(kind, adds?.id ?? '', fy));
  const figureFor = ({ kind, at }: Member) => columns(kind)[at] ?? Number.NaN;
  const labelsFor = labelReader(id, context);
  const farLabels = by || !sourceOf(scope.members) ? null : context.far?.labels(scope.kind, id, context);
  const { groups: all, left } = farLabels
    ? groupsByPlace(scope, farLabels, adds && columns(scope.kind))
    : groupsByMember(scope, {
        labels: (member) => {
          const valued = adds === null || !Number.isNaN(figureFor(member));
          return valued ? (by ? labelsAmong(member, by, context) : labelsFor(member)) : [];
        },
        figure: adds && figureFor,
      });
  const order = by?.members.map(({ subject, kind }) => nameOf(subject, kind)) ?? [];
  // 第2 before 第10.
  const { compare } = new Intl.Collator('ja', { numeric: true });
  const sorted = all.sort(
    (a, b) => order.indexOf(a.label) - order.indexOf(b.label) || compare(a.label, b.label),
  );
  return {
    shape: 'group',
    scope,
    by: id,
    attribute: adds,
    fy,
    groups: picked(sorted, query),
    left,
    way: query.extreme?.way ?? null,
    nth: query.extreme?.nth ?? null,
    top: query.extreme?.top ?? 1,
    assumed: adds !== null && (wanted?.years.length ?? 0) === 0,
  };
}

/** Members by what they stand under; `left`: those that stand under nothing. */
interface Grouped {
  groups: Group[];
  left: number;
}

/** Added up, or counted where there is no figure. */
function groupsByMember(
  { members }: Scope,
  of: { labels(member: Member): readonly string[]; figure: ((member: Member) => number) | null },
): Grouped {
  const groups = new Map<string, Group>();
  let left = 0;
  for (const member of members) {
    const labels = of.labels(member);
    if (labels.length === 0) left += 1;
    for (const label of labels) {
      const group = groups.get(label) ?? { label, members: [], value: 0 };
      groups.set(label, group);
      group.members.push(member);
      group.value += of.figure ? of.figure(member) : 1;
    }
  }
  return { groups: [...groups.values()], left };
}

/** Of very many members those of a group are put together when somebody looks at them. */
function groupsByPlace({ kind, members }: Scope, labels: FarLabels, column: Float64Array | null): Grouped {
  const { lists, numbers } = labels;
  const isValued = (at: number) => column === null || !Number.isNaN(column[at]);
  const counts = new Float64Array(lists.length);
  /** Lists as they are met: groups stand in that order. */
  const met: number[] = [];
  let left = 0;
  eachPlaceIn(members, (at) => {
    const number = numbers[at] as number;
    if (!isValued(at) || lists[number]?.length === 0) left += 1;
    else if ((counts[number] as number)++ === 0) met.push(number);
  });
  const under = new Map<string, { count: number; in: Set<number> }>();
  for (const number of met)
    for (const label of lists[number] as readonly string[]) {
      const known = under.get(label) ?? { count: 0, in: new Set() };
      under.set(label, known);
      known.count += counts[number] as number;
      known.in.add(number);
    }
  const sums = column && sumsOf(members, labels, column);
  const make = sourceOf(members)?.make as (place: number) => Member;
  const groups = [...under].map(([label, { count, in: own }]): Group => {
    const find = () => placesUnder(members, { own, numbers, count }, isValued);
    return {
      label,
      members: lazyList(kind, { length: count, find }, make),
      value: sums ? (sums.get(label) as number) : count,
    };
  });
  return { groups, left };
}

/** Label → sum, added up in the order of the members. */
function sumsOf(members: readonly Member[], { lists, numbers }: FarLabels, column: Float64Array) {
  const labels = [...new Set(lists.flat())];
  const order = new Map(labels.map((label, at) => [label, at]));
  const ofList = lists.map((list) => list.map((label) => order.get(label) as number));
  const sums = new Float64Array(labels.length);
  eachPlaceIn(members, (at) => {
    const figure = column[at] as number;
    if (Number.isNaN(figure)) return;
    for (const label of ofList[numbers[at] as number] as number[])
      sums[label] = (sums[label] as number) + figure;
  });
  return new Map(labels.map((label, at) => [label, sums[at]]));
}

/** The places of members that stand under these lists, so many of them. */
function placesUnder(
  members: readonly Member[],
  { own, numbers, count }: { own: ReadonlySet<number>; numbers: FarLabels['numbers']; count: number },
  isValued: (at: number) => boolean,
): Int32Array {
  const source = sourceOf(members);
  const among = source?.places ?? null;
  const isOwn = new Uint8Array(Math.max(...own) + 1);
  for (const number of own) isOwn[number] = 1;
  const places = new Int32Array(count);
  for (let i = 0, next = 0; next < count; i++) {
    const at = among === null ? i : (among[i] as number);
    if (isOwn[numbers[at] as number] === 1 && isValued(at)) places[next++] = at;
  }
  return places;
}

function picked(groups: Group[], { extreme }: Query): Group[] {
  if (!extreme) return groups;
  const ranked = groups.map(({ members, value }) => ({
    // Only what is looked at is put together.
    get member() {
      return members[0] as Member;
    },
    value,
    cells: [],
  }));
  const best = winners(ranked, extreme).map(({ value }) => value);
  const kept = groups.filter(({ value }) => best.includes(value));
  return kept.sort((a, b) => best.indexOf(a.value) - best.indexOf(b.value));
}

const kinds: Readonly<Record<string, string>> = { town: 'towns', kpi: 'kpis', project: 'projects' };

/** Labels of each subject of a kind, until another result is recorded. */
interface Labels {
  seq: number;
  of: (readonly string[] | undefined)[];
}

const labelled = new WeakMap<Facts, Map<string, Labels>>();

/** The words or names a member stands under; the status changes with the day and is worked out each time. */
function labelReader(by: string, context: RunContext): (member: Member) => readonly string[] {
  if (bareName(by) === 'status' && !context.far) return (member) => readLabels(member, by, context);
  const tables = new Map<Kind, Labels['of']>();
  const far = new Map<Kind, FarLabels | null>();
  return (member) => {
    let labels = far.get(member.kind);
    if (labels === undefined) {
      labels = context.far?.labels(member.kind, by, context) ?? null;
      far.set(member.kind, labels);
    }
    if (labels) return labels.lists[labels.numbers[member.at] as number] ?? [];
    const table = tables.get(member.kind) ?? labelsOf(member.kind, by, context);
    tables.set(member.kind, table);
    const own = table[member.at] ?? readLabels(member, by, context);
    table[member.at] = own;
    return own;
  };
}

function labelsOf(kind: Kind, by: string, { facts, repository }: RunContext): Labels['of'] {
  const known = labelled.get(facts) ?? new Map<string, Labels>();
  labelled.set(facts, known);
  const key = `${kind} ${by}`;
  let labels = known.get(key);
  if (labels?.seq !== repository.lastSeq()) {
    labels = { seq: repository.lastSeq(), of: new Array(facts.subjects(kind).length) };
    known.set(key, labels);
  }
  return labels.of;
}

function readLabels({ kind, subject }: Member, by: string, context: RunContext): string[] {
  const attribute = kinds[by] ?? by;
  const cells = cellsOf(context, kind, attribute, subject.id);
  const plan = (id: string | undefined) => context.repository.plan(id ?? '')?.shortName;
  const labels = cells.flatMap((cell) => {
    if (bareName(attribute) === 'plan') return plan(cell.ref) ?? [];
    return cell.word === null ? [] : [attribute === 'policy' ? cell.text : cell.word];
  });
  return [...new Set(labels)];
}

/** The policies of the second set the member stands under. */
function labelsAmong({ kind, subject }: Member, by: Scope, { facts, repository }: RunContext): string[] {
  const own = facts.related.of(kind, subject.id, 'policy') ?? [];
  const above = new Set(own.flatMap((id) => repository.policyPath(id).map((node) => node.id)));
  return by.members
    .filter(
      (member) =>
        above.has(member.subject.id) ||
        (facts.related.of(kind, subject.id, by.kind) ?? []).includes(member.subject.id),
    )
    .map((member) => nameOf(member.subject, member.kind));
}
