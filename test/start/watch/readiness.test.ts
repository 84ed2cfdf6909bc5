// Why a copy is not ready, in words, and how often Slack is asked.
import { expect, test } from 'vitest';
import { createReadiness, type Parts } from '../../../src/start/watch/readiness.ts';
import { openStore } from '../../../src/stores/open-store.ts';

const good: Parts = {
  store: { lastPlanSeq: async () => 3 },
  plansTaken: () => 3,
  resultsRead: () => true,
  connected: () => true,
  askSlack: async () => undefined,
};
const refusal = (name: string) => Object.assign(new Error(name), { data: { ok: false, error: name } });

test('a copy that lacks nothing is ready', async () => {
  expect(await createReadiness(good).reasons()).toEqual([]);
});

test('a store that cannot be opened is the one reason: what it holds is not known', async () => {
  const store = openStore({ sqliteFile: '/dev/null/hakaru.sqlite' });
  const reasons = await createReadiness({ ...good, store, resultsRead: () => false }).reasons();
  expect(reasons).toEqual([
    '記録の保存先につながりません。DATABASE_URL または DATA_DIR の場所を確かめてください。',
  ]);
});

test('plans and results that were not read, and a line that is cut, are named each', async () => {
  const parts = { ...good, plansTaken: () => 2, resultsRead: () => false, connected: () => false };
  expect(await createReadiness(parts).reasons()).toEqual([
    '取り込まれた計画をまだ読み終えていません。',
    '登録された実績をまだ読めていません。',
    'Slackにつながっていません。',
  ]);
});

test('a token that Slack refuses is told with its cure; Slack is not asked at each look', async () => {
  let asked = 0;
  const askSlack = async () => {
    asked += 1;
    throw refusal('token_revoked');
  };
  const readiness = createReadiness({ ...good, askSlack });
  const [reason] = await readiness.reasons();
  expect(reason).toContain('アプリの認証が取り消されています');
  expect(await readiness.reasons()).toEqual([reason]);
  expect(asked).toBe(1);
});

test('a Slack that is busy sends nobody away', async () => {
  const askSlack = () => Promise.reject(refusal('ratelimited'));
  expect(await createReadiness({ ...good, askSlack }).reasons()).toEqual([]);
});
