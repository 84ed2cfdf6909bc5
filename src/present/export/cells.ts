// Cells that several tables of the export share: the plan, a policy's label, the source, several texts in one.
import type { Repository } from '../../data/repository.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Source } from '../../data/schemas/source.ts';

/** The plan of a record; every record has one. */
export function planOf(repository: Repository, id: string): Plan {
  const plan = repository.plan(id);
  if (!plan) throw new Error(`unknown plan ${id}`);
  return plan;
}

/** 「4 子育て…」, or the plan's own name for a KPI of the whole plan. */
export function labelOf(repository: Repository, id: string): string {
  const policy = repository.policy(id);
  if (!policy) return repository.plan(id)?.name ?? id;
  return policy.code === null ? policy.name : `${policy.code} ${policy.name}`;
}

/** Title and place; a bare number such as 002 would lose its zeros in a spreadsheet. */
export function sourceCells(plan: Plan, sources: readonly Source[]): [string, string] {
  const titles = sources.map(
    ({ document }) => plan.documents.find((one) => one.number === document)?.title ?? document,
  );
  return [lines([...new Set(titles)]), lines(sources.map(({ place }) => place))];
}

/** Several texts in one cell. */
export function lines(texts: readonly string[]): string {
  return texts.join(' / ');
}
