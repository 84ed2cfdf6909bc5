// A dash, a blank, and what a statement tells: predicates over what is printed besides figures.
import type { Kind } from '../../../facts/attribute.ts';
import { type Cell, saysNothing, standsInstead, tells } from '../../../facts/cell.ts';
import type { Predicate } from '../../../question/query.ts';
import { cellsOf, isDashed, type RunContext } from '../context.ts';
import type { Mask } from '../mask.ts';
import { each } from './each.ts';

/** The cell prints a dash, or nothing at all; known in plans that print something of it. */
export function silentCells(
  { is, attribute, fy }: Extract<Predicate, { is: 'dashed' | 'blank' }>,
  kind: Kind,
  context: RunContext,
): Mask {
  const { facts } = context;
  return each(kind, context, ({ id, plan }) => {
    if (plan === null || !facts.printed(kind, attribute, plan)) return null;
    return isSilent(is, cellsOf(context, kind, attribute, id), fy);
  });
}

/** Whether what is printed of the year (null: of any) is only dashes, or nothing. */
export function isSilent(is: 'dashed' | 'blank', all: readonly Cell[], fy: number | null): boolean {
  const cells = all.filter((cell) => (fy === null || cell.fy === fy) && !cell.aside);
  if (is === 'blank') return cells.every(({ text }) => text.trim() === '');
  return cells.some(isDashed) && cells.every(({ text }) => saysNothing(text));
}

/** A word such as 調整中 stands where a figure could. */
export function insteadCells(
  { attribute, fy, word }: Extract<Predicate, { is: 'instead' }>,
  kind: Kind,
  context: RunContext,
): Mask {
  return each(kind, context, ({ id }) =>
    cellsOf(context, kind, attribute, id).some(
      (cell) => (fy === null || cell.fy === fy) && !cell.aside && standsInstead(cell) === word,
    ),
  );
}

/** A figure stands in the one year and in no other. */
export function onlyIn(
  { attribute, fy }: Extract<Predicate, { is: 'only-in' }>,
  kind: Kind,
  context: RunContext,
): Mask {
  return each(kind, context, ({ id, plan }) => {
    if (plan === null || !context.facts.printed(kind, attribute, plan)) return null;
    const years = cellsOf(context, kind, attribute, id).filter(tells);
    return years.length > 0 && years.every((cell) => cell.fy === fy);
  });
}

/** A statement of the topic stands by the subject; by a project also one of its KPIs. */
export function toldBy(topic: string, kind: Kind, context: RunContext): Mask {
  const { facts, repository } = context;
  const told = new Set(
    repository.statements.flatMap((one) =>
      one.topic === topic ? [`${one.subject.kind} ${one.subject.id}`] : [],
    ),
  );
  return each(kind, context, ({ id }) => {
    if (told.has(`${kind} ${id}`)) return true;
    if (kind !== 'project') return false;
    return (facts.related.of(kind, id, 'kpi') ?? []).some((kpi) => told.has(`kpi ${kpi}`));
  });
}
