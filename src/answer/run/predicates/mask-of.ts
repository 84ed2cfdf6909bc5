// Predicates → masks over typed columns and word indexes; a predicate of another kind reaches over by what hangs together.
import type { Kind } from '../../../facts/attribute.ts';
import type { Facts } from '../../../facts/facts.ts';
import type { Predicate } from '../../../question/query.ts';
import type { RunContext } from '../context.ts';
import { allOf, anyOf, atPlaces, type Mask, negated } from '../mask.ts';
import { nearPlaces } from '../near.ts';
import { direct } from './direct.ts';
import { belongs, each, underPolicies } from './each.ts';
import { kindFor, type Other } from './kind-for.ts';
import { keeps } from './limits.ts';
import { nameTest } from './name-test.ts';

/** Masks worked out before: they hold for one day and until another result is recorded. */
interface Worked {
  asOf: string;
  seq: number;
  masks: Map<string, Mask>;
  /** Of so many subjects: everything is known. */
  told: Map<number, Uint8Array>;
}

const worked = new WeakMap<Facts, Worked>();

/** Masks that are kept, and their bytes: of a million subjects one takes two million, or one where everything is known. */
const mostKept = 64;
const mostBytes = 32 << 20;

/** The predicate over all subjects of the kind; who changes the mask changes it for others. */
export function maskOf(predicate: Predicate, kind: Kind, context: RunContext): Mask {
  // What a search finds is kept with its question.
  if (predicate.is === 'near') return newMask(predicate, kind, context);
  const { facts, repository, asOf } = context;
  let known = worked.get(facts);
  if (known?.asOf !== asOf || known.seq !== repository.lastSeq()) {
    known = { asOf, seq: repository.lastSeq(), masks: new Map(), told: new Map() };
    worked.set(facts, known);
  }
  const key = `${kind} ${JSON.stringify(predicate)}`;
  const mask = known.masks.get(key) ?? withSharedKnown(newMask(predicate, kind, context), known.told);
  // The one used last stands last.
  known.masks.delete(key);
  known.masks.set(key, mask);
  const { told } = known;
  const sizeOf = (one: Mask) =>
    one.yes.length + (told.get(one.known.length) === one.known ? 0 : one.known.length);
  let bytes = 0;
  for (const one of known.masks.values()) bytes += sizeOf(one);
  for (const [oldest, one] of known.masks) {
    if (known.masks.size <= mostKept && (bytes <= mostBytes || oldest === key)) break;
    known.masks.delete(oldest);
    bytes -= sizeOf(one);
  }
  return mask;
}

/** Most documents tell of everybody: one array says so for all masks. */
function withSharedKnown({ yes, known }: Mask, told: Map<number, Uint8Array>): Mask {
  if (known.includes(0)) return { yes, known };
  const shared = told.get(known.length) ?? known;
  told.set(known.length, shared);
  return { yes, known: shared };
}

function newMask(predicate: Predicate, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  const far = context.far?.mask(predicate, kind, context);
  if (far) return far;
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
      if (kind === 'project' && predicate.of.every(isOfRow)) return ofRows(predicate, context);
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
      const holds = nameTest(predicate);
      return each(kind, context, ({ name }) => holds(name));
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

/** Held by a listing of a project: under a policy, marked as printed again or not so marked. */
export function isOfRow(predicate: Predicate): boolean {
  if (predicate.is === 'not') return predicate.that.is === 'repeated';
  return predicate.is === 'policy' || predicate.is === 'repeated';
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

function lifted(predicate: Other, own: Kind, kind: Kind, context: RunContext): Mask {
  const { facts } = context;
  const mask = direct(predicate, own, context);
  return each(kind, context, ({ id }) => {
    const places = (facts.related.of(kind, id, own) ?? []).map((one) => facts.position(own, one));
    if (places.some((place) => mask.yes[place])) return true;
    return places.some((place) => mask.known[place]) ? false : null;
  });
}

/** Marked as listed again under just this policy: both hold of one row of the project. */
function ofRows(predicate: Extract<Predicate, { is: 'all' }>, context: RunContext): Mask {
  const { facts } = context;
  const rows = maskOf(predicate, 'row', context);
  return each('project', context, ({ id }) =>
    (facts.related.of('project', id, 'row') ?? []).some((row) => rows.yes[facts.position('row', row)] === 1),
  );
}
