// 2,000人 claimed of a KPI in per cent: what is meant is another record.
import { recordOf } from '../../../../data/repository.ts';
import { baseUnit } from '../../../../facts/cell.ts';
import type { Around } from '../../../around.ts';
import type { Claim, SubjectSet } from '../../../query.ts';
import type { Clause } from '../../compose.ts';
import { resolveTopic, standingOut } from '../../topic.ts';

/** The sets, or what the words describe among the KPIs in the unit of the claim; nothing where they describe none. */
export function measuredIn(clause: Clause, claim: Claim, sets: SubjectSet[]): SubjectSet[] {
  const { subjects, around } = clause;
  const unit = claim.limits.find((limit) => limit.unit !== null)?.unit ?? null;
  const ids = sets.flatMap(({ kind, named }) => (kind === 'kpi' ? (named ?? []) : []));
  if (unit === null || unit === '円' || ids.length === 0 || subjects.exact().length > 0) return sets;
  // 達成率は89.5%で正しいか: a rate is in per cent, whatever the KPI counts.
  if (unit === '%' && clause.frame.attributeIds().includes('rate')) return sets;
  if (ids.some((id) => canMeasure(id, unit, around))) return sets;
  const words = subjects.topics().map(({ text }) => text);
  const other = words.length > 0 ? describedIn(unit, words.join(' '), clause) : null;
  if (other !== null) return [{ kind: 'kpi', named: [other], where: [], label: words.join('・') }];
  clause.unread.push(...(words.length > 0 ? words : claim.limits.map(({ text }) => text)));
  return [];
}

/** True where a figure of the KPI is in the unit, or none is printed that says otherwise. */
function canMeasure(id: string, unit: string, { facts }: Around): boolean {
  const units = ['baseline', 'target', 'actual'].flatMap((attribute) =>
    facts.cells(attribute, id).flatMap((cell) => (cell.value === null ? [] : [baseUnit(cell.unit)])),
  );
  return units.length === 0 || units.includes(baseUnit(unit)) || units.includes('');
}

/** The KPI in the unit that the words stand out for: in the plans said or spoken of, else in all. */
function describedIn(unit: string, words: string, { conditions, before, around }: Clause): string | null {
  const { repository } = around;
  const said = conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const spoken = (before?.sets ?? []).flatMap(({ named }) => named ?? []);
  const of = spoken.flatMap((id) => recordOf(repository, id)?.plan ?? []);
  const plans = said.length > 0 ? said : of;
  const among = (own: readonly string[]) =>
    standingOut(
      resolveTopic(
        words,
        ['kpi'],
        around,
        (_, id) =>
          canMeasure(id, unit, around) && (own.length === 0 || own.includes(repository.kpi(id)?.plan ?? '')),
      ).candidates,
    )?.id ?? null;
  return among(plans) ?? (said.length === 0 && plans.length > 0 ? among([]) : null);
}
