// Rows as PostgreSQL's COPY reads them in its binary form: nothing is written as digits to be read again.

/** Types of columns, by their names in SQL. */
export type ColumnType = 'int2' | 'int4' | 'int8' | 'bool' | 'text' | 'bytea' | 'int4s';
export type Value = string | number | boolean | Uint8Array | ArrayLike<number>;

/** Number of the type `integer`, which lists of integers name. */
const oidOfInt4 = 23;

/** What stands before and behind all rows of a COPY. */
export const copyHead = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
export const copyTail = Buffer.from([0xff, 0xff]);

/** Collects rows of one table. */
export class RowWriter {
  private bytes = Buffer.allocUnsafeSlow(1 << 14);
  private end = 0;

  constructor(private readonly types: readonly ColumnType[]) {}

  /** Values in the order of the columns. */
  add(values: readonly Value[]): void {
    this.room(2);
    this.end = this.bytes.writeInt16BE(this.types.length, this.end);
    for (let at = 0; at < this.types.length; at++)
      this.put(this.types[at] as ColumnType, values[at] as Value);
  }

  /** The rows, in memory of their own that may be handed to another thread; none when there are none. */
  take(): Uint8Array[] {
    return this.end === 0 ? [] : [this.bytes.subarray(0, this.end)];
  }

  private put(type: ColumnType, value: Value): void {
    if (type === 'text') this.putText(value as string);
    else if (type === 'bytea') this.putBytes(value as Uint8Array);
    else if (type === 'int4s') this.putNumbers(value as ArrayLike<number>);
    else this.putNumber(type, Number(value));
  }

  private putNumber(type: 'int2' | 'int4' | 'int8' | 'bool', value: number): void {
    this.room(12);
    const { bytes, end } = this;
    if (type === 'int4') this.end = bytes.writeInt32BE(value, bytes.writeInt32BE(4, end));
    else if (type === 'int2') this.end = bytes.writeInt16BE(value, bytes.writeInt32BE(2, end));
    else if (type === 'bool') this.end = bytes.writeUInt8(value, bytes.writeInt32BE(1, end));
    else this.end = bytes.writeBigInt64BE(BigInt(value), bytes.writeInt32BE(8, end));
  }

  private putText(value: string): void {
    this.room(4 + value.length * 3);
    const length = this.bytes.write(value, this.end + 4);
    this.end = this.bytes.writeInt32BE(length, this.end) + length;
  }

  private putBytes(value: Uint8Array): void {
    this.room(4 + value.length);
    this.end = this.bytes.writeInt32BE(value.length, this.end);
    this.bytes.set(value, this.end);
    this.end += value.length;
  }

  private putNumbers(list: ArrayLike<number>): void {
    this.room(24 + list.length * 8);
    const { bytes } = this;
    const before = this.end;
    // Dimensions, whether there are nulls, type; then length and first subscript of the only dimension.
    let at = bytes.writeInt32BE(list.length === 0 ? 0 : 1, before + 4);
    at = bytes.writeInt32BE(oidOfInt4, bytes.writeInt32BE(0, at));
    if (list.length > 0) at = bytes.writeInt32BE(1, bytes.writeInt32BE(list.length, at));
    for (let i = 0; i < list.length; i++) {
      const number = list[i] as number;
      // By hand: a call for each of the millions of numbers would be a third of the work.
      bytes[at + 3] = 4;
      bytes[at] = bytes[at + 1] = bytes[at + 2] = 0;
      bytes[at + 4] = number >> 24;
      bytes[at + 5] = number >> 16;
      bytes[at + 6] = number >> 8;
      bytes[at + 7] = number;
      at += 8;
    }
    bytes.writeInt32BE(at - before - 4, before);
    this.end = at;
  }

  private room(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.end + more));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}
