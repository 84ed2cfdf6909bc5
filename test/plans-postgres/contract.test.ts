// One question, two stores of plans, the same answer: for every shape of query and every kind of condition.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticQueries } from '../../bench/corpus.ts';
import { forms } from '../../bench/forms.ts';
import type { RecordedEntry } from '../../src/ports/store.ts';
import { askSchema, type Predicate } from '../../src/question/query.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../support/postgres.ts';
import { plansWith, type TwoBots, twoBots } from './both.ts';
import { questions } from './questions.ts';
import { expectAlike } from './two-bots.ts';

const binaries = postgresBinaries();
/** At 10,000 the bench asks them: `npm run bench -- --store postgres --only contract --count 10000`. */
const count = 500;

describe.skipIf(binaries === null)(
  binaries === null
    ? 'plans in PostgreSQL (skipped: no server)'
    : 'plans in PostgreSQL answer as plans in memory',
  () => {
    let server: PostgresServer;
    let bots: TwoBots;
    beforeAll(async () => {
      server = startPostgres(binaries ?? '');
      bots = await twoBots(await server.createDatabase(), plansWith(count));
    }, 1_200_000);
    afterAll(async () => {
      await bots?.far.close();
      server?.remove();
    });

    const asked = [...Object.values(forms).flat(), ...questions, ...syntheticQueries(count / 20)];
    test(`${asked.length} questions say and show the same`, { timeout: 3_000_000 }, async () => {
      for (const question of asked) await expectAlike(bots, question);
    });

    test('the questions hold every ask and every kind of condition', () => {
      const queries = asked.flatMap((question) => bots.near.read(question).queries);
      expect(new Set(queries.map(({ ask }) => ask))).toEqual(new Set(askSchema.options));
      const conditions = queries.flatMap(({ sets }) => sets.flatMap(({ where }) => where.flatMap(kindsOf)));
      expect([...new Set(conditions)].sort()).toEqual(Object.keys(everyCondition).sort());
    });

    test('on other days the states are those of the day', { timeout: 60_000 }, async () => {
      for (const asOf of ['2022-03-31', '2022-04-01', '2022-10-01', '2025-09-30', '2031-01-01'])
        for (const question of ['遅れているKPIはいくつ', '判定ごとのKPIの数', '遅れている事業はどれですか'])
          await expectAlike(bots, question, { asOf });
    });

    test('a follow-up goes on from the query before', { timeout: 60_000 }, async () => {
      await expectAlike(bots, 'R4は？', { context: '企画課のR5年度予算の合計は？' });
      await expectAlike(bots, 'その担当課は？', { context: '令和5年度の予算が一番多い事業' });
    });

    test('a recorded result counts in figures, states and lists', { timeout: 60_000 }, async () => {
      const entries = [result('hyoka-kpi-bus-tour', 160, 1), result('renkei-kpi-ui-turn-shushoku', 500, 2)];
      for (const { repository } of [bots.near, bots.far]) repository.applyEntries(entries);
      for (const question of [
        'バスツアーの参加者数の実績は',
        'バスツアーの参加者数の履歴',
        '遅れているKPIはいくつ',
        '判定ごとのKPIの数',
        'R8の実績が100人以上のKPI',
        '実績がないKPIはいくつ',
        'R8の実績が一番大きいKPI',
      ])
        await expectAlike(bots, question);
    });
  },
);

function kindsOf(predicate: Predicate): Predicate['is'][] {
  if (predicate.is === 'any' || predicate.is === 'all')
    return [predicate.is, ...predicate.of.flatMap(kindsOf)];
  return predicate.is === 'not' ? ['not', ...kindsOf(predicate.that)] : [predicate.is];
}

/** A new kind of condition must be asked for here as well; `all` is the runner's own, for what is listed again under a policy. */
const everyCondition: Record<Exclude<Predicate['is'], 'all'>, true> = {
  plan: true,
  department: true,
  town: true,
  policy: true,
  document: true,
  'of-project': true,
  number: true,
  compare: true,
  against: true,
  short: true,
  word: true,
  has: true,
  'only-in': true,
  dashed: true,
  blank: true,
  instead: true,
  change: true,
  told: true,
  status: true,
  lagging: true,
  due: true,
  direction: true,
  name: true,
  holds: true,
  repeated: true,
  unit: true,
  near: true,
  not: true,
  any: true,
};

function result(kpi: string, value: number, seq: number): RecordedEntry {
  return {
    id: `result-${seq}`,
    kind: 'recorded',
    kpi,
    plan: kpi.startsWith('hyoka') ? 'kitakyushu-hyoka' : 'kitakyushu-renkei',
    fy: 2026,
    typed: `${value}人`,
    value,
    unit: '人',
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'T1 U1',
    recordedAt: '2026-11-21T01:00:00.000Z',
    seq,
  };
}
