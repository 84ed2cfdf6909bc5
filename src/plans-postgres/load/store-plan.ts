// Puts one plan into the tables, all or nothing, beside or instead of its version before.
import type pg from 'pg';
import { channel } from '../channel.ts';
import { bytesOf, copyLines, lineOf, listOf } from './copy-lines.ts';
import type { PackedPlan } from './pack-plan.ts';
import { type PackedWords, searchLines } from './packed-words.ts';

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
export async function storePlan(client: pg.ClientBase, plan: PackedPlan): Promise<void> {
  await removePlan(client, plan.id);
  const version = await nextVersion(client);
  const search: string[] = [];
  const planWords: string[] = [];
  for (const packed of plan.words) {
    const numbers = await countWords(client, packed);
    search.push(...searchLines(packed, numbers));
    planWords.push(planWordsLine(plan.no, packed, numbers));
  }
  await copyLines(client, {
    plan: bytesOf([planLine(plan, version)]),
    ...plan.lines,
    plan_words: bytesOf(planWords),
    search: bytesOf(search),
  });
}

export const planLine = ({ no, id, place, hash, head }: PackedPlan, version: string) =>
  lineOf([no, id, place, hash, version, head]);

/** What a plan added to the words, to be taken off when it goes. */
export const planWordsLine = (
  no: number,
  { part, records, said }: PackedWords,
  numbers: ArrayLike<number>,
): string => lineOf([no, part, listOf(numbers), listOf(records), listOf(said)]);

/** Adds the plan's words to those of all plans; returns their numbers. In the order of terms, so that two who store do not wait for each other. */
async function countWords(client: pg.ClientBase, packed: PackedWords): Promise<number[]> {
  const { part, terms, texts, readings, records, said, strongest } = packed;
  const { rows } = await client.query<{ word: number; term: string }>(
    `insert into shelf_word as known (part, term, text, reading, records, said, strongest)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::smallint[]) as given (term)
     order by given.term
     on conflict (part, term) do update set records = known.records + excluded.records,
       said = known.said + excluded.said, strongest = greatest(known.strongest, excluded.strongest),
       reading = case when known.reading = '' then excluded.reading else known.reading end
     returning word, term`,
    [part, terms, texts, readings, listOf(records), listOf(said), listOf(strongest)],
  );
  const numbers = new Map(rows.map(({ term, word }) => [term, word]));
  return terms.map((term) => numbers.get(term) as number);
}

/** Takes a plan out; copies are told with the version that is raised. */
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
