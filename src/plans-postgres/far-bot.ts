// A bot whose plans lie in PostgreSQL: each question is run again until all it looks up has been fetched.
import type pg from 'pg';
import type { Answer, Entry } from '../answer/answer.ts';
import type { AskOptions, Bot } from '../bot.ts';
import type { Repository } from '../data/repository.ts';
import type { Tokenizer } from '../language/tokenizer/tokenizer.ts';
import type { LexiconTexts } from '../language/words/lexicon-texts.ts';
import type { WordLists } from '../language/words/word-lists.ts';
import type { Clock } from '../ports/clock.ts';
import { cutForms, Lexicon } from '../question/mentions/lexicon.ts';
import type { FoundBody } from './found.ts';
import { shelfHash } from './load/load-plans.ts';
import { parts } from './load/plan-words.ts';
import { readIndexWords } from './read/far-index-words.ts';
import { searchTools } from './read/far-search.ts';
import { Following } from './read/following.ts';
import type { Need } from './read/gaps.ts';
import { type Layout, sizeOf } from './read/layout.ts';
import { placeOf } from './read/placed.ts';
import { newRun, type Records } from './read/records.ts';
import { Results } from './read/results.ts';
import { Shelf, untilWhole } from './read/shelf.ts';
import { createView, mostNamed, type NamedRecord, type View, type ViewTools } from './read/view.ts';

/** What a far bot is wired from. */
export interface FarParts {
  /** `READ_DATABASE_URL`, else `DATABASE_URL`. */
  databaseUrl: string;
  clock: Clock;
  tokenizer: Tokenizer;
  lexicon: LexiconTexts;
  wordLists: WordLists;
  /** See `SearchTools`. */
  exact?: boolean;
  /** `DATABASE_URL`: a copy that stays takes new versions up by itself, not first when it is asked. */
  follow?: string;
}

/** A bot that follows its tables. */
export interface FarBot extends Bot {
  /** Version of the tables that answers now. */
  version(): number;
  /** Takes up what has been stored since; true when there was anything. */
  renew(): Promise<boolean>;
  close(): Promise<void>;
}

/** Milliseconds after which a question asks whether there is a newer version. */
const lookEvery = 1500;

/** The newest view of the tables, and the one that comes after it. */
async function openViews(given: FarParts, shelf: Shelf) {
  const tools: ViewTools = {
    ...given,
    ...searchTools(given.tokenizer, given.wordLists),
    cuts: cutForms(new Lexicon(given.lexicon, given.tokenizer).forms, given.tokenizer),
  };
  const results = new Results();
  let view = await newView(shelf, tools, results).catch(async (error: unknown) => {
    await shelf.close();
    throw error;
  });
  let renewing: Promise<View> | undefined;
  const renew = () => {
    renewing ??= newView(shelf, tools, results, view)
      .then((next) => {
        view = next;
        return next;
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };
  return { now: () => view, renew };
}

/** Opens the bot once its tables can be read. @throws ShelfNotReady */
export async function openFarBot(given: FarParts): Promise<FarBot> {
  const shelf = new Shelf(given.databaseUrl, shelfHash(given.wordLists));
  const { now: view, renew } = await openViews(given, shelf);
  /** Questions on their way. */
  let running = 0;
  let lookedAt = performance.now();
  let following: Following | undefined;
  const renewIfChanged = async () => {
    lookedAt = performance.now();
    if ((await shelf.version()) === view().layout.version) return false;
    await renew();
    return true;
  };
  async function through<T>(run: (now: View) => T): Promise<T> {
    // What is in memory already would be answered from an older version for ever. A database that is down is met by what is fetched.
    if (!following && performance.now() - lookedAt > lookEvery) await renewIfChanged().catch(() => false);
    view().records.trim(running);
    running += 1;
    const own = newRun();
    const attempt = (now: View) => {
      now.records.begin(own);
      return run(now);
    };
    return await untilWhole(view(), { run: attempt, fetch: fetchFrom(shelf), renew }).finally(() => {
      running -= 1;
    });
  }
  if (given.follow !== undefined)
    following = new Following({ databaseUrl: given.follow, look: renewIfChanged });
  return {
    get repository() {
      return view().repository;
    },
    get search() {
      return view().search;
    },
    clock: given.clock,
    ask: (text: string, options?: AskOptions): Promise<Answer> => through((now) => now.answer(text, options)),
    read: (text, options) => view().read(text, options),
    through: (look, about) =>
      through((now) => {
        if (about) foresee(about, now.records);
        return look();
      }),
    over(_: Repository): Bot {
      throw new Error('plans in PostgreSQL answer everybody alike');
    },
    version: () => view().layout.version,
    renew: renewIfChanged,
    async close() {
      await following?.end();
      await shelf.close();
    },
  };
}

const fetchFrom = (shelf: Shelf) => (of: View, needs: readonly Need[]) => shelf.fetch(needs, of.layout);

async function newView(shelf: Shelf, tools: ViewTools, results: Results, before?: View): Promise<View> {
  const layout = await shelf.layout(before?.layout);
  return await shelf.snapshot(async (client) => {
    const vocabulary = await readIndexWords(client, parts.records, layout);
    const few = sizeOf(layout, 'project') + sizeOf(layout, 'kpi') <= mostNamed;
    const names = few ? await namesOf(client, layout) : [];
    return createView({ layout, vocabulary, names }, tools, results);
  });
}

/** The records of an answer are drawn in their order, a page of them or all. */
function foresee(answer: Answer, records: Records): void {
  const entries: readonly Entry[] = 'entries' in answer ? answer.entries : [];
  for (const kind of ['project', 'kpi'] as const)
    records.expect(kind, (most) =>
      entries.slice(0, most).flatMap((entry) => (entry.kind === kind ? (placeOf(entry.record) ?? []) : [])),
    );
  records.expectBeside((most) =>
    entries.slice(0, most).flatMap(({ record }) => (placeOf(record) === undefined ? [record] : [])),
  );
}

/** In the order of memory. */
async function namesOf(client: pg.ClientBase, { order }: Layout): Promise<NamedRecord[]> {
  const { rows } = await client.query<{ kind: number; no: number; at: number; id: string; body: string }>(
    'select kind, no, at, id, body from shelf_search where part = 0',
  );
  const placed = rows.flatMap(({ kind, no, at, id, body }) => {
    const [name, aliases] = JSON.parse(body) as FoundBody;
    const plan = order.get(no);
    return plan === undefined ? [] : [{ kind, plan, at, record: { id, name, aliases } }];
  });
  placed.sort((a, b) => a.kind - b.kind || a.plan - b.plan || a.at - b.at);
  return placed.map(({ kind, record }) => ({ kind: kind === 0 ? 'project' : 'kpi', ...record }));
}
