// Members, the set a result is about, and what a document tells of a member.
import type { Attribute, Kind } from '../../../facts/attribute.ts';
import type { Cell, Subject } from '../../../facts/cell.ts';

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
