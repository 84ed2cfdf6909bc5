// A predicate over the kind it is about.
import type { Kind } from '../../../facts/attribute.ts';
import { baseUnit, type Cell } from '../../../facts/cell.ts';
import type { Predicate } from '../../../question/query.ts';
import { isOver } from '../../../status/calendar.ts';
import { finalYear } from '../../../status/target-of-year.ts';
import type { Standing } from '../../judged.ts';
import { projectLags, type RunContext, standingOfKpi } from '../context.ts';
import { allOf, type Mask } from '../mask.ts';
import { against, compared, having, holding } from './cells.ts';
import { changed } from './changed.ts';
import { each } from './each.ts';
import type { Other } from './kind-for.ts';
import { fallsShort } from './result-and-target.ts';
import { insteadCells, onlyIn, silentCells, toldBy } from './silent.ts';

/** By today's judgement, or by the last year that could be judged. */
function hasStatus(standing: Standing | undefined, statuses: readonly string[]): boolean {
  if (!standing) return false;
  return statuses.includes(standing.status) || statuses.includes(standing.lastStatus ?? '');
}

export function direct(predicate: Other, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  switch (predicate.is) {
    case 'department':
      return kind === 'department'
        ? each(kind, context, ({ id }) => predicate.names.includes(id))
        : holding({ kind, attribute: 'department', fy: null, values: predicate.names }, context);
    case 'town':
      return kind === 'town'
        ? each(kind, context, ({ id }) => predicate.names.includes(id))
        : withTowns(predicate.names, kind, context);
    case 'of-project': {
      const ids = new Set(predicate.ids);
      return each(kind, context, ({ id }) =>
        (facts.related.of(kind, id, 'project') ?? []).some((one) => ids.has(one)),
      );
    }
    case 'number':
      return each(kind, context, ({ id }) =>
        facts.cellsOf(kind, 'number', id).some(({ value }) => isNumbered(value, predicate)),
      );
    case 'compare':
      return compared(predicate, kind, context);
    case 'against':
      return against(predicate, kind, context);
    case 'short':
      return fallsShort(predicate, kind, context);
    case 'word':
      return holding({ ...predicate, kind }, context);
    case 'has':
      return having(predicate, kind, context);
    case 'only-in':
      return onlyIn(predicate, kind, context);
    case 'dashed':
    case 'blank':
      return silentCells(predicate, kind, context);
    case 'instead':
      return insteadCells(predicate, kind, context);
    case 'change':
      return changed(predicate, kind, context);
    case 'told':
      return toldBy(predicate.topic, kind, context);
    case 'repeated':
      return everyKnown(holding({ kind, attribute: 'repeated', fy: null, values: ['再掲'] }, context));
    case 'status':
      return each(kind, context, ({ id }) => hasStatus(standingOfKpi(context, id), predicate.statuses));
    case 'lagging':
      return each(kind, context, ({ id }) =>
        kind === 'project' ? projectLags(context, id) : standingOfKpi(context, id)?.lagging === true,
      );
    case 'due':
      return due(predicate.when, context);
    case 'direction':
      return each(kind, context, ({ id }) =>
        predicate.directions.includes(context.repository.kpi(id)?.direction ?? ''),
      );
    case 'unit': {
      const unit = baseUnit(predicate.unit);
      const units = facts.units();
      return each(kind, context, (_, place) => units[place] === unit);
    }
    default:
      return predicate satisfies never;
  }
}

/** All of the towns take part. */
function withTowns(names: readonly string[], kind: Kind, context: RunContext): Mask {
  const masks = names.map((name) => holding({ kind, attribute: 'towns', fy: null, values: [name] }, context));
  return allOf(masks, context.facts.subjects(kind).length);
}

function everyKnown(mask: Mask): Mask {
  return { yes: mask.yes, known: mask.known.fill(1) };
}

function due(when: 'past' | 'future', context: RunContext): Mask {
  return each('kpi', context, ({ id }) => {
    const kpi = context.repository.kpi(id);
    const years = context.facts.cellsOf('kpi', 'deadline', id);
    if (!kpi || years.length === 0) return null;
    const last = finalYear(kpi) ?? years.find(({ fy }) => fy !== null)?.fy ?? null;
    // A target for every year without an end is never over.
    const over = last !== null && isOver(last, context.asOf);
    return when === 'past' ? over : !over;
  });
}

function isNumbered(
  value: Cell['value'],
  { number, to = number }: Extract<Predicate, { is: 'number' }>,
): boolean {
  return typeof value === 'number' && value >= number && value <= (to ?? Number.POSITIVE_INFINITY);
}
