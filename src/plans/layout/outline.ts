// A table that is an outline: 款 over 項 over 目 over 事業 over 節, each row filling one level only. Amounts of upper levels are totals, those of lower ones parts.
import type { Cell, Sheet } from '../grid/grid.ts';
import type { Column } from './header.ts';

/** One level: the columns that stand under its heading. */
interface Level {
  /** Positions in the table's columns. */
  positions: number[];
  /** Where the name stands; a number may stand beside it. */
  name: number;
}

/** The levels from the widest to the finest, and the one that is the project's. */
export interface Outline {
  levels: Level[];
  project: number;
}

/** Rows that are looked at. */
const sampled = 400;

/** The levels of an outline; null for any other table. */
export function outlineOf(
  sheet: Sheet,
  columns: readonly Column[],
  from: number,
  to: number,
): Outline | null {
  const groups = groupsOf(columns);
  const project = groups.findIndex(({ meaning }) => meaning === 'project');
  if (project < 0) return null;
  const text = (row: number, position: number) => sheet.text(row, columns[position]?.index ?? 0);
  // 合計 merged over all the levels stands in the first of them only.
  const fills = (row: number, { positions }: Group) => {
    const left = columns[positions[0] ?? 0]?.index ?? 0;
    return positions.some((one) => {
      const { text: said, merge } = sheet.cell(row, columns[one]?.index ?? 0);
      return said !== '' && (merge?.left ?? left) >= left;
    });
  };
  const again = (row: number) => columns.every(({ heading }, one) => text(row, one) === heading.label);
  const rows = Array.from({ length: Math.min(sampled, to - from + 1) }, (_, step) => from + step).filter(
    (row) => !again(row),
  );
  // 政策 beside the first of its projects is no row of its own: no row may fill two of the levels.
  const alone = (first: number, last: number) => {
    const run = groups.slice(first, last + 1);
    return rows.every((row) => run.filter((group) => fills(row, group)).length <= 1);
  };
  const joins = (at: number, first: number, last: number) => {
    const group = groups[at];
    return isLevel(group) && rows.some((row) => fills(row, group)) && alone(first, last);
  };
  let [first, last] = [project, project];
  while (joins(first - 1, first - 1, last)) first -= 1;
  while (joins(last + 1, first, last + 1)) last += 1;
  if (last - first < 2 || first === project || rows.length < 4) return null;
  const levels = groups.slice(first, last + 1).map(({ positions }): Level => {
    const inWords = (position: number) =>
      rows.filter((row) => /[^\d０-９\s.()（）－-]/.test(text(row, position))).length;
    const name = [...positions].sort((a, b) => inWords(b) - inWords(a) || a - b)[0] ?? 0;
    return { positions, name };
  });
  return { levels, project: project - first };
}

interface Group {
  positions: number[];
  meaning: Column['heading']['meaning'];
  fy: number | null;
}

/** Columns side by side under one heading. */
function groupsOf(columns: readonly Column[]): Group[] {
  const groups: (Group & { at: string; index: number })[] = [];
  columns.forEach(({ at, heading, index }, position) => {
    const last = groups.at(-1);
    if (last && last.at === at && last.index === index - 1) {
      last.positions.push(position);
      last.index = index;
    } else groups.push({ positions: [position], meaning: heading.meaning, fy: heading.fy, at, index });
  });
  return groups;
}

/** Names of something: neither figures nor who is in charge. */
function isLevel(group: Group | undefined): group is Group {
  return (
    group !== undefined && group.fy === null && ['policy', 'attribute', 'project'].includes(group.meaning)
  );
}

/** The columns with the levels as policies, their numbers as codes. */
export function levelColumns(columns: readonly Column[], { levels, project }: Outline): Column[] {
  const meanings = new Map<number, Column['heading']['meaning']>();
  levels.forEach(({ positions, name }, depth) => {
    for (const position of positions) {
      const own = position === name;
      if (depth < project) meanings.set(position, own ? 'policy' : 'policy-code');
      else if (depth === project) meanings.set(position, own ? 'project' : 'serial');
      else meanings.set(position, 'attribute');
    }
  });
  return columns.map((column, position) => {
    const meaning = meanings.get(position);
    return meaning === undefined ? column : { ...column, heading: { ...column.heading, meaning } };
  });
}

/** The levels that stand above the row being read. */
export class Standing {
  private readonly above = new Map<number, Cell>();

  constructor(readonly outline: Outline) {}

  /** The level a row fills; -1 where it fills none. */
  depthOf(texts: readonly string[]): number {
    const { levels, project } = this.outline;
    const fills = (level: Level | undefined) => level?.positions.some((one) => texts[one] !== '') ?? false;
    return fills(levels[project]) ? project : levels.findIndex(fills);
  }

  /** Takes a row of an upper level as what the rows below it stand under. */
  enter(depth: number, cellAt: (position: number) => Cell): void {
    this.outline.levels.forEach(({ positions }, level) => {
      if (level < depth) return;
      for (const position of positions) {
        if (level === depth) this.above.set(position, cellAt(position));
        else this.above.delete(position);
      }
    });
  }

  /** Every cell above, by position. */
  get cells(): ReadonlyMap<number, Cell> {
    return this.above;
  }
}
