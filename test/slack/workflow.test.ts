// The steps for Workflow Builder.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Obj } from '../../src/playground/json.ts';
import { runStep } from '../../src/playground/people/open.ts';
import { channels, openTown, people, type Town, until } from '../support/slack-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Runs a step and gives the call that ended it. */
async function run(step: string, inputs: Obj): Promise<Obj> {
  const { hub } = town.playground;
  const before = hub.requests.length;
  await runStep(hub, { user: people.sato, channel: channels.kikaku }, step, inputs);
  const call = await until(
    () => hub.requests.slice(before).find(({ name }) => name.startsWith('functions.')),
    'the end of the step',
  );
  const request = call.request as Obj;
  const outputs =
    typeof request.outputs === 'string' ? (JSON.parse(request.outputs) as Obj) : request.outputs;
  return { call: call.name, error: request.error, ...((outputs ?? {}) as Obj) };
}

test('「KPIを検索」 gives text and count', async () => {
  const ended = await run('search_kpi', { words: 'U・Iターン就職決定者数' });
  expect(ended).toMatchObject({ call: 'functions.completeSuccess' });
  expect(ended.total).toBeGreaterThan(0);
  expect(ended.text).toContain('400人');
  expect(ended.text).toContain('出典');
});

test('「遅れているKPI」 needs no words and takes some', async () => {
  const all = await run('lagging_kpi', {});
  expect(Number(all.total)).toBeGreaterThan(3);
  const some = await run('lagging_kpi', { words: '国際政策課' });
  expect(Number(some.total)).toBeLessThan(Number(all.total));
});

test('nothing found is an answer with the count 0', async () => {
  expect(await run('search_kpi', { words: '空飛ぶ円盤zzz' })).toMatchObject({
    call: 'functions.completeSuccess',
    total: 0,
  });
});

test('empty words fail with a sentence for the person who set the step up', async () => {
  const ended = await run('search_kpi', { words: '　' });
  expect(ended).toMatchObject({ call: 'functions.completeError' });
  expect(ended.error).toContain('調べる言葉が空のため');
});

test('words cannot ping a channel through the answer', async () => {
  const ended = await run('search_kpi', { words: '<!channel> zzz' });
  expect(String(ended.text)).not.toContain('<!');
});

test('Slack refused nothing of all this', () => {
  expect(town.refusals()).toEqual([]);
});
