// Results that are figures: counts, sums, extremes, groups.
import type { Attribute, Kind } from '../../../facts/attribute.ts';
import type { Cell } from '../../../facts/cell.ts';
import type { Query } from '../../../question/query.ts';
import type { Member, Scope } from './scope.ts';

export interface CountResult {
  shape: 'count';
  scope: Scope;
  of: Kind;
  counted: Member[];
  /** For which members the document does not tell. */
  untold: Member[];
  /** Of the same area or plan, but not counted; only where few are. */
  absent: Member[];
  /** Projects among what was counted that are listed several times. */
  repeated: number;
}

/** One year of a sum. */
export interface Total {
  fy: number | null;
  value: number;
  counted: Member[];
  blank: Member[];
}

export interface SumResult {
  shape: 'sum' | 'average' | 'median';
  scope: Scope;
  attribute: Attribute;
  totals: Total[];
  /** Other columns of money that are added to it: 予算と人件費の合計. */
  beside: { attribute: Attribute; totals: Total[] }[];
  /** Over all the years, and all columns. */
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
  /** Places of the winners, where those of named members are asked for: 1 is the best. */
  places: number[];
  compared: number;
  /** Had no figure. */
  left: number;
  /** Had another unit. */
  otherUnit: number;
  assumed: boolean;
}

/** The years in which one record's figure was the highest or lowest. */
export interface BestYearResult {
  shape: 'best-year';
  scope: Scope;
  attribute: Attribute;
  way: 'max' | 'min';
  /** Several with the same figure. */
  cells: Cell[];
  /** Years with a figure. */
  compared: number;
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
  nth: number | null;
  top: number;
  assumed: boolean;
}
