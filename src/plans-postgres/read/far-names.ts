// Names of records and policies looked up in the tables; those of plans, departments and towns are here.
import type { Repository } from '../../data/repository.ts';
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { Mention } from '../../question/mentions/mention.ts';
import { MOST_IDS, MOST_PARTED, type NameEntry, NameIndex } from '../../question/mentions/names.ts';
import { ownKinds } from '../kinds.ts';
import { Missing, type Need, type Reader } from './gaps.ts';
import { Kept } from './kept.ts';
import { type Layout, sizeOf } from './layout.ts';
import type { Records } from './records.ts';

/** No name is longer. */
const longest = 80;
const lengths = Array.from({ length: longest - 1 }, (_, i) => longest - i);
/** So many names are remembered. */
const mostKept = 200_000;
/** What so many texts name is remembered. */
const mostFound = 64;

/** A `NameIndex` of which only a part is in memory. */
export class FarNames extends NameIndex {
  private readonly known = new Map<string, readonly NameEntry[]>();
  private lacking: Set<string> | undefined;
  /** What `records.forgotten` was when the places of the known names were handed to the records. */
  private handedInAt = 0;
  /** What else is lacking for a text whose names have to be fetched: it comes along. */
  besides: (text: string) => readonly Need[] = () => [];
  /** A question is read again until nothing is lacking: what it names stays, and names that thousands bear are dear. */
  private readonly found = new Kept<readonly Mention[]>(mostFound, () => 1);

  constructor(
    repository: Repository,
    tokenizer: Tokenizer,
    private readonly layout: Layout,
    private readonly records: Records,
  ) {
    // The others are in the tables.
    super({ ...repository, projects: [], kpis: [], policies: [] }, tokenizer);
  }

  override find(text: string, tokens: readonly Token[]): Mention[] {
    if (this.handedInAt !== this.records.forgotten) {
      this.handedInAt = this.records.forgotten;
      this.known.clear();
      this.found.clear();
    }
    const key = `${text} ${tokens.map(({ start, end }) => `${start}-${end}`).join()}`;
    const known = this.found.get(key);
    if (known) {
      this.foresee(known);
      return known.slice();
    }
    const lacking = new Set<string>();
    this.lacking = lacking;
    const mentions = super.find(text, tokens);
    this.lacking = undefined;
    if (lacking.size === 0) {
      this.found.set(key, mentions);
      this.foresee(mentions);
      return mentions.slice();
    }
    throw new Missing([{ fetch: (client) => this.fetch([...lacking], client) }, ...this.besides(text)]);
  }

  /** What a text names is looked at by whoever reads on, whichever of its words it is. @throws Missing */
  foresee(mentions: readonly Mention[]): void {
    for (const kind of ['project', 'kpi'] as const) {
      const named = mentions.flatMap(({ meaning }) =>
        meaning.is === 'entity' && meaning.kind === kind ? [meaning.ids] : [],
      );
      if (named.length > 0)
        this.records.expect(kind, (most) => {
          const ids = [...new Set(named.flatMap((own) => own.slice(0, most)))];
          // Places may have been forgotten since the name was looked up: all of them are asked for again, not each in a round.
          this.records.know(ids);
          return ids.map((id) => this.records.position(kind, id));
        });
    }
  }

  protected override lengthsAt(): readonly number[] {
    return lengths;
  }

  protected override entriesOf(key: string): readonly NameEntry[] | undefined {
    const own = super.entriesOf(key);
    const far = this.known.get(key);
    if (far === undefined) {
      if (key.length > 1) this.lacking?.add(key);
      return own;
    }
    if (far.length === 0) return own;
    // Records and policies stand before plans and departments of the same name; a whole name outdoes a part.
    const exact = far.some((entry) => entry.exact) || (own ?? []).some((entry) => entry.exact);
    const entries = [...far.filter((entry) => entry.exact || !exact), ...(own ?? [])];
    return entries.length > 0 ? entries : undefined;
  }

  private async fetch(keys: readonly string[], client: Reader) {
    if (this.known.size + keys.length > mostKept) this.known.clear();
    const { rows } = await client.query<{
      key: string;
      no: number;
      kind: number;
      at: number;
      id: string;
      exact: boolean;
    }>('select key, no, kind, at, id, exact from shelf_name where key = any($1)', [keys]);
    const found = new Map<string, { place: number; kind: number; entry: NameEntry }[]>();
    for (const { key, no, kind: number, at, id, exact } of rows) {
      const plan = this.layout.order.get(no);
      const kind = ownKinds[number];
      if (plan === undefined || (kind !== 'project' && kind !== 'kpi' && kind !== 'policy')) continue;
      const place = (this.layout.starts[kind][plan] as number) + at;
      const list = found.get(key) ?? [];
      found.set(key, list);
      list.push({ place, kind: number, entry: { kind, id, exact } });
      if (kind !== 'policy') this.records.knowPlace(kind, place, id);
    }
    const parted = sizeOf(this.layout, 'project') + sizeOf(this.layout, 'kpi') <= MOST_PARTED;
    for (const key of keys) {
      const list = (found.get(key) ?? []).sort((a, b) => a.kind - b.kind || a.place - b.place);
      const exact = list.filter(({ entry }) => entry.exact);
      const told = exact.length > 0 ? exact : parted && list.length <= MOST_IDS ? list : [];
      this.known.set(
        key,
        told.map(({ entry }) => entry),
      );
    }
  }
}
