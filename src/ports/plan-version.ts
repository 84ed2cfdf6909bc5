// The versions of plans that people brought: an append-only log, so that every step can be undone.

/** One step in the life of a brought plan. The newest step of a plan decides what it is now. */
export interface PlanVersion {
  /** Order over all plans, from 1; rises in every copy alike. */
  seq: number;
  /** Id of the plan. */
  plan: string;
  /** Counts the steps of the plan, from 1. */
  version: number;
  /** `restored` takes an older version's content again; after `removed` the plan is not there. */
  kind: 'taken' | 'restored' | 'removed';
  title: string;
  /** Name of the file it was read from; of a removal '' . */
  file: string;
  /** SHA-256 of that file in hex. */
  hash: string;
  /** What was confirmed, as JSON: the mapping file. */
  mapping: string;
  /** Slack id, or the user of the machine. */
  broughtBy: string;
  /** ISO instant. */
  broughtAt: string;
}

/** A step with the plan it led to, as JSON of a plan file; '' after a removal. */
export interface PlanVersionWithContent extends PlanVersion {
  content: string;
}

/** A step before it has its place. */
export type NewPlanVersion = Omit<PlanVersionWithContent, 'seq' | 'version'>;

/** A brought plan that its workspace shows to others. */
export interface PlanShare {
  /** Id of the plan. */
  plan: string;
  /** Id of a workspace, or `everyone`. */
  with: string;
}

/** Stands for every workspace in a share. */
export const everyone = '*';

/** The newest version of a plan that another workspace shares with this one. */
export interface SharedPlan extends Pick<PlanVersion, 'plan' | 'seq' | 'version' | 'title' | 'broughtAt'> {
  /** The workspace it belongs to. */
  team: string;
}
