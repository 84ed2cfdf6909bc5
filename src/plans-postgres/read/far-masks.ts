// Which subjects fulfil a predicate, worked out from the masks and columns of the tables.
import type { FarRun, RunContext } from '../../answer/run/context.ts';
import { allOf, atPlaces, type Mask, uniform } from '../../answer/run/mask.ts';
import { against, compared } from '../../answer/run/predicates/cells.ts';
import { changed } from '../../answer/run/predicates/changed.ts';
import { kindFor, type Other } from '../../answer/run/predicates/kind-for.ts';
import { keeps } from '../../answer/run/predicates/limits.ts';
import { maskOf } from '../../answer/run/predicates/mask-of.ts';
import { fallsShort } from '../../answer/run/predicates/result-and-target.ts';
import type { Kind } from '../../facts/attribute.ts';
import { baseUnit } from '../../facts/cell.ts';
import type { Predicate } from '../../question/query.ts';
import { isOver } from '../../status/calendar.ts';
import { columns, countOf, isOwnKind, type OwnKind, topics } from '../kinds.ts';
import { unpackState } from '../states.ts';
import { always, rowEnds } from './far-facts.ts';
import type { Layout } from './layout.ts';
import { withRecorded } from './recorded-masks.ts';
import type { Placed, Records } from './records.ts';
import type { Tables } from './tables.ts';

/** What masks are made from. */
export interface MaskParts {
  layout: Layout;
  tables: Tables;
  records: Records;
  recordedPlaces(): readonly number[];
}

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
        const rows = predicate.of.every(({ is }) => is === 'policy' || is === 'repeated');
        return kind === 'project' && rows ? this.ofRows(predicate, context) : null;
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
        return own === kind ? mask : this.lifted(mask, own, kind, context);
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
        if (kind === 'department') return this.byId(predicate.names, kind, context);
        return this.holding({ kind, attribute: 'department', fy: null, values: predicate.names }, context);
      case 'town': {
        if (kind === 'town') return this.byId(predicate.names, kind, context);
        return allOf(
          predicate.names.map((name) =>
            this.holding({ kind, attribute: 'towns', fy: null, values: [name] }, context),
          ),
          size,
        );
      }
      case 'of-project':
        return this.ofProjects(predicate, kind, context);
      case 'number':
        return this.marked(kind, topics.number, [String(predicate.number)], size);
      case 'compare':
        return compared(predicate, kind, context);
      case 'against':
        return against(predicate, kind, context);
      case 'short':
        return fallsShort(predicate, kind, context);
      case 'change':
        return changed(predicate, kind, context);
      case 'word':
        return this.holding({ ...predicate, kind }, context);
      case 'has':
        return this.having(predicate, kind, context);
      case 'only-in':
      case 'dashed':
      case 'blank':
        return this.silent(predicate, kind, context);
      case 'told':
        return this.marked(kind, topics.told, [predicate.topic], size);
      case 'repeated':
        return {
          yes: this.holding({ kind, attribute: 'repeated', fy: null, values: ['再掲'] }, context).yes,
          known: new Uint8Array(size).fill(1),
        };
      case 'status':
        return this.states(
          kind,
          context,
          ({ status, judged }) =>
            predicate.statuses.includes(status) || predicate.statuses.includes(judged ?? ''),
        );
      case 'lagging':
        return this.lagging(kind, context);
      case 'due': {
        const last = tables.column('kpi', always(columns.last), null);
        const mask = uniform(size, 0);
        for (let at = 0; at < size; at++) {
          const year = last[at] as number;
          mask.known[at] = Number.isNaN(year) ? 0 : 1;
          const over = year !== 9999 && isOver(year, context.asOf);
          mask.yes[at] = mask.known[at] && over === (predicate.when === 'past') ? 1 : 0;
        }
        return mask;
      }
      case 'direction':
        return this.marked('kpi', topics.direction, predicate.directions, size);
      case 'unit': {
        const unit = baseUnit(predicate.unit);
        const units = context.facts.units();
        return atPlaces(
          size,
          (function* () {
            for (let at = 0; at < size; at++) if (units[at] === unit) yield at;
          })(),
        );
      }
      default:
        return predicate satisfies never;
    }
  }

  private byId(ids: readonly string[], kind: Kind, { facts }: RunContext): Mask {
    return atPlaces(
      facts.subjects(kind).length,
      ids.map((id) => facts.position(kind, id)),
    );
  }

  /** Places under keys of a topic; everything is known. */
  private marked(kind: Kind, topic: string, keys: readonly string[], size: number): Mask {
    const mask = uniform(size, 0);
    if (!isOwnKind(kind)) return mask;
    this.parts.tables.want(kind, always(topic), keys, null);
    for (const key of keys)
      this.parts.tables.each(kind, always(topic), { key, fy: null }, (at) => {
        mask.yes[at] = 1;
      });
    return mask;
  }

  private holding(
    {
      kind,
      attribute,
      fy,
      values,
    }: { kind: Kind; attribute: string; fy: number | null; values: readonly (string | number)[] },
    { facts }: RunContext,
  ): Mask {
    const mask = uniform(facts.subjects(kind).length, 0);
    mask.known.fill(0);
    if (!isOwnKind(kind)) {
      const index = facts.index(kind, attribute, fy);
      for (const places of index.values()) for (const at of places) mask.known[at] = 1;
      for (const value of values) for (const at of index.get(String(value)) ?? []) mask.yes[at] = 1;
      return mask;
    }
    const { tables } = this.parts;
    const asked = tables.asked(attribute);
    tables.want(kind, asked, ['', ...values.map(String)], fy);
    tables.each(kind, asked, { key: '', fy }, (at) => {
      mask.known[at] = 1;
    });
    for (const value of values)
      tables.each(kind, asked, { key: String(value), fy }, (at) => {
        mask.yes[at] = 1;
      });
    return mask;
  }

  private having({ attribute, fy }: Ask<'has'>, kind: Kind, context: RunContext): Mask {
    const { facts } = context;
    const size = facts.subjects(kind).length;
    if (!isOwnKind(kind) && (attribute === 'projects' || attribute === 'kpis'))
      return this.havingRecords(kind, attribute === 'projects' ? 'project' : 'kpi', context);
    const mask = uniform(size, 0);
    const column = facts.column(kind, attribute, fy);
    for (let at = 0; at < size; at++) if (!Number.isNaN(column[at])) mask.yes[at] = 1;
    if (isOwnKind(kind)) {
      const { tables } = this.parts;
      tables.each(kind, tables.asked(attribute), { key: '', fy }, (at) => {
        mask.yes[at] = 1;
      });
    } else
      for (const places of facts.index(kind, attribute, fy).values())
        for (const at of places) mask.yes[at] = 1;
    const plan = attribute.includes('/') ? attribute.slice(0, attribute.indexOf('/')) : null;
    if (plan !== null)
      facts.subjects(kind).forEach((subject, at) => {
        if (subject.plan !== plan) mask.known[at] = 0;
      });
    return mask;
  }

  /** Towns and departments with any project, or with any KPI of one. */
  private havingRecords(kind: Kind, of: 'project' | 'kpi', { facts }: RunContext): Mask {
    const { tables } = this.parts;
    const kpis = of === 'kpi' ? tables.column('project', always(countOf('kpi')), null) : null;
    const mask = uniform(facts.subjects(kind).length, 0);
    facts.subjects(kind).forEach(({ id }, at) => {
      tables.each(
        'project',
        tables.asked(kind === 'town' ? 'towns' : 'department'),
        { key: id, fy: null },
        (place) => {
          if (kpis === null || (kpis[place] as number) > 0) mask.yes[at] = 1;
        },
      );
    });
    return mask;
  }

  /** Known in plans that print the attribute; of a year in which nothing is printed all is blank. */
  private silent(
    { is, attribute, fy }: Ask<'dashed' | 'blank' | 'only-in'>,
    kind: Kind,
    { facts }: RunContext,
  ): Mask {
    const size = facts.subjects(kind).length;
    const mask = uniform(size, 0);
    mask.known.fill(0);
    if (!isOwnKind(kind)) return mask;
    const { tables, layout } = this.parts;
    const asked = tables.asked(attribute);
    const topic = `#${is === 'only-in' ? 'only' : is} ${asked.topic}`;
    layout.plans.forEach((plan, i) => {
      if (!facts.printed(kind, attribute, plan.id)) return;
      const [from, to] = [layout.starts[kind][i] as number, layout.starts[kind][i + 1] as number];
      mask.known.fill(1, from, to);
      if (is === 'blank' && fy !== null && !cellYears(plan.head, `${kind} ${asked.topic}`).includes(fy))
        mask.yes.fill(1, from, to);
    });
    tables.each(kind, { ...asked, topic }, { key: '', fy }, (at) => {
      mask.yes[at] = mask.known[at] as number;
    });
    return mask;
  }

  private states(
    kind: Kind,
    { facts, asOf }: RunContext,
    test: (state: ReturnType<typeof unpackState>) => boolean,
  ): Mask {
    const states = this.parts.tables.statesOn(asOf);
    const size = facts.subjects(kind).length;
    const mask = uniform(size, 0);
    for (let at = 0; at < size; at++) mask.yes[at] = test(unpackState(states, at)) ? 1 : 0;
    return mask;
  }

  /** A project lags by its own verdict or by one of its KPIs. */
  private lagging(kind: Kind, context: RunContext): Mask {
    if (kind !== 'project') return this.states(kind, context, ({ lagging }) => lagging);
    const mask = this.marked('project', topics.lags, [''], context.facts.subjects('project').length);
    const { yes } = maskOf({ is: 'lagging' }, 'kpi', context);
    const links = this.parts.tables.linked('project', 'kpi');
    for (let at = 0; at < links.length; at++)
      if (mask.yes[at] === 0 && links[at]?.some((kpi) => yes[kpi])) mask.yes[at] = 1;
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

  private name({ holds }: Ask<'name'>, kind: Kind, { facts }: RunContext): Mask {
    const texts = holds.map((text) => text.normalize('NFKC').toLowerCase());
    const subjects = facts.subjects(kind);
    const test = (name: string) => {
      const own = name.normalize('NFKC').toLowerCase();
      return texts.some((text) => own.includes(text));
    };
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
    return this.marked(kind, topics.document, [...numbers, ''], size);
  }

  private policy({ ids }: Ask<'policy'>, kind: Kind, { facts, repository }: RunContext): Mask {
    const size = facts.subjects(kind).length;
    if (isOwnKind(kind) && kind !== 'plan') return this.marked(kind, topics.under, ids, size);
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
    facts.subjects(kind).forEach((subject, at) => {
      const count = counts
        ? (counts[at] as number)
        : (facts.related.of(kind, subject.id, of)?.length ?? Number.NaN);
      mask.known[at] = Number.isNaN(count) ? 0 : 1;
      mask.yes[at] = !Number.isNaN(count) && keeps(count, limits) ? 1 : 0;
    });
    return mask;
  }

  /** How many of a kind belong to each subject. */
  counts(kind: Kind, of: Kind): Float64Array | null {
    const counted = kind === 'project' || kind === 'kpi' || kind === 'row' || kind === 'policy';
    return counted ? this.parts.tables.column(kind, always(countOf(of)), null) : null;
  }

  private ofProjects({ ids }: Ask<'of-project'>, kind: Kind, { facts }: RunContext): Mask {
    const size = facts.subjects(kind).length;
    const own = ids.map((id) => facts.position('project', id)).filter((place) => place >= 0);
    if (kind === 'project') return atPlaces(size, own);
    const wanted = new Set(own);
    if (kind !== 'kpi' && kind !== 'row') return uniform(size, 0);
    const links = this.parts.tables.linked(kind, 'project');
    return atPlaces(
      size,
      links.flatMap((list, at) => (list.some((one) => wanted.has(one)) ? [at] : [])),
    );
  }

  /** Reaches over from the kind a predicate speaks of to the kind asked for. */
  private lifted({ yes, known }: Mask, own: Kind, kind: Kind, { facts }: RunContext): Mask {
    const mask = uniform(facts.subjects(kind).length, 0);
    mask.known.fill(0);
    const put = (at: number, place: number) => {
      if (yes[place]) mask.yes[at] = 1;
      if (known[place]) mask.known[at] = 1;
    };
    const { tables, layout } = this.parts;
    if (isOwnKind(kind) && isOwnKind(own) && kind !== 'plan' && own !== 'plan')
      tables.linked(kind, own).forEach((list, at) => {
        for (const place of list) put(at, place);
      });
    else if (isOwnKind(own) && (kind === 'town' || kind === 'department')) {
      const attribute = tables.asked(kind === 'town' ? 'towns' : 'department');
      const links = own === 'project' ? null : tables.linked('project', own as Exclude<OwnKind, 'plan'>);
      facts.subjects(kind).forEach(({ id }, at) => {
        tables.each('project', attribute, { key: id, fy: null }, (place) => {
          for (const one of links ? (links[place] ?? []) : [place]) put(at, one);
        });
      });
    } else if ((own === 'town' || own === 'department') && isOwnKind(kind) && kind !== 'plan') {
      const attribute = tables.asked(own === 'town' ? 'towns' : 'department');
      facts.subjects(own).forEach(({ id }, place) => {
        if (!yes[place] && !known[place]) return;
        tables.each(kind, attribute, { key: id, fy: null }, (at) => put(at, place));
      });
    } else if (own === 'plan' && isOwnKind(kind))
      for (const [at, { plan }] of facts.subjects(kind).entries())
        put(at, facts.position('plan', plan ?? ''));
    else if (kind === 'plan' && isOwnKind(own))
      layout.plans.forEach((_, at) => {
        for (
          let place = layout.starts[own][at] as number;
          place < (layout.starts[own][at + 1] as number);
          place++
        )
          put(at, place);
      });
    else
      facts.subjects(kind).forEach(({ id }, at) => {
        for (const one of facts.related.of(kind, id, own) ?? []) put(at, facts.position(own, one));
      });
    // What is known to be so is known.
    for (let at = 0; at < mask.yes.length; at++) if (mask.yes[at]) mask.known[at] = 1;
    return mask;
  }

  /** Marked as listed again under just this policy: both hold of one row. */
  private ofRows(predicate: Ask<'all'>, context: RunContext): Mask {
    const rows = maskOf(predicate, 'row', context);
    const ends = rowEnds(this.parts.tables);
    const mask = uniform(ends.length, 0);
    let row = 0;
    for (let at = 0; at < ends.length; at++)
      for (; row < (ends[at] as number); row++) if (rows.yes[row]) mask.yes[at] = 1;
    return mask;
  }
}

function cellYears(head: Layout['plans'][number]['head'], name: string): readonly number[] {
  return head.cellYears[name] ?? [];
}

/** For the runner of queries. */
export function farRun(masks: FarMasks, labels: FarRun['labels'], records: Records): FarRun {
  return {
    mask: (predicate, kind, context) => masks.of(predicate, kind, context),
    labels,
    counts: (kind, of) => masks.counts(kind, of),
    expect(members) {
      const [first] = members;
      if (first && (first.kind === 'project' || first.kind === 'kpi'))
        records.expect(
          first.kind,
          members.map(({ at }) => at),
        );
      else if (first?.kind === 'row')
        records.expect(
          'project',
          members.slice(0, 1000).map(({ subject }) => (subject as Placed & { owner: number }).owner),
        );
    },
  };
}
