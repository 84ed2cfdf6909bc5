// What a number in a text is.
import type { NumberRelation } from './relations.ts';

/** A number with its unit and the words that bound it. */
export interface NumberSpan {
  start: number;
  /** Behind the unit and the relation word. */
  end: number;
  text: string;
  /** In `unit`: 34,507千円 → 34507, 1億5千万円 → 150000000, 12.5万人 → 125000, 3割 → 30. */
  value: number;
  /** In one spelling (名 → 人, 割 → %); money keeps 千円, 万円, 百万円, 億円 where figures stand before it. */
  unit: string | null;
  /** The exact amount when the unit is money. */
  yen?: number;
  /** The scale written before the unit: 12.5万人 → 10000. */
  scale?: number;
  relation?: NumberRelation;
  /** The other end of a range; `relation` is >= or > then. 50~80%, 3千万円以上5千万円未満, 90%台 (100, <). */
  to?: number;
  toYen?: number;
  toRelation?: '<=' | '<';
  approximate?: true;
  /** Names one thing of a row and counts nothing: No.11, 9番, 2つ目, ゴール3, 34ページ. */
  ordinal?: true;
}
