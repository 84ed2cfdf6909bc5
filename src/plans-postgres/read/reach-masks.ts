// Masks that reach over from one kind to another: by KPIs, rows, policies, towns.
import type { RunContext } from '../../answer/run/context.ts';
import { atPlaces, type Mask, uniform } from '../../answer/run/mask.ts';
import { maskOf } from '../../answer/run/predicates/mask-of.ts';
import type { Kind } from '../../facts/attribute.ts';
import type { Predicate } from '../../question/query.ts';
import { isOwnKind, type OwnKind } from '../kinds.ts';
import { rowEnds } from './far-facts.ts';
import type { MaskParts } from './mask-parts.ts';

type Ask<Is extends Predicate['is']> = Extract<Predicate, { is: Is }>;

/** Reaches over from the kind a predicate speaks of to the kind asked for. */
export function lifted(
  parts: MaskParts,
  { yes, known }: Mask,
  { own, kind }: { own: Kind; kind: Kind },
  { facts }: RunContext,
): Mask {
  const mask = uniform(facts.subjects(kind).length, 0);
  mask.known.fill(0);
  const put = (at: number, place: number) => {
    if (yes[place]) mask.yes[at] = 1;
    if (known[place]) mask.known[at] = 1;
  };
  const { tables, layout } = parts;
  if (isOwnKind(kind) && isOwnKind(own) && kind !== 'plan' && own !== 'plan')
    tables.linked(kind, own).each(put);
  else if (isOwnKind(own) && (kind === 'town' || kind === 'department')) {
    const attribute = tables.asked(kind === 'town' ? 'towns' : 'department');
    const links = own === 'project' ? null : tables.linked('project', own as Exclude<OwnKind, 'plan'>);
    facts.subjects(kind).forEach(({ id }, at) => {
      tables.each('project', attribute, { key: id, fy: null }, (place) => {
        for (const one of links ? links.of(place) : [place]) put(at, one);
      });
    });
  } else if ((own === 'town' || own === 'department') && isOwnKind(kind) && kind !== 'plan') {
    const attribute = tables.asked(own === 'town' ? 'towns' : 'department');
    facts.subjects(own).forEach(({ id }, place) => {
      if (!yes[place] && !known[place]) return;
      tables.each(kind, attribute, { key: id, fy: null }, (at) => put(at, place));
    });
  } else if (own === 'plan' && isOwnKind(kind))
    for (const [at, { plan }] of facts.subjects(kind).entries()) put(at, facts.position('plan', plan ?? ''));
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
export function ofRows(parts: MaskParts, predicate: Ask<'all'>, context: RunContext): Mask {
  const rows = maskOf(predicate, 'row', context);
  const ends = rowEnds(parts.tables);
  const mask = uniform(ends.length, 0);
  let row = 0;
  for (let at = 0; at < ends.length; at++)
    for (; row < (ends[at] as number); row++) if (rows.yes[row]) mask.yes[at] = 1;
  return mask;
}

export function ofProjects(
  parts: MaskParts,
  { ids }: Ask<'of-project'>,
  kind: Kind,
  { facts }: RunContext,
): Mask {
  const size = facts.subjects(kind).length;
  const own = ids.map((id) => facts.position('project', id)).filter((place) => place >= 0);
  if (kind === 'project') return atPlaces(size, own);
  const wanted = new Set(own);
  if (kind !== 'kpi' && kind !== 'row') return uniform(size, 0);
  const found: number[] = [];
  parts.tables.linked(kind, 'project').each((at, project) => {
    if (wanted.has(project)) found.push(at);
  });
  return atPlaces(size, found);
}
