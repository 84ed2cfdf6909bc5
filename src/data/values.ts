// What a record holds in its plan's own columns and kinds of amounts.
import type { Amount, AmountKind } from './schemas/amount.ts';
import type { AttributeValue, DeclaredAttribute } from './schemas/attribute.ts';
import type { Plan } from './schemas/plan.ts';
import type { Project } from './schemas/project.ts';

/** A record, or a row of one, that may hold values. */
export interface Holder {
  values?: readonly AttributeValue[] | undefined;
}

/** The values of one column, as they stand in the file. */
export function valuesOf({ values }: Holder, attribute: string): AttributeValue[] {
  return values?.filter((value) => value.attribute === attribute) ?? [];
}

/** The values of one column in a project and its rows. */
export function projectValues(project: Project, attribute: string): AttributeValue[] {
  return [project, ...project.listings].flatMap((holder) => valuesOf(holder, attribute));
}

/** What the plan declares by this id. */
export function declaredAttribute(plan: Plan, id: string): DeclaredAttribute | undefined {
  return plan.attributes.find((attribute) => attribute.id === id);
}

/** Amounts of one kind, oldest first. */
export function amountsOf(project: Project, kind: AmountKind): Amount[] {
  return project.amounts.filter((amount) => amount.kind === kind).sort((a, b) => a.fy - b.fy);
}

/** The kind of amount that 予算 means in the plan; undefined where it prints none. */
export function budgetKind(plan: Plan): AmountKind | undefined {
  return plan.amountKinds[0]?.kind;
}

/** What 予算 means in the plan, oldest first. */
export function budgetsOf(project: Project, plan: Plan): Amount[] {
  const kind = budgetKind(plan);
  return kind === undefined ? [] : amountsOf(project, kind);
}
