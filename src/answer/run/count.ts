// How many: members of the set, or what belongs to them (towns of a project, policies of a listing).
import type { ProjectRecord } from '../../data/repository.ts';
import type { Kind } from '../../facts/attribute.ts';
import { eachPlaceIn, sourceOf } from '../../facts/lazy-list.ts';
import type { RunContext } from './context.ts';
import type { CountResult } from './result/figures.ts';
import type { Member, Scope } from './result/scope.ts';
import { membersOf } from './scope.ts';

/** More absent ones than this are not named. */
const mostAbsent = 5;

/** Counts each once, however many members it belongs to. */
export function runCount(of: Kind, scope: Scope, context: RunContext): CountResult {
  const { facts } = context;
  if (of === scope.kind)
    return {
      shape: 'count',
      scope,
      of,
      counted: scope.members,
      untold: [],
      absent: [],
      repeated: repeatedAmong(scope.members, context),
    };
  const ids = scope.members.map(({ kind, subject }) => facts.related.of(kind, subject.id, of));
  const untold = scope.members.filter((_, place) => ids[place] === null);
  const counted = membersOf(of, [...new Set(ids.flatMap((own) => own ?? []))], context);
  const absent = of === 'town' && counted.length > 0 ? absentTowns(scope, counted, context) : [];
  return {
    shape: 'count',
    scope,
    of,
    counted,
    untold,
    absent: absent.length <= mostAbsent ? absent : [],
    repeated: repeatedAmong(counted, context),
  };
}

/** Projects with several listings. */
function repeatedAmong(members: readonly Member[], { far }: RunContext): number {
  const rows = far?.counts('project', 'row');
  let repeated = 0;
  if (rows && sourceOf(members)) {
    if (members[0]?.kind === 'project')
      eachPlaceIn(members, (at) => {
        if ((rows[at] as number) > 1) repeated += 1;
      });
    return repeated;
  }
  for (const { kind, subject, at } of members)
    if (kind === 'project' && (rows ? (rows[at] as number) : (subject as ProjectRecord).listings.length) > 1)
      repeated += 1;
  return repeated;
}

/** Towns of the same area that are not among them. */
export function absentTowns(
  scope: Pick<Scope, 'members'>,
  counted: readonly Member[],
  context: RunContext,
): Member[] {
  const { municipalities, plan } = context.repository;
  const leads = new Set(scope.members.flatMap(({ subject }) => plan(subject.plan ?? '')?.municipality ?? []));
  const areas = new Set(municipalities.filter(({ name }) => leads.has(name)).map(({ area }) => area));
  const known = new Set(counted.map(({ subject }) => subject.id));
  const ids = municipalities
    .filter(({ area, name }) => areas.has(area) && !known.has(name))
    .map(({ name }) => name);
  return membersOf('town', ids, context);
}
