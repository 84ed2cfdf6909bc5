// What masks and labels of a layout are made from.
import type { Layout } from './layout.ts';
import type { Records } from './records.ts';
import type { Tables } from './tables.ts';

/** What masks are made from. */
export interface MaskParts {
  layout: Layout;
  tables: Tables;
  records: Records;
  recordedPlaces(): readonly number[];
}
