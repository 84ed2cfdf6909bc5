// Results that hold one figure against another: differences, what is missing, sides.
import type { Attribute, Kind } from '../../../facts/attribute.ts';
import type { Cell } from '../../../facts/cell.ts';
import type { Member, Scope, Told } from './scope.ts';

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
  /** The change is told as a share of what it was: values of the sides are per cent. */
  byRate: boolean;
  years: number[];
  sides: Side[];
  way: 'max' | 'min';
  /** Asked whether they are the same. */
  same: boolean;
  assumed: boolean;
}

/** Two sides at two points. */
export interface GapMovedResult {
  shape: 'gap-moved';
  scope: Scope;
  from: CompareResult;
  to: CompareResult;
}

/** A sum or a count of one of the two sets of a ratio. */
export interface RatioSide {
  scope: Scope;
  /** What is added up; null where members are counted. */
  attribute: Attribute | null;
  value: number | null;
  fy: number | null;
  counted: Member[];
  blank: Member[];
}

/** One set held against another. */
export interface RatioResult {
  shape: 'ratio';
  /** The set held against the other. */
  scope: Scope;
  part: RatioSide;
  whole: RatioSide;
  /** Counted kind, where counts are held against each other. */
  of: Kind | null;
  as: 'share' | 'percent' | 'times';
  /** 1 where they are the same; null where it cannot be worked out. */
  value: number | null;
  /** Members that the whole does not hold. */
  outside: Member[];
  assumed: boolean;
}
