// Subjects that stand for records: by their place alone, until somebody looks at them.
import { kpiSchema } from '../../data/schemas/kpi.ts';
import { projectSchema } from '../../data/schemas/project.ts';
import type { Subject } from '../../facts/cell.ts';
import { rowsOf } from '../../facts/facts.ts';
import { lazyList } from '../../facts/lazy-list.ts';
import { type Layout, planAt, type Shelved, sizeOf } from './layout.ts';
import type { Records } from './records.ts';

/** A subject by its place; it reads itself from the records when it is looked at. */
export interface Placed extends Subject {
  readonly place: number;
}

/** Where a record stands, unless it is the record itself. */
export function placeOf(record: object): number | undefined {
  return (record as Partial<Placed>).place;
}

/** Every project or KPI of the layout, as records that fetch themselves. */
export function placedRecords(kind: 'project' | 'kpi', layout: Layout, records: Records): Placed[] {
  class PlacedRecord {
    constructor(readonly place: number) {}
    get plan() {
      return (layout.plans[planAt(layout, kind, this.place)] as Shelved).id;
    }
    get id() {
      return records.idAt(kind, this.place);
    }
    get name() {
      return records.nameAt(kind, this.place);
    }
  }
  const schema = kind === 'project' ? projectSchema : kpiSchema;
  const fields = [...Object.keys(schema.shape), kind === 'project' ? 'kpis' : 'recorded'];
  for (const field of fields)
    if (!own.includes(field))
      Object.defineProperty(PlacedRecord.prototype, field, {
        get(this: PlacedRecord) {
          return Reflect.get(records.at(kind, this.place), field);
        },
      });
  return lazyList(kind, sizeOf(layout, kind), (place): Placed => new PlacedRecord(place));
}

/** What is known of a record without reading it. */
const own = ['id', 'name', 'plan'];

/** Rows: the project with the one listing; `ends` says where the rows of each project end. */
export function placedRows(layout: Layout, records: Records, ends: Int32Array): Placed[] {
  class PlacedRow {
    constructor(
      readonly place: number,
      readonly owner: number,
    ) {}
    get plan() {
      return (layout.plans[planAt(layout, 'project', this.owner)] as Shelved).id;
    }
    get number() {
      return this.place - (this.owner === 0 ? 0 : (ends[this.owner - 1] as number)) + 1;
    }
    get id() {
      return `${records.idAt('project', this.owner)}#${this.number}`;
    }
    get name() {
      return records.nameAt('project', this.owner);
    }
    get project() {
      return records.idAt('project', this.owner);
    }
  }
  for (const field of [...Object.keys(projectSchema.shape), 'kpis'])
    if (!own.includes(field))
      Object.defineProperty(PlacedRow.prototype, field, {
        get(this: PlacedRow) {
          return Reflect.get(rowsOf(records.at('project', this.owner))[this.number - 1] ?? {}, field);
        },
      });
  return lazyList('row', ends.at(-1) ?? 0, (place): Placed => new PlacedRow(place, ownerOf(ends, place)));
}

/** The project whose rows end behind the place. */
function ownerOf(ends: Int32Array, place: number): number {
  let low = 0;
  for (let high = ends.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
