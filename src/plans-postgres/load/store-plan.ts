// Puts one plan into the tables, all or nothing, beside or instead of its version before.
import type pg from 'pg';
import { channel } from '../channel.ts';
import { copyRows, rowsFrom } from './copy-rows.ts';
import type { PackedPlan } from './pack-plan.ts';
import type { PlanWords } from './plan-words.ts';
import type { Books, TermBook } from './term-book.ts';
import { planWordsRow, searchRows } from './word-rows.ts';

/** Any fixed number: one plan is stored at a time, whoever stores it. */
const STORE_LOCK = 4_869_007;

/** Runs the work in a transaction that holds the lock. */
export async function storing<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [STORE_LOCK]);
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Runs the work while nobody else stores anything. */
export async function lockedFor<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [STORE_LOCK]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [STORE_LOCK]).catch(() => undefined);
  }
}

/** Numbers for plans that are about to be stored. */
export async function nextNumbers(client: pg.ClientBase, count: number): Promise<number[]> {
  const { rows } = await client.query<{ no: string }>(
    `select nextval(pg_get_serial_sequence('shelf_plan', 'no')) as no from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ no }) => Number(no));
}

/** Stores the plan and tells the copies; within `storing`. */
export async function storePlan(
  client: pg.ClientBase,
  { plan, words }: { plan: PackedPlan; words: readonly PlanWords[] },
  books: Books,
): Promise<void> {
  await removePlan(client, plan.id);
  const version = await nextVersion(client);
  const [planWords, search]: [Uint8Array[], Uint8Array[]] = [[], []];
  for (const own of words) {
    const numbers = await countWords(client, own, books[own.part]);
    planWords.push(...planWordsRow(plan.no, own, numbers));
    search.push(...searchRows(plan.no, own, numbers));
  }
  await copyRows(client, { ...plan.rows, plan: planRow(plan, version), plan_words: planWords, search });
}

export const planRow = ({ no, id, place, hash, head }: PackedPlan, version: string) =>
  rowsFrom('plan', [[no, id, place, hash, version, head]]);

/** Adds the plan's words to those of all plans; returns their numbers by those of the book. In the order of terms, so that two who store do not wait for each other. */
async function countWords(
  client: pg.ClientBase,
  { part, distinct, records, said, strongest }: PlanWords,
  { terms, texts, readings }: TermBook,
): Promise<Int32Array> {
  const of = (all: readonly string[]) => Array.from(distinct, (id) => all[id] as string);
  const { rows } = await client.query<{ word: number; term: string }>(
    `insert into shelf_word as known (part, term, text, reading, records, said, strongest)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::smallint[]) as given (term)
     order by given.term
     on conflict (part, term) do update set records = known.records + excluded.records,
       said = known.said + excluded.said, strongest = greatest(known.strongest, excluded.strongest),
       reading = case when known.reading = '' then excluded.reading else known.reading end
     returning word, term`,
    [
      part,
      of(terms),
      of(texts),
      of(readings),
      ...[records, said, strongest].map((numbers) => `{${numbers.join()}}`),
    ],
  );
  const byTerm = new Map(rows.map(({ term, word }) => [term, word]));
  const numbers = new Int32Array(terms.length);
  for (const id of distinct) numbers[id] = byTerm.get(terms[id] as string) as number;
  return numbers;
}

/** Takes a plan out; copies notice by the version that is raised. */
export async function removePlan(client: pg.ClientBase, id: string): Promise<boolean> {
  const { rows } = await client.query<{ no: number }>('delete from shelf_plan where id = $1 returning no', [
    id,
  ]);
  const no = rows[0]?.no;
  if (no === undefined) return false;
  await client.query(
    `update shelf_word as known set records = known.records - gone.records, said = known.said - gone.said
     from (select w.word, w.records, w.said from shelf_plan_words p,
       lateral unnest(p.words, p.records, p.said) as w (word, records, said) where p.no = $1 order by w.word) as gone
     where known.word = gone.word`,
    [no],
  );
  for (const table of ['record', 'column', 'mask', 'status', 'name', 'plan_words', 'search'])
    await client.query(`delete from shelf_${table} where no = $1`, [no]);
  return true;
}

/** Raises the version and tells it to those who listen once the transaction stands. */
export async function nextVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    'update shelf_state set version = version + 1 returning version',
  );
  const version = rows[0]?.version as string;
  await client.query('select pg_notify($1, $2)', [channel, version]);
  return version;
}
