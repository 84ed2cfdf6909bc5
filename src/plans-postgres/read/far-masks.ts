// Which subjects fulfil a predicate, worked out from the masks and columns of the tables.
import type { FarRun, RunContext } from '../../answer/run/context.ts';
import { allOf, atPlaces, type Mask, uniform } from '../../answer/run/mask.ts';
import { against, compared } from '../../answer/run/predicates/cells.ts';
import { changed } from '../../answer/run/predicates/changed.ts';
import { kindFor, type Other } from '../../answer/run/predicates/kind-for.ts';
import { keeper } from '../../answer/run/predicates/limits.ts';
import { isOfRow, maskOf } from '../../answer/run/predicates/mask-of.ts';
import { nameTest } from '../../answer/run/predicates/name-test.ts';
import { fallsShort } from '../../answer/run/predicates/result-and-target.ts';
import type { Kind } from '../../facts/attribute.ts';
import { baseUnit } from '../../facts/cell.ts';
import type { Day } from '../../ports/clock.ts';
import type { Predicate } from '../../question/query.ts';
import { isOver } from '../../status/calendar.ts';
import { columns, countOf, isOwnKind, topics } from '../kinds.ts';
import { statedAs, stateSize } from '../states.ts';
import { rowEnds } from './far-facts.ts';
import { byId, having, holding, insteadOf, marked, silent } from './held-masks.ts';
import type { MaskParts } from './mask-parts.ts';
import type { Placed } from './placed.ts';
import { lifted, ofProjects, ofRows } from './reach-masks.ts';
import { withRecorded } from './recorded-masks.ts';
import type { Records } from './records.ts';
import { always } from './tables.ts';

type Ask<Is extends Predicate['is']> = Extract<Predicate, { is: Is }>;

/** Masks of one layout. */
export class FarMasks {
  constructor(private readonly parts: MaskParts) {}

  /** Null for what is put together from other predicates. */
  of(predicate: Predicate, kind: Kind, context: RunContext): Mask | null {
    switch (predicate.is) {
      case 'not':
      case 'any':
      case 'near':
        return null;
      case 'all': {
        const rows = kind === 'project' && predicate.of.every(isOfRow);
        return rows ? ofRows(this.parts, predicate, context) : null;
      }
      case 'plan':
        return this.plan(predicate, kind, context);
      case 'name':
        return this.name(predicate, kind, context);
      case 'document':
        return this.document(predicate, kind, context);
      case 'policy':
        return this.policy(predicate, kind, context);
      case 'holds':
        return this.holds(predicate, kind, context);
      default: {
        const own = kindFor(predicate, kind, context);
        const mask = this.direct(predicate, own, context);
        return own === kind ? mask : lifted(this.parts, mask, { own, kind }, context);
      }
    }
  }

  private direct(predicate: Other, kind: Kind, context: RunContext): Mask {
    const mask = this.printed(predicate, kind, context);
    const places = kind === 'kpi' ? this.parts.recordedPlaces() : [];
    return places.length === 0
      ? mask
      : withRecorded({ mask, places, records: this.parts.records }, predicate, context);
  }

  private printed(predicate: Other, kind: Kind, context: RunContext): Mask {
    const size = context.facts.subjects(kind).length;
    const { tables } = this.parts;
    switch (predicate.is) {
      case 'department':
      case 'town':
        return named(this.parts, predicate, kind, context);
      case 'of-project':
        return ofProjects(this.parts, predicate, kind, context);
      case 'number':
        return marked(this.parts, kind, { topic: topics.number, keys: numbersOf(predicate) }, size);
      case 'compare':
        return compared(predicate, kind, context);
      case 'against':
        return against(predicate, kind, context);
      case 'short':
        return fallsShort(predicate, kind, context);
      case 'change':
        return changed(predicate, kind, context);
      case 'word':
        return holding(this.parts, { ...predicate, kind }, context);
      case 'has':
        return having(this.parts, predicate, kind, context);
      case 'only-in':
      case 'dashed':
      case 'blank':
        return silent(this.parts, predicate, kind, context);
      case 'instead':
        return insteadOf(this.parts, predicate, kind, context);
      case 'told':
        return marked(this.parts, kind, { topic: topics.told, keys: [predicate.topic] }, size);
      case 'repeated':
        return {
          yes: holding(this.parts, { kind, attribute: 'repeated', fy: null, values: ['再掲'] }, context).yes,
          known: new Uint8Array(size).fill(1),
        };
      case 'status':
        return this.states(kind, context, statedAs(predicate.statuses));
      case 'lagging':
        return this.lagging(kind, context);
      case 'due': {
        const last = tables.column('kpi', always(columns.last), null);
        return dueMask(last.subarray(0, size), predicate.when, context.asOf);
      }
      case 'direction':
        return marked(this.parts, 'kpi', { topic: topics.direction, keys: predicate.directions }, size);
      case 'unit':
        return countedIn(predicate.unit, size, context);
      default:
        return predicate satisfies never;
    }
  }

  /** `test` hears the bytes of all states, and where one of them begins. */
  private states(
    kind: Kind,
    { facts, asOf }: RunContext,
    test: (states: Uint8Array, from: number) => boolean,
  ): Mask {
    const states = this.parts.tables.statesOn(asOf);
    const mask = uniform(facts.subjects(kind).length, 0);
    for (let at = 0; at < mask.yes.length; at++) if (test(states, at * stateSize)) mask.yes[at] = 1;
    return mask;
  }

  /** A project lags by its own verdict or by one of its KPIs. */
  private lagging(kind: Kind, context: RunContext): Mask {
    if (kind !== 'project') return this.states(kind, context, (states, from) => states[from + 2] === 1);
    const mask = marked(
      this.parts,
      'project',
      { topic: topics.lags, keys: [''] },
      context.facts.subjects('project').length,
    );
    const { yes } = maskOf({ is: 'lagging' }, 'kpi', context);
    const links = this.parts.tables.linked('project', 'kpi');
    links.each((at, kpi) => {
      if (yes[kpi]) mask.yes[at] = 1;
    });
    return mask;
  }

  private plan({ ids }: Ask<'plan'>, kind: Kind, { facts }: RunContext): Mask {
    const mask = uniform(facts.subjects(kind).length, 0);
    const { layout } = this.parts;
    layout.plans.forEach(({ id, head }, i) => {
      if (!ids.includes(id)) return;
      if (isOwnKind(kind))
        mask.yes.fill(1, layout.starts[kind][i] as number, layout.starts[kind][i + 1] as number);
      else if (kind === 'department')
        for (const name of head.departments) mask.yes[facts.position('department', name)] = 1;
    });
    if (kind === 'town')
      facts.subjects('town').forEach(({ id }, at) => {
        if ((facts.related.of('town', id, 'plan') ?? []).some((one) => ids.includes(one))) mask.yes[at] = 1;
      });
    return mask;
  }

  private name(asked: Ask<'name'>, kind: Kind, { facts }: RunContext): Mask {
    const subjects = facts.subjects(kind);
    const test = nameTest(asked);
    const mask = uniform(subjects.length, 0);
    if (kind !== 'project' && kind !== 'kpi' && kind !== 'row') {
      subjects.forEach(({ name }, at) => {
        mask.yes[at] = test(name) ? 1 : 0;
      });
      return mask;
    }
    const owner = kind === 'row' ? 'project' : kind;
    const names = this.parts.records.names(owner);
    if (kind !== 'row') {
      for (const [at, name] of names) mask.yes[at] = test(name) ? 1 : 0;
      return mask;
    }
    const ends = rowEnds(this.parts.tables);
    for (const [at, name] of names)
      if (test(name)) mask.yes.fill(1, at === 0 ? 0 : (ends[at - 1] as number), ends[at] as number);
    return mask;
  }

  private document({ numbers }: Ask<'document'>, kind: Kind, { facts }: RunContext): Mask {
    const size = facts.subjects(kind).length;
    if (!isOwnKind(kind) || kind === 'plan') return uniform(size, 1);
    return marked(this.parts, kind, { topic: topics.document, keys: [...numbers, ''] }, size);
  }

  private policy({ ids }: Ask<'policy'>, kind: Kind, { facts, repository }: RunContext): Mask {
    const size = facts.subjects(kind).length;
    if (isOwnKind(kind) && kind !== 'plan')
      return marked(this.parts, kind, { topic: topics.under, keys: ids }, size);
    return atPlaces(
      size,
      ids.flatMap((id) =>
        repository.policy(id)
          ? (facts.related.of('policy', id, kind) ?? []).map((one) => facts.position(kind, one))
          : [],
      ),
    );
  }

  private holds({ kind: of, limits }: Ask<'holds'>, kind: Kind, context: RunContext): Mask {
    const counts = this.counts(kind, of);
    const size = context.facts.subjects(kind).length;
    const mask = uniform(size, 0);
    const { facts } = context;
    const isWithin = keeper(limits);
    const put = (at: number, count: number) => {
      mask.known[at] = Number.isNaN(count) ? 0 : 1;
      mask.yes[at] = !Number.isNaN(count) && isWithin(count) ? 1 : 0;
    };
    if (counts) for (let at = 0; at < size; at++) put(at, counts[at] as number);
    else
      facts.subjects(kind).forEach(({ id }, at) => {
        put(at, facts.related.of(kind, id, of)?.length ?? Number.NaN);
      });
    return mask;
  }

  /** First place of each plan's subjects, and the end. */
  starts(kind: Kind): Int32Array | null {
    return isOwnKind(kind) ? this.parts.layout.starts[kind] : null;
  }

  /** How many of a kind belong to each subject. */
  counts(kind: Kind, of: Kind): Float64Array | null {
    const counted = kind === 'project' || kind === 'kpi' || kind === 'row' || kind === 'policy';
    return counted ? this.parts.tables.column(kind, always(countOf(of)), null) : null;
  }
}

/** Records of departments, each of which may hold; records of towns, all of which must. */
function named(
  parts: MaskParts,
  { is, names }: Ask<'department' | 'town'>,
  kind: Kind,
  context: RunContext,
): Mask {
  if (kind === is) return byId(parts, names, kind, context);
  if (is === 'department')
    return holding(parts, { kind, attribute: 'department', fy: null, values: names }, context);
  return allOf(
    names.map((name) => holding(parts, { kind, attribute: 'towns', fy: null, values: [name] }, context)),
    context.facts.subjects(kind).length,
  );
}

/** KPIs counted in a unit: 人, 千人. */
function countedIn(asked: string, size: number, { facts }: RunContext): Mask {
  const unit = baseUnit(asked);
  const units = facts.units();
  const mask = uniform(size, 0);
  for (let at = 0; at < size; at++) if (units[at] === unit) mask.yes[at] = 1;
  return mask;
}

/** Past its last year, or not yet; the years are few. */
function dueMask(last: Float64Array, when: Ask<'due'>['when'], asOf: Day): Mask {
  const mask = uniform(last.length, 0);
  const fits = new Map<number, 0 | 1>();
  for (let at = 0; at < last.length; at++) {
    const year = last[at] as number;
    if (Number.isNaN(year)) {
      mask.known[at] = 0;
      continue;
    }
    let fit = fits.get(year);
    if (fit === undefined) {
      fit = (year !== 9999 && isOver(year, asOf)) === (when === 'past') ? 1 : 0;
      fits.set(year, fit);
    }
    mask.yes[at] = fit;
  }
  return mask;
}

/** For the runner of queries. */
export function farRun(masks: FarMasks, labels: FarRun['labels'], records: Records): FarRun {
  return {
    mask: (predicate, kind, context) => masks.of(predicate, kind, context),
    labels,
    counts: (kind, of) => masks.counts(kind, of),
    starts: (kind) => masks.starts(kind),
    expect(members) {
      const [first] = members;
      if (first && (first.kind === 'project' || first.kind === 'kpi'))
        records.expect(first.kind, (most) => members.slice(0, most).map(({ at }) => at));
      else if (first?.kind === 'row')
        records.expect('project', (most) =>
          members
            .slice(0, Math.min(most, 1000))
            .map(({ subject }) => (subject as Placed & { owner: number }).owner),
        );
    },
  };
}

/** Numbers of records go no further than this where a question names no last one. */
const lastNumber = 9_999;

/** No. 11, No. 20〜30, No. 20以降: every number that is meant. */
function numbersOf({ number, to = number }: Extract<Predicate, { is: 'number' }>): string[] {
  const count = Math.min(to ?? lastNumber, lastNumber) - number + 1;
  return Array.from({ length: Math.max(count, 1) }, (_, at) => String(number + at));
}
