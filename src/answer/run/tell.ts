// One attribute of one subject: the cells asked for, or why there are none and what stands there instead.
import type { Attribute, Kind } from '../../facts/attribute.ts';
import { type Cell, tells } from '../../facts/cell.ts';
import { cellsOfYear, newest, newestFigure, standingTargets } from '../../facts/derived.ts';
import { bareName } from '../../facts/facts.ts';
import type { Wanted } from '../../question/query.ts';
import { cellsOf, isDashed, type RunContext } from './context.ts';
import type { Gap, Member, Told } from './result/scope.ts';
import { membersOf } from './scope.ts';

/** Tells the attribute of each subject that carries it: a project's target is that of its KPIs. */
export function tell(member: Member, wanted: Wanted, context: RunContext): Told[] {
  const attribute = context.facts.attribute(wanted.attribute);
  if (!attribute) return [untold(member, wanted, attribute, 'not-held')];
  if (attribute.of.includes(member.kind)) return [tellOne(member, wanted, attribute, context)];
  const carriers = carriersOf(member, attribute, context);
  if (carriers.length === 0) return [untold(member, wanted, attribute, 'no-carrier')];
  return carriers.map((carrier) => tellOne(carrier, wanted, attribute, context));
}

/** Subjects that belong to the member and have the attribute. */
export function carriersOf(member: Member, attribute: Pick<Attribute, 'of'>, context: RunContext): Member[] {
  for (const kind of attribute.of) {
    const found = membersOf(
      kind,
      context.facts.related.of(member.kind, member.subject.id, kind) ?? [],
      context,
    );
    if (found.length > 0) return found;
  }
  return [];
}

function untold(member: Member, wanted: Wanted, attribute: Attribute | undefined, gap: Gap): Told {
  return {
    id: wanted.attribute,
    attribute,
    member,
    cells: [],
    missing: [...wanted.years],
    gap,
    open: null,
    held: [],
    assumed: wanted.years.length === 0,
  };
}

function tellOne(member: Member, wanted: Wanted, attribute: Attribute, context: RunContext): Told {
  const { kind, subject } = member;
  const all = cellsOf(context, kind, wanted.attribute, subject.id);
  const told = untold(member, wanted, attribute, 'blank');
  const byYear = wanted.years.length > 0 && attribute.byYear;
  const asked = byYear ? wanted.years.flatMap((fy) => cellsOfYear(all, fy)) : standing(all, attribute);
  const cells = distinct(asked.filter(tells));
  const held = distinct(all.filter((cell) => tells(cell) && !cell.aside));
  const missing = byYear ? wanted.years.filter((fy) => !cellsOfYear(all, fy).some(tells)) : [];
  if (cells.length > 0) return { ...told, cells, held, missing, gap: null };
  const silent = byYear ? asked : all;
  const open = silent.find((cell) => !tells(cell) && cell.text !== '' && !isDashed(cell)) ?? null;
  return {
    ...told,
    missing,
    held: byYear ? held : [],
    open: open ?? silent.find(isDashed) ?? null,
    gap: gapOf(member, { all, silent, open }, attribute, context),
  };
}

/** Without a year: the newest figure, the final target, every cell of what is not by year. */
function standing(all: readonly Cell[], attribute: Attribute): Cell[] {
  const name = bareName(attribute.id);
  if (name === 'target') return standingTargets(all);
  if (!attribute.byYear || attribute.type === 'word') return [...all];
  const cell = attribute.type === 'money' ? newestFigure(all) : newest(all);
  return cell ? [cell] : [];
}

function gapOf(
  { kind, subject }: Member,
  { all, silent, open }: { all: readonly Cell[]; silent: readonly Cell[]; open: Cell | null },
  attribute: Attribute,
  { facts }: RunContext,
): Gap {
  if (open) return 'open';
  if (silent.some(isDashed)) return 'dash';
  if (all.length > 0 || subject.plan === null) return 'blank';
  return printedFor(kind, attribute.id, subject.plan, facts) ? 'blank' : 'no-column';
}

function printedFor(kind: Kind, attribute: string, plan: string, facts: RunContext['facts']): boolean {
  const own = attribute.includes('/') ? attribute.startsWith(`${plan}/`) : true;
  return own && facts.printed(kind, attribute, plan);
}

/** The same text of the same year once. */
function distinct(cells: readonly Cell[]): Cell[] {
  const key = ({ fy, text, ref }: Cell) => `${fy} ${ref ?? text}`;
  return cells.filter((cell, place) => cells.findIndex((other) => key(other) === key(cell)) === place);
}
