// What ranking knows of records, by their number: read where it stands, so that 100,000 of them need not stand there twice.
import { spellingKey } from '../language/kana.ts';
import { normalize } from '../language/normalize.ts';
import type { Outline } from './name-match.ts';
import type { RecordKind } from './search.ts';

/** A record as ranking sees it. */
export interface RankedRecord {
  kind: RecordKind;
  id: string;
  /** Name and aliases, squeezed as the question is. */
  names: readonly string[];
  /** Of the names, where it is worked out. */
  outline?: Outline;
  publishedFy: number;
  /** Among the records of its kind, where it is known. */
  place?: number | undefined;
}

/** Records by their number. */
export interface RankedRecords {
  readonly length: number;
  kind(record: number): RecordKind;
  id(record: number): string;
  /** Among the records of its kind; undefined where it is not known. */
  place(record: number): number | undefined;
  publishedFy(record: number): number;
  /** Name and aliases, squeezed as the question is. */
  names(record: number): readonly string[];
  /** Of the names, where it is worked out. */
  outline?(record: number): Outline | undefined;
}

/** What a record is called, and the terms people ask for it with. */
export interface Titled {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly keywords: readonly string[];
}

/** Records of one kind, in their order. */
export interface KindOfRecords<Record extends Titled = Titled> {
  kind: RecordKind;
  records: readonly Record[];
  publishedFy(record: Record): number;
}

/** The names of so many records stay squeezed. */
const MOST_KEPT = 8192;

/** Records of several kinds, one kind after the other. */
export class TitledRecords implements RankedRecords {
  readonly length: number;
  private readonly squeezed = new Map<number, readonly string[]>();

  constructor(private readonly kinds: readonly KindOfRecords[]) {
    this.length = kinds.reduce((sum, { records }) => sum + records.length, 0);
  }

  kind(record: number): RecordKind {
    return this.kindAt(record).kind;
  }

  id(record: number): string {
    return this.titled(record).id;
  }

  place(record: number): number {
    let place = record;
    for (const { records } of this.kinds) {
      if (place < records.length) break;
      place -= records.length;
    }
    return place;
  }

  publishedFy(record: number): number {
    return this.kindAt(record).publishedFy(this.titled(record));
  }

  names(record: number): readonly string[] {
    const known = this.squeezed.get(record);
    if (known) return known;
    const { name, aliases } = this.titled(record);
    const names = [name, ...aliases].map(squeeze);
    if (this.squeezed.size >= MOST_KEPT) this.squeezed.clear();
    this.squeezed.set(record, names);
    return names;
  }

  titled(record: number): Titled {
    return this.kindAt(record).records[this.place(record)] as Titled;
  }

  /** Where the records of each kind stand. */
  stretches(): ReadonlyMap<RecordKind, { from: number; to: number }> {
    let from = 0;
    return new Map(
      this.kinds
        .filter(({ records }) => records.length > 0)
        .map(({ kind, records }) => {
          from += records.length;
          return [kind, { from: from - records.length, to: from }];
        }),
    );
  }

  private kindAt(record: number): KindOfRecords {
    let place = record;
    for (const kind of this.kinds) {
      if (place < kind.records.length) return kind;
      place -= kind.records.length;
    }
    throw new RangeError(`no record ${record}`);
  }
}

/** Records that lie ready, also such as are added later. */
export function readyRecords(records: readonly RankedRecord[]): RankedRecords {
  const at = (record: number) => records[record] as RankedRecord;
  return {
    get length() {
      return records.length;
    },
    kind: (record) => at(record).kind,
    id: (record) => at(record).id,
    place: (record) => at(record).place,
    publishedFy: (record) => at(record).publishedFy,
    names: (record) => at(record).names,
    outline: (record) => at(record).outline,
  };
}

/** Name and question side by side: no blanks, no signs. */
export function squeeze(text: string): string {
  return spellingKey(normalize(text.slice(0, 400)).replace(/[^\p{L}\p{N}ー]/gu, ''));
}
