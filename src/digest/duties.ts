// Who answers for which KPI: named for the KPI itself, else for its department.
import type { KpiEntry } from '../answer/answer.ts';
import type { Duty } from '../ports/store.ts';

export function kpiSubject(kpi: string): string {
  return `kpi:${kpi}`;
}

export function departmentSubject(department: string): string {
  return `department:${department}`;
}

/** What a duty is about. */
export function subjectOf(subject: string): { kpi: string } | { department: string } {
  const [kind, ...rest] = subject.split(':');
  const name = rest.join(':');
  return kind === 'kpi' ? { kpi: name } : { department: name };
}

/** Owners and deputies of a KPI, each once: its own, or without any those of its departments. */
export function peopleFor(
  { id, departments }: Pick<KpiEntry, 'id' | 'departments'>,
  duties: readonly Duty[],
): string[] {
  const of = (subjects: readonly string[]) =>
    duties
      .filter(({ subject, role }) => subjects.includes(subject) && role !== 'chief')
      .map(({ person }) => person);
  const own = of([kpiSubject(id)]);
  return [...new Set(own.length > 0 ? own : of(departments.map(departmentSubject)))];
}
