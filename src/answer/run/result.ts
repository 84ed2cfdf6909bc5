// What a query comes to, as plain data: figures with what they were counted over and what was left out.
import type { Attribute, Kind } from '../../facts/attribute.ts';
import type { Cell, Subject } from '../../facts/cell.ts';
import type { Query } from '../../question/query.ts';
import type { Statement } from './context.ts';

/** A subject with its kind. */
export interface Member {
  kind: Kind;
  subject: Subject;
  /** Its place in columns and masks. */
  at: number;
}

/** The set a result is about. */
export interface Scope {
  kind: Kind;
  /** In words: 企画課, 令和5年度の予算が1億円以上; '' for all. */
  label: string;
  /** What its members are called: 事業, KPI, 基本目標. */
  noun: string;
  /** The text names its members one by one. */
  named: boolean;
  /** Words of a search the set comes from; null: none. */
  near: string | null;
  members: Member[];
  /** Of a search, by id. */
  scores: ReadonlyMap<string, number>;
  /** In plans that print what is asked for: those for which the cell does not tell. */
  unknown: number;
}

/** Why there is nothing to tell. */
export type Gap =
  /** The cell is blank. */
  | 'blank'
  /** The cell prints a dash. */
  | 'dash'
  /** The cell says in words that there is no figure (調整中). */
  | 'open'
  /** The plan does not print the attribute for this kind at all. */
  | 'no-column'
  /** Hakaru does not hold the attribute of any plan. */
  | 'not-held'
  /** Nothing of the kind that has the attribute belongs to the subject (a project without KPIs). */
  | 'no-carrier';

/** An attribute of a subject: the cells asked for, or why there are none and what stands there instead. */
export interface Told {
  id: string;
  attribute: Attribute | undefined;
  member: Member;
  cells: Cell[];
  /** Years asked for without a cell. */
  missing: number[];
  gap: Gap | null;
  /** The cell that says why (調整中). */
  open: Cell | null;
  /** What the document does hold of the attribute. */
  held: Cell[];
  /** No year was asked for. */
  assumed: boolean;
}

export interface ValuesResult {
  shape: 'values';
  scope: Scope;
  rows: Told[][];
  /** Members of a large set that are not told one by one. */
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
export interface CountResult {
  shape: 'count';
  scope: Scope;
  of: Kind;
  counted: Member[];
  /** For which members the document does not tell. */
  untold: Member[];
  /** Of the same area or plan, but not counted; only where few are. */
  absent: Member[];
}
/** One year of a sum. */
export interface Total {
  fy: number | null;
  value: number;
  counted: Member[];
  blank: Member[];
}
export interface SumResult {
  shape: 'sum' | 'average';
  scope: Scope;
  attribute: Attribute;
  totals: Total[];
  /** Over all the years. */
  together: number | null;
  unit: string | null;
  assumed: boolean;
}
/** One ranked member. */
export interface Ranked {
  member: Member;
  value: number;
  cells: Cell[];
}
export interface ExtremeResult {
  shape: 'extreme';
  scope: Scope;
  attribute: Attribute | null;
  /** Counted kind, where counts are compared. */
  of: Kind | null;
  by: NonNullable<Query['extreme']>['by'];
  way: 'max' | 'min';
  nth: number | null;
  top: number;
  years: number[];
  unit: string | null;
  winners: Ranked[];
  compared: number;
  /** Had no figure. */
  left: number;
  /** Had another unit. */
  otherUnit: number;
  assumed: boolean;
}
/** One end of a difference. */
export interface End {
  attribute: Attribute;
  fy: number | null;
  /** Base unit: yen, 人. */
  value: number;
  unit: string | null;
  cell: Cell | null;
}
/** The way of one member, or of the whole set. */
export interface Way {
  member: Member | null;
  from: End | null;
  to: End | null;
  /** Members a total was counted over. */
  counted: number;
  blank: Member[];
  told: Told[];
}
export interface DifferenceResult {
  shape: 'difference';
  scope: Scope;
  ways: Way[];
  as: 'amount' | 'share' | 'times';
  assumed: boolean;
}
/** What is missing to the final target. */
export interface Remaining {
  member: Member;
  /** Where it starts; null: the document has neither actual nor baseline. */
  from: { cell: Cell; what: 'actual' | 'baseline'; value: number } | null;
  to: Cell | null;
  /** Target cells without a figure to reach. */
  open: Cell[];
  gap: number | null;
  reached: boolean;
  direction: string;
}
export interface RemainingResult {
  shape: 'remaining';
  scope: Scope;
  parts: Remaining[];
}
/** One side of a comparison. */
export interface Side {
  label: string;
  member: Member | null;
  value: number | null;
  unit: string | null;
  cells: Cell[];
  told: Told | null;
  counted: number;
}
export interface CompareResult {
  shape: 'compare';
  scopes: Scope[];
  attribute: Attribute | null;
  of: Kind | null;
  /** The change between two cells is compared, not a value. */
  change: boolean;
  years: number[];
  sides: Side[];
  way: 'max' | 'min';
  /** Asked whether they are the same. */
  same: boolean;
  assumed: boolean;
}
/** One part of a claim, checked. */
export interface Checked {
  /** null: the document does not let it be decided. */
  holds: boolean | null;
  fact: Fact;
}
/** What is true, to be told after はい or いいえ. */
export type Fact =
  | { is: 'told'; told: Told[] }
  | { is: 'town'; member: Member; town: string; towns: string[] | null }
  | { is: 'policy'; member: Member }
  | { is: 'way'; way: Way }
  | { is: 'reached'; remaining: Remaining; limit: string | null; actual: Cell | null }
  | { is: 'count'; count: CountResult }
  | { is: 'sum'; sum: SumResult }
  | { is: 'same'; compare: CompareResult }
  | { is: 'some'; scope: Scope; members: Member[]; lacking: string | null }
  | { is: 'plain'; member: Member; predicate: string };
export interface WhetherResult {
  shape: 'whether';
  scope: Scope;
  /** Of the text as it was put, a denial turned round. */
  holds: boolean | null;
  checked: Checked[];
}
export interface StatementsResult {
  shape: 'statements';
  ask: Query['ask'];
  scope: Scope | null;
  about: string;
  /** Topics asked for: contact, naming. */
  topics: readonly string[];
  found: Statement[];
  /** What a why takes for granted, checked. */
  premise: WhetherResult | null;
  /** The facts the question is about. */
  ways: Way[];
  told: Told[][];
}
/** One group. */
export interface Group {
  label: string;
  members: Member[];
  value: number;
}
export interface GroupResult {
  shape: 'group';
  scope: Scope;
  by: string;
  attribute: Attribute | null;
  fy: number | null;
  groups: Group[];
  left: number;
  way: 'max' | 'min' | null;
  assumed: boolean;
}
/** Everything that is told by the records themselves or by Hakaru. */
/** Everything on a topic of a further kind. */
export interface AlsoShown {
  scope: Scope;
  related: Member[];
}
export interface PlainResult {
  also?: AlsoShown[];
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
  | DifferenceResult
  | RemainingResult
  | CompareResult
  | WhetherResult
  | StatementsResult
  | GroupResult
  | PlainResult
  | UnreadResult
  | FuzzyResult
  | NothingResult;
