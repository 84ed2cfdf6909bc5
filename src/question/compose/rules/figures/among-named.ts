// A、B、Cのうち予算が一番大きいのは: the records named side by side are what is ranked, and nothing else.
import type { Kind, SubjectSet } from '../../../query.ts';
import type { Clause } from '../../compose.ts';
import { setOf } from '../../set-of.ts';

/** The set of two or more records of the kind that are named one after the other; null for any other clause. */
export function amongNamed(clause: Clause, kind: Kind): SubjectSet | null {
  if (kind !== 'project' && kind !== 'kpi') return null;
  const { frame, subjects } = clause;
  const names = frame.entities('project', 'kpi').filter(({ meaning }) => meaning.exact);
  const last = names.at(-1);
  if (
    names.length < 2 ||
    !last ||
    !/^(?:の(?:うち|中|なか|内)?で?は?|で|では|だと|は)?、?$/.test(last.after.trim())
  )
    return null;
  if (!names.slice(0, -1).every(({ after }) => /^(?:、|,|と|や|・|か|及び|および)$/.test(after.trim())))
    return null;
  const groups = subjects.exact();
  if (groups.length !== names.length || groups.some((group) => group.kind !== kind)) return null;
  const named = [...new Set(groups.flatMap((group) => setOf(group, [kind], clause).named ?? []))];
  if (named.length < 2) return null;
  return { kind, named, where: [], label: groups.map(({ label }) => label).join('・') };
}
