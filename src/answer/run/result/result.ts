// What a query comes to, as plain data: figures with what they were counted over and what was left out.
import type { Query } from '../../../question/query.ts';
import type { FoundFigure } from '../../../question/told-figures.ts';
import type { Statement } from '../context.ts';
import type { WhetherResult } from './claims.ts';
import type { BestYearResult, CountResult, ExtremeResult, GroupResult, SumResult } from './figures.ts';
import type { Member, Scope, Told } from './scope.ts';
import type {
  CompareResult,
  DifferenceResult,
  GapMovedResult,
  RatioResult,
  RemainingResult,
  Way,
} from './ways.ts';

export interface ValuesResult {
  shape: 'values';
  scope: Scope;
  rows: Told[][];
  /** Members of a large set that are not named one by one. */
  more: number;
}

export interface ListResult {
  shape: 'list';
  scope: Scope;
  /** What the search finds besides, only related. */
  related: Member[];
  /** Attributes by which the set was made, with each member's cell: the rate of a list of rates. */
  shown: { member: Member; told: Told[] }[];
}

export interface StatementsResult {
  shape: 'statements';
  ask: Query['ask'];
  scope: Scope | null;
  about: string;
  found: Statement[];
  /** Figures that the statements tell: claimed of them, or side by side. */
  figures: FoundFigure[];
  /** What a why takes for granted, checked. */
  premise: WhetherResult | null;
  /** The facts the question is about. */
  ways: Way[];
  told: Told[][];
}

/** Everything on a topic of a further kind. */
export interface AlsoShown {
  scope: Scope;
  related: Member[];
}

/** Everything that the records themselves or Hakaru say. */
export interface PlainResult {
  also?: AlsoShown[];
  /** What the documents say in words beside the records. */
  told?: Statement[];
  shape: 'show' | 'basis' | 'history' | 'unrecorded' | 'help' | 'plans' | 'greeting' | 'thanks' | 'off-topic';
  scope: Scope | null;
  related: Member[];
  words: string;
  years: number[];
}

/** Words nobody understood: no figure is worked out. */
export interface UnreadResult {
  shape: 'unread';
  words: string[];
  /** What can be shown all the same. */
  shown: ListResult | PlainResult | null;
}

/** A figure over what a search happened to find is refused. */
export interface FuzzyResult {
  shape: 'fuzzy';
  scope: Scope;
}

/** No subject fulfils it, or the attribute is of another kind. */
export interface NothingResult {
  shape: 'nothing';
  scope: Scope;
  /** The attribute asked for, where Hakaru does not hold it. */
  notHeld: string | null;
}

export type Result =
  | ValuesResult
  | ListResult
  | CountResult
  | SumResult
  | ExtremeResult
  | BestYearResult
  | DifferenceResult
  | RemainingResult
  | CompareResult
  | GapMovedResult
  | RatioResult
  | WhetherResult
  | StatementsResult
  | GroupResult
  | PlainResult
  | UnreadResult
  | FuzzyResult
  | NothingResult;
