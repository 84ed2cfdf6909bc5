// Subjects that stand for records: by their place alone, until somebody looks at them.
import { kpiSchema } from '../../data/schemas/kpi.ts';
import { projectSchema } from '../../data/schemas/project.ts';
import type { Subject } from '../../facts/cell.ts';
import { rowsOf } from '../../facts/facts.ts';
import { type Layout, sizeOf } from './layout.ts';
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
    constructor(
      readonly place: number,
      readonly plan: string,
    ) {}
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
    if (field !== 'id' && field !== 'name')
      Object.defineProperty(PlacedRecord.prototype, field, {
        get(this: PlacedRecord) {
          return (records.at(kind, this.place) as unknown as Record<string, unknown>)[field];
        },
      });
  const all = new Array<Placed>(sizeOf(layout, kind));
  layout.plans.forEach(({ id }, i) => {
    const end = layout.starts[kind][i + 1] as number;
    for (let place = layout.starts[kind][i] as number; place < end; place++)
      all[place] = new PlacedRecord(place, id);
  });
  return all;
}

/** Rows: the project with the one listing; `ends` says where the rows of each project end. */
export function placedRows(layout: Layout, records: Records, ends: Int32Array): Placed[] {
  class PlacedRow {
    constructor(
      readonly place: number,
      readonly plan: string,
      readonly owner: number,
      readonly number: number,
    ) {}
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
    if (field !== 'id' && field !== 'name')
      Object.defineProperty(PlacedRow.prototype, field, {
        get(this: PlacedRow) {
          const row = rowsOf(records.at('project', this.owner))[this.number - 1];
          return (row as unknown as Record<string, unknown>)[field];
        },
      });
  const all: Placed[] = [];
  layout.plans.forEach(({ id }, i) => {
    const end = layout.starts.project[i + 1] as number;
    for (let owner = layout.starts.project[i] as number; owner < end; owner++) {
      const first = owner === 0 ? 0 : (ends[owner - 1] as number);
      for (let place = first; place < (ends[owner] as number); place++)
        all.push(new PlacedRow(place, id, owner, place - first + 1));
    }
  });
  return all;
}
