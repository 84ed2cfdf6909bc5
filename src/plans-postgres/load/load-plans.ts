// Brings the tables to hold just the plans given: what changed is stored, what is gone removed, the rest left alone.
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { DictionaryOptions } from '../../language/tokenizer/dictionary-load.ts';
import { PhraseTable } from '../../language/words/phrase-table.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { MOST_PARTED } from '../../question/mentions/names.ts';
import { Analyzer, type Word } from '../../search/analyzer.ts';
import { indexHash } from '../../search/build-index.ts';
import { TableFiller } from './fill-tables.ts';
import { type LoadTools, type NumberedPlan, PlanPacker, type PlanToLoad } from './pack-plan.ts';
import { packApart } from './packers.ts';
import { lockedFor, nextNumbers, nextVersion, removePlan, storePlan, storing } from './store-plan.ts';

/** Raise when the rows of a plan change, so that all plans are stored anew. */
const ROWS_VERSION = 8;

/** What plans are stored with. */
export interface LoadParts extends LoadTools {
  municipalities: Municipality[];
  /** Threads that work plans out when all are stored anew; 0: none but this one. */
  threads?: number;
  /** Of those threads. */
  dictionary?: DictionaryOptions;
  /** Hears of each plan that is in. */
  heard?: (id: string) => void;
}

/** What came of it. */
export interface Loaded {
  stored: number;
  removed: number;
  kept: number;
  projects: number;
}

/** What tables of these word lists say that they were made with. */
export function shelfHash(wordLists: Pick<WordLists, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([ROWS_VERSION, indexHash('', wordLists)]))
    .digest('hex');
}

/** Stores what changed. The tables must be there (`migrate`); those made with other words are filled anew, and copies wait until they are. */
export async function loadPlans(
  databaseUrl: string,
  plans: Iterable<PlanToLoad>,
  parts: LoadParts,
): Promise<Loaded> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const wanted = shelfHash(parts.wordLists);
    const { rows } = await client.query<{ analyzer: string }>('select analyzer from shelf_state');
    await putTowns(client, parts.municipalities);
    const loaded =
      rows[0]?.analyzer === wanted
        ? await storeChanges(client, plans, parts)
        : await lockedFor(client, () => fillAnew(databaseUrl, client, plans, parts));
    // From here on copies answer from the tables.
    await storing(client, async () => {
      const set = 'update shelf_state set analyzer = $1 where analyzer <> $1';
      if ((await client.query(set, [wanted])).rowCount) await nextVersion(client);
    });
    return loaded;
  } finally {
    await client.end();
  }
}

async function putTowns(client: pg.ClientBase, municipalities: readonly Municipality[]): Promise<void> {
  await storing(client, async () => {
    const set = 'update shelf_state set towns = $1 where towns <> $1';
    if ((await client.query(set, [JSON.stringify(municipalities)])).rowCount) await nextVersion(client);
  });
}

async function storeChanges(
  client: pg.ClientBase,
  plans: Iterable<PlanToLoad>,
  parts: LoadParts,
): Promise<Loaded> {
  const { rows } = await client.query<{ id: string; hash: string; place: string }>(
    'select id, hash, place from shelf_plan',
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const changed = function* () {
    for (const plan of hashed(plans, parts)) {
      const before = known.get(plan.file.plan.id);
      known.delete(plan.file.plan.id);
      if (before?.hash === plan.hash && before.place === plan.place) loaded.kept += 1;
      else yield plan;
    }
  };
  const loaded: Loaded = { stored: 0, removed: 0, kept: 0, projects: 0 };
  const packer = new PlanPacker(parts, parts.municipalities);
  for await (const plan of numbered(client, changed())) {
    const packed = packer.pack(plan);
    await storing(client, () => storePlan(client, packed, packer.books));
    loaded.stored += 1;
    loaded.projects += packed.plan.projects;
    parts.heard?.(packed.plan.id);
  }
  for (const id of known.keys()) {
    await storing(client, async () => {
      if (await removePlan(client, id)) await nextVersion(client);
    });
    loaded.removed += 1;
  }
  if (loaded.stored > 0) await client.query('analyze');
  return loaded;
}

async function fillAnew(
  databaseUrl: string,
  client: pg.ClientBase,
  plans: Iterable<PlanToLoad>,
  parts: LoadParts,
): Promise<Loaded> {
  const version = await storing(client, async () => {
    await client.query(
      `truncate ${['plan', 'record', 'column', 'mask', 'status', 'name', 'word', 'plan_words', 'search'].map((table) => `shelf_${table}`).join()}`,
    );
    await client.query(`update shelf_state set analyzer = ''`);
    return await nextVersion(client);
  });
  const filler = new TableFiller(client, version);
  await filler.begin(listedWords(parts));
  const loaded: Loaded = { stored: 0, removed: 0, kept: 0, projects: 0 };
  const { threads = 0, municipalities, wordLists, dictionary = {} } = parts;
  const all = numbered(client, hashed(plans, parts));
  await packApart(all, { threads, municipalities, wordLists, dictionary }, parts, {
    number: (fresh) => filler.number(fresh),
    async add(plan) {
      await filler.add(plan);
      loaded.stored += 1;
      loaded.projects += plan.projects;
      parts.heard?.(plan.id);
    },
  });
  await filler.finish(databaseUrl);
  await client.query('analyze');
  return loaded;
}

/** A plan is another one when the towns are: 全市町 means them all. */
function* hashed(
  plans: Iterable<PlanToLoad>,
  { municipalities }: Pick<LoadParts, 'municipalities'>,
): Generator<PlanToLoad> {
  const towns = createHash('sha256').update(JSON.stringify(municipalities)).digest('hex');
  for (const plan of plans) yield { ...plan, hash: `${plan.hash} ${towns}` };
}

/** Parts of names are kept while there are few records. */
async function* numbered(client: pg.ClientBase, plans: Iterable<PlanToLoad>): AsyncGenerator<NumberedPlan> {
  const { rows } = await client.query<{ records: string }>(
    `select coalesce(sum((head::json->'documents'->>0)::int), 0) as records from shelf_plan`,
  );
  let records = Number(rows[0]?.records ?? 0);
  let numbers: number[] = [];
  for (const plan of plans) {
    records += plan.file.projects.length + plan.file.kpis.length;
    if (numbers.length === 0) numbers = await nextNumbers(client, 64);
    yield { ...plan, no: numbers.shift() as number, parted: records <= MOST_PARTED };
  }
}

/** Synonyms and readings refer to listed words. */
function listedWords({ tokenizer, wordLists }: LoadTools): Word[] {
  const table = new PhraseTable(wordLists);
  const analyzer = new Analyzer(tokenizer, table);
  const words = new Map<string, Word>();
  for (const phrase of table.phrases) {
    const word = analyzer.analyze(phrase).words.find((each) => each.text === phrase);
    if (word && !words.has(word.term)) words.set(word.term, word);
  }
  return [...words.values()];
}
