// A claim with everything it is checked by.
import type { Claim, Query } from '../../../question/query.ts';
import type { RunContext } from '../context.ts';
import type { Scope } from '../result/scope.ts';

export interface Check {
  query: Query;
  claim: Claim;
  scopes: readonly Scope[];
  context: RunContext;
}
