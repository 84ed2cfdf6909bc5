// What every copy keeps of each plan, whatever is asked.
import type { Plan } from '../data/schemas/plan.ts';
import type { Policy } from '../data/schemas/policy.ts';
import type { OwnKind } from './kinds.ts';

/** A plan without its records. */
export interface PlanHead {
  plan: Plan;
  policies: Policy[];
  /** Names of its departments, in the order of its projects. */
  departments: string[];
  sizes: Record<OwnKind | 'statement', number>;
  /** Topic → years any subject has a figure or word for. */
  years: Record<string, number[]>;
  /** `kind topic` of what it prints for any subject. */
  printed: string[];
  /** `kind topic` → first and last year of a column; years before and after have one of their own. */
  columns: Record<string, [first: number, last: number]>;
  /** `kind topic` → years whose masks differ from those of other years. */
  masks: Record<string, number[]>;
  /** `kind topic` → years of any cell, dashes included. */
  cellYears: Record<string, number[]>;
  /** Units of its KPIs. */
  units: string[];
  /** How many documents each part of the search has of it. */
  documents: [records: number, statements: number, policies: number];
  /** Topics of its statements. */
  topics: string[];
}
