// A claim, checked.
import type { Cell } from '../../../facts/cell.ts';
import type { CountResult, SumResult } from './figures.ts';
import type { Member, Scope, Told } from './scope.ts';
import type { CompareResult, RatioResult, Remaining, Way } from './ways.ts';

/** One part of a claim, checked. */
export interface Checked {
  /** null: the document does not let it be decided. */
  holds: boolean | null;
  fact: Fact;
}

/** What is true: the sentence after はい or いいえ. */
export type Fact =
  | { is: 'told'; told: Told[] }
  | { is: 'town'; member: Member; town: string; towns: string[] | null }
  | { is: 'policy'; member: Member }
  | { is: 'way'; way: Way; as?: 'amount' | 'share' | 'times' }
  | { is: 'reached'; remaining: Remaining; limit: string | null; actual: Cell | null }
  | { is: 'count'; count: CountResult }
  | { is: 'sum'; sum: SumResult }
  | { is: 'same'; compare: CompareResult }
  /** `each`: all members were meant. */
  | { is: 'some'; scope: Scope; members: Member[]; lacking: string | null; each: string | null }
  | { is: 'ratio'; ratio: RatioResult }
  | { is: 'more'; compare: CompareResult }
  /** `over`: null where the claim is not about its end. */
  | { is: 'period'; told: Told[]; over: boolean | null }
  | { is: 'plain'; member: Member; predicate: string };

export interface WhetherResult {
  shape: 'whether';
  scope: Scope;
  /** Of the text as it was put, a denial turned round. */
  holds: boolean | null;
  checked: Checked[];
}
