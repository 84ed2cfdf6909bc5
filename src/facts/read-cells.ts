// Which cells a record has of an attribute: of the plan's own column, else as the kind's reader finds them.
import type { Repository } from '../data/repository.ts';
import { type Attribute, bareName, type Kind } from './attribute.ts';
import type { Cell, Subject } from './cell.ts';
import { kpiReaders } from './readers/kpi.ts';
import { departmentReaders, planReaders, policyReaders, townReaders } from './readers/others.ts';
import { planCells } from './readers/plan-cells.ts';
import { projectReaders } from './readers/project.ts';
import type { Read } from './readers/reader.ts';

/** Which reader tables a kind has. */
const readers: Readonly<Record<Kind, Readonly<Record<string, Read<never>>>>> = {
  project: projectReaders,
  row: projectReaders,
  kpi: kpiReaders,
  policy: policyReaders,
  plan: planReaders,
  town: townReaders,
  department: departmentReaders,
};

/** Cells of a record; a plan's column is empty for the records of others. */
export type ReadCells = (kind: Kind, attribute: string, record: Subject) => Cell[];

/** Reads cells of any record, in memory or not. */
export function createReader(repository: Repository, byId: ReadonlyMap<string, Attribute>): ReadCells {
  return (kind, attribute, record) => {
    const source = cellSource({ kind, attribute, plan: record.plan }, byId);
    return source ? cellsFrom(source, record, repository) : [];
  };
}

/** Reads an attribute of one plan's records: looked up once for all of them; null where none can have cells of it. */
export function readerOfPlan(
  asked: { kind: Kind; attribute: string; plan: string },
  byId: ReadonlyMap<string, Attribute>,
  repository: Repository,
): ((record: Subject) => Cell[]) | null {
  const source = cellSource(asked, byId);
  if (!source || !(source.read || source.own)) return null;
  return (record) => cellsFrom(source, record, repository);
}

/** Where the cells of an attribute stand: in the plan's own column, else where the kind has them. */
interface CellSource {
  kind: Kind;
  name: string;
  own: Attribute | undefined;
  read: Read<never> | undefined;
}

function cellSource(
  { kind, attribute, plan }: { kind: Kind; attribute: string; plan: string | null },
  byId: ReadonlyMap<string, Attribute>,
): CellSource | null {
  const name = bareName(attribute);
  if (name !== attribute && !attribute.startsWith(`${plan}/`)) return null;
  const declared = byId.get(`${plan}/${name}`);
  // What another plan calls by the same name may be of another type.
  const own =
    declared?.of.includes(kind) && declared.type === byId.get(attribute)?.type ? declared : undefined;
  return { kind, name, own, read: readers[kind][name] };
}

function cellsFrom({ kind, name, own, read }: CellSource, record: Subject, repository: Repository): Cell[] {
  if (own) {
    const cells = planCells(kind, { attribute: own, name }, record, repository);
    if (cells.length > 0) return cells;
  }
  // The readers of a kind take records of that kind only, which the table cannot say: here alone one is said to be the other.
  return read?.(record as never, repository) ?? [];
}
