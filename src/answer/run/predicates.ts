// Predicates → masks over typed columns and word indexes; a predicate of another kind reaches over by what hangs together.
import type { Kind } from '../../facts/attribute.ts';
import { baseUnit } from '../../facts/cell.ts';
import { bareName, type Facts } from '../../facts/facts.ts';
import type { Limit, Predicate, Relation } from '../../question/query.ts';
import { isOver } from '../../status/calendar.ts';
import { finalYear } from '../../status/target-of-year.ts';
import { projectLags, type RunContext, stateOfKpi } from './context.ts';
import { allOf, anyOf, atPlaces, type Mask, negated, uniform } from './mask.ts';
import { nearPlaces } from './near.ts';

/** Masks worked out before: they hold for one day and until another result is recorded. */
interface Worked {
  asOf: string;
  seq: number;
  masks: Map<string, Mask>;
}

const worked = new WeakMap<Facts, Worked>();
const mostKept = 64;

/** The predicate over all subjects of the kind; who changes the mask changes it for others. */
export function maskOf(predicate: Predicate, kind: Kind, context: RunContext): Mask {
  // What a search finds is kept with its question.
  if (predicate.is === 'near') return newMask(predicate, kind, context);
  const { facts, repository, asOf } = context;
  let known = worked.get(facts);
  if (known?.asOf !== asOf || known.seq !== repository.lastSeq()) {
    known = { asOf, seq: repository.lastSeq(), masks: new Map() };
    worked.set(facts, known);
  }
  const key = `${kind} ${JSON.stringify(predicate)}`;
  const mask = known.masks.get(key) ?? newMask(predicate, kind, context);
  // The one used last stands last.
  known.masks.delete(key);
  known.masks.set(key, mask);
  for (const oldest of known.masks.keys()) {
    if (known.masks.size <= mostKept) break;
    known.masks.delete(oldest);
  }
  return mask;
}

function newMask(predicate: Predicate, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  const size = facts.subjects(kind).length;
  switch (predicate.is) {
    case 'not':
      return negated(maskOf(predicate.that, kind, context));
    case 'any':
      return anyOf(
        predicate.of.map((one) => maskOf(one, kind, context)),
        size,
      );
    case 'all':
      if (kind === 'project' && predicate.of.every(({ is }) => is === 'policy' || is === 'repeated'))
        return ofRows(predicate, context);
      return allOf(
        predicate.of.map((one) => maskOf(one, kind, context)),
        size,
      );
    case 'near':
      return atPlaces(size, nearPlaces(predicate.words, kind, context).keys());
    case 'plan': {
      const ids = new Set(predicate.ids);
      return each(kind, context, ({ plan, id }) => belongs(kind, context, ids, { plan, id }));
    }
    case 'name': {
      const texts = predicate.holds.map((text) => text.normalize('NFKC').toLowerCase());
      return each(kind, context, ({ name }) => {
        const own = name.normalize('NFKC').toLowerCase();
        return texts.some((text) => own.includes(text));
      });
    }
    case 'document':
      return each(kind, context, (subject) => inDocuments(subject, predicate.numbers));
    case 'policy':
      return underPolicies(predicate.ids, kind, context);
    case 'holds':
      return each(kind, context, ({ id }) => {
        const ids = facts.related.of(kind, id, predicate.kind);
        return ids && keeps(ids.length, predicate.limits);
      });
    default:
      return ofOwnKind(predicate, kind, context);
  }
}

/** Marked as listed again under just this policy: both hold of one row of the project. */
function ofRows(predicate: Extract<Predicate, { is: 'all' }>, context: RunContext): Mask {
  const { facts } = context;
  const rows = maskOf(predicate, 'row', context);
  return each('project', context, ({ id }) =>
    (facts.related.of('project', id, 'row') ?? []).some((row) => rows.yes[facts.position('row', row)] === 1),
  );
}

type Other = Exclude<
  Predicate,
  { is: 'not' | 'any' | 'all' | 'near' | 'plan' | 'document' | 'name' | 'policy' | 'holds' }
>;

/** By today's judgement, or by the last year that could be judged. */
function hasStatus(state: ReturnType<typeof stateOfKpi>, statuses: readonly string[]): boolean {
  if (!state) return false;
  return statuses.includes(state.status) || statuses.includes(state.lastJudged?.verdict.status ?? '');
}

/** One of the subject's places lies in the documents; what has no place of its own is left in. */
function inDocuments(subject: object, numbers: readonly string[]): boolean {
  if ('sources' in subject)
    return (subject.sources as { document: string }[]).some(({ document }) => numbers.includes(document));
  if ('source' in subject) return numbers.includes((subject.source as { document: string }).document);
  return true;
}

/** Runs the predicate over a kind that has what it speaks of, then reaches over to the kind asked for. */
function ofOwnKind(predicate: Other, kind: Kind, context: RunContext): Mask {
  const own = kindFor(predicate, kind, context);
  return own === kind ? direct(predicate, kind, context) : lifted(predicate, own, kind, context);
}

/** Which kind the predicate is about; the kind asked for where it can be. */
function kindFor(predicate: Other, kind: Kind, context: RunContext): Kind {
  const among = (...kinds: Kind[]) => (kinds.includes(kind) ? kind : (kinds[0] as Kind));
  switch (predicate.is) {
    case 'department':
      return among('project', 'kpi', 'row', 'department');
    case 'town':
      return among('project', 'row', 'town');
    case 'of-project':
      return among('kpi', 'project', 'row');
    case 'number':
      return among('project', 'row');
    case 'repeated':
      return among('project', 'row');
    case 'lagging':
      return among('kpi', 'project');
    case 'status':
    case 'due':
    case 'direction':
    case 'unit':
      return 'kpi';
    case 'compare':
    case 'word':
    case 'has':
      return among(...(context.facts.attribute(predicate.attribute)?.of ?? [kind]));
    case 'against':
      return among(...(context.facts.attribute(predicate.left.attribute)?.of ?? [kind]));
    default:
      return predicate satisfies never;
  }
}

function lifted(predicate: Other, own: Kind, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  const mask = direct(predicate, own, context);
  return each(kind, context, ({ id }) => {
    const places = (facts.related.of(kind, id, own) ?? []).map((one) => facts.position(own, one));
    if (places.some((place) => mask.yes[place])) return true;
    return places.some((place) => mask.known[place]) ? false : null;
  });
}

function direct(predicate: Other, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  switch (predicate.is) {
    case 'department':
      return kind === 'department'
        ? each(kind, context, ({ id }) => predicate.names.includes(id))
        : holding({ kind, attribute: 'department', fy: null, values: predicate.names }, context);
    case 'town':
      return kind === 'town'
        ? each(kind, context, ({ id }) => predicate.names.includes(id))
        : allOf(
            predicate.names.map((name) =>
              holding({ kind, attribute: 'towns', fy: null, values: [name] }, context),
            ),
            facts.subjects(kind).length,
          );
    case 'of-project': {
      const ids = new Set(predicate.ids);
      return each(kind, context, ({ id }) =>
        (facts.related.of(kind, id, 'project') ?? []).some((one) => ids.has(one)),
      );
    }
    case 'number':
      return each(kind, context, ({ id }) =>
        facts.cellsOf(kind, 'number', id).some(({ value }) => value === predicate.number),
      );
    case 'compare':
      return compared(predicate, kind, context);
    case 'against':
      return against(predicate, kind, context);
    case 'word':
      return holding({ ...predicate, kind }, context);
    case 'has':
      return having(predicate, kind, context);
    case 'repeated':
      return everyKnown(holding({ kind, attribute: 'repeated', fy: null, values: ['再掲'] }, context));
    case 'status':
      return each(kind, context, ({ id }) => hasStatus(stateOfKpi(context, id), predicate.statuses));
    case 'lagging':
      return each(kind, context, ({ id }) =>
        kind === 'project' ? projectLags(context, id) : stateOfKpi(context, id)?.lagging === true,
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

/** A test for each subject; null: the document does not tell. */
function each(
  kind: Kind,
  { facts }: RunContext,
  test: (subject: { id: string; name: string; plan: string | null }, place: number) => boolean | null,
): Mask {
  const subjects = facts.subjects(kind);
  const mask = uniform(subjects.length, 0);
  subjects.forEach((subject, place) => {
    const result = test(subject, place);
    mask.yes[place] = result === true ? 1 : 0;
    mask.known[place] = result === null ? 0 : 1;
  });
  return mask;
}

function everyKnown(mask: Mask): Mask {
  return { yes: mask.yes, known: mask.known.fill(1) };
}

/** Towns and departments belong to the plans their projects stand in. */
function belongs(
  kind: Kind,
  { facts }: RunContext,
  plans: ReadonlySet<string>,
  { plan, id }: { plan: string | null; id: string },
): boolean {
  if (plan !== null) return plans.has(plan);
  return (facts.related.of(kind, id, 'plan') ?? []).some((one) => plans.has(one));
}

function underPolicies(ids: readonly string[], kind: Kind, context: RunContext): Mask {
  const { facts, repository } = context;
  const size = facts.subjects(kind).length;
  if (kind === 'row') {
    const wanted = new Set(ids);
    return each(kind, context, ({ id }) =>
      (facts.related.of('row', id, 'policy') ?? []).some((one) =>
        repository.policyPath(one).some((node) => wanted.has(node.id)),
      ),
    );
  }
  const places = ids.flatMap((id) =>
    (facts.related.of('policy', id, kind) ?? []).map((one) => facts.position(kind, one)),
  );
  return atPlaces(size, places);
}

/** The attribute holds one of the words; who prints none of them at all is not told. */
function holding(
  asked: { kind: Kind; attribute: string; fy: number | null; values: readonly (string | number)[] },
  { facts }: RunContext,
): Mask {
  const index = facts.index(asked.kind, asked.attribute, asked.fy);
  const mask = uniform(facts.subjects(asked.kind).length, 0);
  mask.known.fill(0);
  for (const places of index.values()) for (const place of places) mask.known[place] = 1;
  for (const value of asked.values) for (const place of index.get(String(value)) ?? []) mask.yes[place] = 1;
  return mask;
}

/** A figure or word stands there; whoever could have it is known. */
function having(
  { attribute, fy }: { attribute: string; fy: number | null },
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const column = facts.column(kind, attribute, fy);
  const mask = atPlaces(column.length, []);
  for (let place = 0; place < column.length; place++) if (!Number.isNaN(column[place])) mask.yes[place] = 1;
  for (const places of facts.index(kind, attribute, fy).values())
    for (const place of places) mask.yes[place] = 1;
  const plan = attribute.includes('/') ? attribute.slice(0, attribute.indexOf('/')) : null;
  if (plan !== null)
    facts.subjects(kind).forEach((subject, place) => {
      if (subject.plan !== plan) mask.known[place] = 0;
    });
  return mask;
}

/** Whether a figure keeps every bound. */
export function keeps(value: number, limits: readonly Limit[]): boolean {
  return limits.every((limit) => related(value, limit.relation, limit.value));
}

/** value relation other */
export function related(value: number, relation: Relation, other: number): boolean {
  switch (relation) {
    case '=':
      return value === other;
    case '!=':
      return value !== other;
    case '>=':
      return value >= other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '<':
      return value < other;
    default:
      return relation satisfies never;
  }
}

/** 「1,115千円とあるのはどの事業」: an exact figure without a year is looked for in every year. */
function compared(
  predicate: { attribute: string; fy: number | null; limits: Limit[] },
  kind: Kind,
  context: RunContext,
): Mask {
  const { attribute, fy, limits } = predicate;
  if (fy !== null || !limits.some(({ relation }) => relation === '='))
    return comparedIn(predicate, kind, context);
  const years = [null, ...context.facts.years(attribute)];
  return anyOf(
    years.map((year) => comparedIn({ attribute, fy: year, limits }, kind, context)),
    context.facts.subjects(kind).length,
  );
}

function comparedIn(
  { attribute, fy, limits }: { attribute: string; fy: number | null; limits: Limit[] },
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const column = facts.column(kind, attribute, fy);
  const units = kind === 'kpi' && bareName(attribute) !== 'rate' ? facts.units() : null;
  const unit = limits.map((limit) => limit.unit).find((one) => one !== null);
  const wanted = unit ? baseUnit(unit) : null;
  const mask = uniform(column.length, 0);
  for (let place = 0; place < column.length; place++) {
    const value = column[place] ?? Number.NaN;
    const comparable = !Number.isNaN(value) && (!units || wanted === null || units[place] === wanted);
    mask.known[place] = comparable ? 1 : 0;
    mask.yes[place] = comparable && keeps(value, limits) ? 1 : 0;
  }
  return mask;
}

function against(predicate: Extract<Predicate, { is: 'against' }>, kind: Kind, { facts }: RunContext): Mask {
  const left = facts.column(kind, predicate.left.attribute, predicate.left.fy);
  const right = facts.column(kind, predicate.right.attribute, predicate.right.fy);
  const mask = uniform(left.length, 0);
  for (let place = 0; place < left.length; place++) {
    const [one, other] = [left[place] ?? Number.NaN, right[place] ?? Number.NaN];
    const known = !Number.isNaN(one) && !Number.isNaN(other);
    mask.known[place] = known ? 1 : 0;
    mask.yes[place] = known && related(one, predicate.relation, other) ? 1 : 0;
  }
  return mask;
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
