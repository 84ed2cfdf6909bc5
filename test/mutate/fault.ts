// A deliberate fault: what a slip of the hand could do to the sources, and the tests that are to notice it.

/** One change of one file. */
export interface Fault {
  /** From the root: src/status/flags.ts. */
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  /** What would be wrong then, in a few words. */
  why: string;
  /** Files and folders of tests that concern it, the quickest first; run one after the other until one fails. */
  tests?: readonly string[];
  /** Why no test notices it; absent for all that are killed. */
  survives?: string;
}

/** Faults of one folder with the tests they have in common. */
export interface FaultsOf {
  folder: string;
  tests: readonly string[];
  faults: readonly Fault[];
}
