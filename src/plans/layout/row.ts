// A row of a table. Its cells are made when they are asked for: a file has millions, few are looked at twice.
import type { Cell, Sheet } from '../grid/grid.ts';
import type { Column } from './header.ts';

/** A row of a table; of a form the whole sheet. Positions are those in the table's `columns`. */
export interface TableRow {
  sheet: string;
  hidden: boolean;
  /** It has more cells than there are headings: nothing of it can be trusted. */
  broken?: true | undefined;
  /** うち賄材料費, 節 委託料: it says which part of the amounts above this is. */
  part?: string;
  /** 計, which adds up rows above it: those of its project or of the table. */
  total?: string;
  /** Texts of the section rows above it, the widest first. */
  sections: { text: string; place: string; level?: string }[];
  cell(position: number): Cell;
  /** What the cell shows, without making the cell. */
  text(position: number): string;
  /** What the figure of a cell counts, where the row says so of this cell. */
  unit?(position: number): string | null;
}

/** A row of a sheet. */
export class SheetRow implements TableRow {
  /** Cells that say something else than what stands in the sheet: ditto marks. */
  private filled?: Map<number, Cell>;
  broken?: true;
  part?: string;
  total?: string;

  constructor(
    private readonly source: Sheet,
    private readonly row: number,
    private readonly columns: readonly Column[],
    public sections: TableRow['sections'],
  ) {}

  get sheet(): string {
    return this.source.name;
  }
  get hidden(): boolean {
    return this.source.isHidden(this.row);
  }

  cell(position: number): Cell {
    return this.filled?.get(position) ?? this.source.cell(this.row, this.indexOf(position));
  }

  text(position: number): string {
    return this.filled?.get(position)?.text ?? this.source.text(this.row, this.indexOf(position));
  }

  /** Puts another cell in a ditto mark's place. */
  fill(position: number, cell: Cell): void {
    this.filled ??= new Map();
    this.filled.set(position, cell);
  }

  private indexOf(position: number): number {
    return (this.columns[position] as Column).index;
  }
}
