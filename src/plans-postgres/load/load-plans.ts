// Brings the tables to hold just the plans given: what changed is stored, what is gone removed, the rest left alone.
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../../language/words/phrase-table.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { MOST_PARTED } from '../../question/mentions/names.ts';
import { Analyzer, type Word } from '../../search/analyzer.ts';
import { indexHash, wordReader } from '../../search/build-index.ts';
import { nameRows } from './name-rows.ts';
import { planRows } from './plan-rows.ts';
import { nextVersion, type ReadyPlan, removePlan, storePlan, storing } from './store-plan.ts';
import { parts, wordRows } from './word-rows.ts';

/** Raise when the rows of a plan change, so that all plans are stored anew. */
const ROWS_VERSION = 2;

/** What words are cut with. */
export interface LoadTools {
  tokenizer: Tokenizer;
  wordLists: WordLists;
}

/** A plan to store. */
export interface PlanToLoad {
  /** Orders the plans: those of the seeds by their files, then the brought ones by their ids. */
  place: string;
  file: PlanFile;
  /** Of the file's text. */
  hash: string;
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

/** Stores plans one after the other. The tables must be there (`migrate`). */
export class PlanLoader {
  private readonly wordsOf: (text: string) => Word[];
  private readonly analyzer: Analyzer;
  private readonly phrases: PhraseTable;
  private records = 0;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly tools: LoadTools,
    private readonly municipalities: Municipality[],
  ) {
    this.phrases = new PhraseTable(tools.wordLists);
    this.analyzer = new Analyzer(tools.tokenizer, this.phrases);
    this.wordsOf = wordReader(this.analyzer);
  }

  /** Empties the tables when they were made with other words; copies wait until `finish`. */
  async begin(): Promise<void> {
    const { client } = this;
    const towns = JSON.stringify(this.municipalities);
    const { rows } = await client.query<{ analyzer: string; towns: string }>(
      'select analyzer, towns from shelf_state',
    );
    const wanted = shelfHash(this.tools.wordLists);
    if (rows[0]?.analyzer !== wanted)
      await storing(client, async () => {
        for (const table of [
          'plan',
          'record',
          'column',
          'mask',
          'status',
          'name',
          'word',
          'plan_words',
          'search',
        ])
          await client.query(`truncate shelf_${table}`);
        await client.query(`update shelf_state set analyzer = ''`);
        await this.storePhrases();
        await nextVersion(client);
      });
    if (rows[0]?.towns !== towns)
      await storing(client, async () => {
        await client.query('update shelf_state set towns = $1', [towns]);
        await nextVersion(client);
      });
    const sizes = await client.query<{ records: string }>(
      'select count(*) as records from shelf_record where kind < 2',
    );
    this.records = Number(sizes.rows[0]?.records ?? 0);
  }

  /** The plan with the same id gives way. */
  async store(plan: PlanToLoad): Promise<void> {
    await storing(this.client, () => storePlan(this.client, this.ready(plan)));
  }

  /** Rows of a plan; takes most of the time and needs no database. */
  ready({ file, place, hash }: PlanToLoad): ReadyPlan {
    const rows = planRows(file, this.municipalities);
    this.records += file.projects.length + file.kpis.length;
    const names = nameRows(rows.repository, this.records <= MOST_PARTED ? this.tools.tokenizer : null);
    return { place, hash, rows, names, words: wordRows(rows.repository, this.wordsOf) };
  }

  /** From here on copies answer from the tables. */
  async finish(): Promise<void> {
    await storing(this.client, async () => {
      const { rowCount } = await this.client.query(
        'update shelf_state set analyzer = $1 where analyzer <> $1',
        [shelfHash(this.tools.wordLists)],
      );
      if (rowCount) await nextVersion(this.client);
    });
    await this.client.query('analyze');
  }

  /** Synonyms and readings refer to listed words, whether a record holds them or not. */
  private async storePhrases(): Promise<void> {
    const words = new Map<string, Word>();
    for (const phrase of this.phrases.phrases) {
      const word = this.analyzer.analyze(phrase).words.find((each) => each.text === phrase);
      if (word && !words.has(word.term)) words.set(word.term, word);
    }
    const all = [...words.values()];
    for (const part of [parts.records, parts.statements])
      await this.client.query(
        `insert into shelf_word (part, term, text, reading, records, said, strongest)
         select $1, *, 0, 0, 0 from unnest($2::text[], $3::text[], $4::text[])`,
        [part, all.map(({ term }) => term), all.map(({ text }) => text), all.map(({ reading }) => reading)],
      );
  }
}

/** Stores what changed; `heard` is told of each plan. */
export async function loadPlans(
  databaseUrl: string,
  plans: readonly PlanToLoad[],
  parts: LoadTools & { municipalities: Municipality[]; heard?: (plan: PlanToLoad) => void },
): Promise<Loaded> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const loader = new PlanLoader(client, parts, parts.municipalities);
    await loader.begin();
    const { rows } = await client.query<{ id: string; hash: string; place: string }>(
      'select id, hash, place from shelf_plan',
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    const towns = createHash('sha256').update(JSON.stringify(parts.municipalities)).digest('hex');
    const loaded: Loaded = { stored: 0, removed: 0, kept: 0, projects: 0 };
    for (const plan of plans) {
      const hash = `${plan.hash} ${towns}`;
      const before = known.get(plan.file.plan.id);
      known.delete(plan.file.plan.id);
      if (before?.hash === hash && before.place === plan.place) {
        loaded.kept += 1;
        continue;
      }
      await loader.store({ ...plan, hash });
      loaded.stored += 1;
      loaded.projects += plan.file.projects.length;
      parts.heard?.(plan);
    }
    for (const id of known.keys()) {
      await storing(client, async () => {
        if (await removePlan(client, id)) await nextVersion(client);
      });
      loaded.removed += 1;
    }
    await loader.finish();
    return loaded;
  } finally {
    await client.end();
  }
}
