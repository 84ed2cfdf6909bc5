// A question is run again for whatever it lacks, so what is looked at one after the other has to come together.
import type pg from 'pg';
import { expect, test } from 'vitest';
import type { Repository } from '../../src/data/repository.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import type { PlanHead } from '../../src/plans-postgres/head.ts';
import { packFigures, packPlaces } from '../../src/plans-postgres/pack.ts';
import { FarNames } from '../../src/plans-postgres/read/far-names.ts';
import { farRepository } from '../../src/plans-postgres/read/far-repository.ts';
import { Missing } from '../../src/plans-postgres/read/gaps.ts';
import { layoutOf } from '../../src/plans-postgres/read/layout.ts';
import { placedRecords } from '../../src/plans-postgres/read/placed.ts';
import { newRun, Records } from '../../src/plans-postgres/read/records.ts';
import { Results } from '../../src/plans-postgres/read/results.ts';
import { always, Tables } from '../../src/plans-postgres/read/tables.ts';

const sizes = { project: 100, kpi: 0, row: 0, policy: 0, plan: 1, statement: 50 };
const layout = layoutOf(
  1,
  [],
  [{ no: 7, id: 'p', place: '0', version: 1, head: { sizes } as unknown as PlanHead }],
);

/** A server that answers every statement by `rows`, and remembers what it was asked. */
function server(rows: (values: unknown[]) => object[]) {
  const asked: unknown[][] = [];
  const query = async (_: string, values: unknown[]) => {
    asked.push(values);
    return { rows: rows(values) };
  };
  return { asked, client: { query } as unknown as pg.ClientBase };
}

/** A project as the server keeps it. */
const project = (at: number) => ({
  no: 7,
  kind: 0,
  at,
  id: `r${at}`,
  exact: true,
  body: JSON.stringify({ id: `r${at}`, kpis: [] }),
});
/** The projects whose places a statement names; it names none when it asks for something else. */
const recordsAsked = ([, , places]: unknown[]) => (Array.isArray(places) ? places.map(project) : []);

/** Runs until nothing is lacking; how often it had to fetch. */
async function rounds(client: pg.ClientBase, run: () => unknown): Promise<number> {
  for (let round = 0; ; round++) {
    try {
      run();
      return round;
    } catch (error) {
      if (!(error instanceof Missing) || round > 30) throw error;
      for (const need of error.needs) await need.fetch(client);
    }
  }
}

test('the statements of fifty subjects come in one round and by one statement', async () => {
  const tables = new Tables(layout, () => undefined);
  const subjects = Array.from({ length: 50 }, (_, i) => `s${i}`);
  const { asked, client } = server((values) =>
    (values[2] as string[]).map((key) => ({ no: 7, key, fy: -2, yes: packPlaces([Number(key.slice(1))]) })),
  );
  let found: { plan: number; at: number }[] = [];
  const run = () => {
    found = tables.statementsOn(subjects);
  };
  expect(await rounds(client, run)).toBe(1);
  expect(asked).toHaveLength(1);
  expect(found.map(({ at }) => at)).toEqual(subjects.map((_, i) => i));
});

test('who goes through all hits of a search waits for the first ones and for the others, not for each', async () => {
  const records = new Records(layout, () => undefined);
  const hits = Array.from({ length: 60 }, (_, place) => ({ kind: 'project', id: `r${place}` }));
  for (const [place, { id }] of hits.entries()) records.name('project', place, { id, name: id });
  const { client } = server(recordsAsked);
  const run = () => {
    records.begin();
    records.found(hits);
    for (const place of hits.keys()) records.at('project', place);
  };
  expect(await rounds(client, run)).toBe(2);
});

test('records of one name whose places were forgotten are asked for together', async () => {
  const records = new Records(layout, () => undefined);
  const none = { plans: [], projects: [], kpis: [], policies: [], municipalities: [], statements: [] };
  const repository = { ...none, departments: () => [] } as unknown as Repository;
  const tokenizer = await loadTokenizer();
  const names = new FarNames(repository, tokenizer, layout, records);
  const { client } = server((values) => {
    const [asked] = values;
    if (!Array.isArray(asked)) return recordsAsked(values);
    if (asked.includes('避難訓練'))
      return Array.from({ length: 50 }, (_, at) => ({ ...project(at), key: '避難訓練' }));
    return asked.flatMap((id: string) => (/^r\d+$/.test(id) ? [project(Number(id.slice(1)))] : []));
  });
  const find = () => names.find('避難訓練', tokenizer.tokenize('避難訓練'));
  expect(await rounds(client, find)).toBe(1);
  // As many others as make a copy forget places.
  for (let at = 0; at < 200_000; at++) records.knowPlace('project', 99, `other${at}`);
  records.trim(0);
  const look = () => {
    records.begin();
    find();
    records.at('project', 49);
  };
  expect(await rounds(client, look)).toBeLessThan(4);
});

test('of many members that are foreseen the first ones come, however often something else was fetched before', async () => {
  const records = new Records(layout, () => undefined);
  const run = newRun();
  const { asked, client } = server(recordsAsked);
  const wanted: number[] = [];
  // Four rounds for something else.
  for (let round = 0; round < 4; round++) records.begin(run);
  await rounds(client, () => {
    records.begin(run);
    records.expect('project', (most) => {
      wanted.push(most);
      return Array.from({ length: Math.min(most, 100) }, (_, at) => at);
    });
    records.at('project', 0);
  });
  expect(wanted).toEqual([64]);
  expect(asked).toHaveLength(1);
});

test('records in hand whose others were forgotten are drawn in few rounds', async () => {
  const { client } = server(([first, , places]: unknown[]) => {
    if (Array.isArray(places)) return places.map(project);
    const ids = Array.isArray(first) ? first.map(String) : [];
    return ids.flatMap((id) => (/^r\d+$/.test(id) ? [project(Number(id.slice(1)))] : []));
  });
  const records = new Records(layout, () => undefined);
  const run = newRun();
  // Ninety KPIs in hand, each of a project of its own.
  const inHand = Array.from({ length: 90 }, (_, at) => ({ id: `k${at}`, projects: [`r${at}`] }));
  const needed = await rounds(client, () => {
    records.begin(run);
    records.expectBeside((most) => inHand.slice(0, most) as never);
    for (const { projects } of inHand)
      records.all('project', [records.position('project', projects[0] as string)]);
  });
  expect(needed).toBeLessThan(6);
});

test('a copy that is never idle forgets records as well, those that came first', async () => {
  const own = { ...layout.plans[0]?.head, sizes: { ...sizes, project: 30_000 } } as unknown as PlanHead;
  const many = layoutOf(1, [], [{ no: 7, id: 'p', place: '0', version: 1, head: own }]);
  const records = new Records(many, () => undefined);
  const { asked, client } = server(recordsAsked);
  const places = Array.from({ length: 30_000 }, (_, at) => at);
  await rounds(client, () => records.all('project', places));
  records.trim(3);
  const before = asked.length;
  await rounds(client, () => records.at('project', 29_999));
  expect(asked).toHaveLength(before);
  await rounds(client, () => records.at('project', 0));
  expect(asked.length).toBeGreaterThan(before);
});

test('what else a text will lack comes in the round that fetches its names', async () => {
  const records = new Records(layout, () => undefined);
  const none = { plans: [], projects: [], kpis: [], policies: [], municipalities: [], statements: [] };
  const tokenizer = await loadTokenizer();
  const repository = { ...none, departments: () => [] } as unknown as Repository;
  const names = new FarNames(repository, tokenizer, layout, records);
  const fetched: string[] = [];
  names.besides = (text) => [{ fetch: async () => void fetched.push(text) }];
  const { client } = server(() => []);
  expect(await rounds(client, () => names.find('避難訓練', tokenizer.tokenize('避難訓練')))).toBe(1);
  expect(fetched).toEqual(['避難訓練']);
});

test('a column has the figures of each plan at its place, and is put together again without being fetched', async () => {
  const head = (project: number) => ({ sizes: { ...sizes, project }, columns: {} }) as unknown as PlanHead;
  const two = layoutOf(
    1,
    [],
    [
      { no: 7, id: 'p', place: '0', version: 1, head: head(2) },
      { no: 8, id: 'q', place: '1', version: 1, head: head(1_000_000) },
      { no: 9, id: 'r', place: '2', version: 1, head: head(3) },
    ],
  );
  const tables = new Tables(two, () => undefined);
  const { asked, client } = server(([, topic]) => [
    { no: 9, fy: -2, figures: packFigures(Float64Array.of(Number(String(topic).slice(1)), Number.NaN, 5)) },
    { no: 7, fy: -2, figures: packFigures(Float64Array.of(1, 2)) },
  ]);
  const columnOf = (topic: string) => tables.column('project', always(topic), null);
  // More than are kept with their gaps.
  const topics = Array.from({ length: 6 }, (_, i) => `#${i}`);
  await rounds(client, () => topics.forEach(columnOf));
  const column = columnOf('#0');
  expect(asked).toHaveLength(6);
  expect([...column.subarray(0, 3), ...column.subarray(-3)]).toEqual([1, 2, Number.NaN, 0, Number.NaN, 5]);
  expect(column).toHaveLength(1_000_005);
});

test('the plan of a record that is named is known without reading the record', async () => {
  const records = new Records(layout, () => undefined);
  const repository = farRepository({
    layout,
    plans: [],
    policies: [],
    records,
    placed: { project: placedRecords('project', layout, records), kpi: [] },
    recorded: new Results().recorded,
    under: () => [],
    statements: [],
  });
  records.name('project', 4, { id: 'r4', name: '避難訓練' });
  expect(repository.project('r4')).toMatchObject({ id: 'r4', name: '避難訓練', plan: 'p' });
  expect(() => repository.project('r4')?.department).toThrow(Missing);
});
