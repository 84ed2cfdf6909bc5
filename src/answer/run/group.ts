// The set by groups: by a word (評価), by what it belongs to (担当課, 計画, 施策), counted or added up.
import type { Kind } from '../../facts/attribute.ts';
import { bareName, type Facts } from '../../facts/facts.ts';
import { eachPlaceIn, lazyList, sourceOf } from '../../facts/lazy-list.ts';
import type { Query } from '../../question/query.ts';
import { cellsOf, nameOf, type RunContext } from './context.ts';
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
  const { groups, left } = farLabels
    ? placesByLabel(scope, farLabels, (at) => adds === null || !Number.isNaN(columns(scope.kind)[at]))
    : membersByLabel(scope, (member) => {
        const valued = adds === null || !Number.isNaN(figureFor(member));
        return valued ? (by ? labelsAmong(member, by, context) : labelsFor(member)) : [];
      });
  const all = [...groups].map(([label, members]): Group => {
    let value = 0;
    if (adds) for (const figure of figuresIn(members, columns)) value += figure;
    return { label, members, value: adds ? value : members.length };
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
interface Labelled {
  groups: Map<string, Member[]>;
  left: number;
}

function membersByLabel({ members }: Scope, labelsFor: (member: Member) => readonly string[]): Labelled {
  const groups = new Map<string, Member[]>();
  let left = 0;
  for (const member of members) {
    const labels = labelsFor(member);
    if (labels.length === 0) left += 1;
    for (const label of labels) {
      const known = groups.get(label);
      if (known) known.push(member);
      else groups.set(label, [member]);
    }
  }
  return { groups, left };
}

/** Of very many members the places are put together, not the members. */
function placesByLabel(
  { kind, members }: Scope,
  labelsAt: (at: number) => readonly string[],
  isValued: (at: number) => boolean,
): Labelled {
  const places = new Map<string, number[]>();
  let left = 0;
  eachPlaceIn(members, (at) => {
    const labels = isValued(at) ? labelsAt(at) : [];
    if (labels.length === 0) left += 1;
    for (const label of labels) {
      const known = places.get(label);
      if (known) known.push(at);
      else places.set(label, [at]);
    }
  });
  const source = sourceOf(members);
  const made = source?.make as (place: number) => Member;
  const groups = [...places].map(([label, own]): [string, Member[]] => [
    label,
    lazyList(kind, Int32Array.from(own), made),
  ]);
  return { groups: new Map(groups), left };
}

function figuresIn(members: readonly Member[], columns: (kind: Kind) => Float64Array): number[] {
  const figures: number[] = [];
  const source = sourceOf(members);
  if (source) eachPlaceIn(members, (at) => figures.push(columns(source.kind)[at] ?? Number.NaN));
  else for (const { kind, at } of members) figures.push(columns(kind)[at] ?? Number.NaN);
  return figures;
}

function picked(groups: Group[], { extreme }: Query): Group[] {
  if (!extreme) return groups;
  const ranked = groups.map((group) => ({
    member: group.members[0] as Member,
    value: group.value,
    cells: [],
    group,
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
  const far = new Map<Kind, ((at: number) => readonly string[]) | null>();
  return (member) => {
    let labels = far.get(member.kind);
    if (labels === undefined) {
      labels = context.far?.labels(member.kind, by, context) ?? null;
      far.set(member.kind, labels);
    }
    if (labels) return labels(member.at);
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
