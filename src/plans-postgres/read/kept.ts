// A cache that holds so many bytes at most; what was used last goes last.

/** Keeps values by a key. */
export class Kept<Value> {
  private readonly values = new Map<string, { value: Value; size: number }>();
  private size = 0;

  constructor(
    private readonly most: number,
    private readonly sizeOf: (value: Value) => number,
  ) {}

  clear(): void {
    this.values.clear();
    this.size = 0;
  }

  get(key: string): Value | undefined {
    const known = this.values.get(key);
    if (!known) return undefined;
    this.values.delete(key);
    this.values.set(key, known);
    return known.value;
  }

  set(key: string, value: Value): void {
    const before = this.values.get(key);
    if (before) this.size -= before.size;
    this.values.delete(key);
    const size = this.sizeOf(value);
    this.values.set(key, { value, size });
    this.size += size;
    for (const [oldest, { size: gone }] of this.values) {
      if (this.size <= this.most || oldest === key) break;
      this.values.delete(oldest);
      this.size -= gone;
    }
  }
}
