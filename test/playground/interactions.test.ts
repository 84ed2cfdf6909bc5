// Shortcuts, external selects, live modals, workflow steps: the rarer ways of a real Bolt app and a person.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, suggest } from '../../src/playground/people/click.ts';
import { submit } from '../../src/playground/people/modal.ts';
import { runStep, useShortcut } from '../../src/playground/people/open.ts';
import { say } from '../../src/playground/people/say.ts';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { manifest } from './support/manifest.ts';
import { startSmallApp } from './support/small-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const search = {
  type: 'modal' as const,
  callback_id: 'search',
  title: plain('検索'),
  submit: plain('探す'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'town',
      optional: true,
      dispatch_action: true,
      label: plain('市町'),
      element: { type: 'external_select' as const, action_id: 'town', min_query_length: 1 },
    },
  ],
};

let playground: Playground;
let bot: Awaited<ReturnType<typeof startSmallApp>>;
beforeEach(async () => {
  playground = await startPlayground({ manifest, port: 0 });
  bot = await startSmallApp(playground);
  bot.app.shortcut('search_global', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: search });
  });
});
afterEach(async () => {
  await bot.stop();
  await playground.close();
});
const stack = () => playground.hub.workspace.state.views.U0SATO ?? [];
const open = async () => {
  await useShortcut(playground.hub, 'U0SATO', 'search_global');
  await vi.waitFor(() => expect(stack()).toHaveLength(1));
  return stack()[0]?.id ?? '';
};
const town = (view: string, value: unknown) => ({
  user: 'U0SATO',
  place: { view },
  blockId: 'town',
  actionId: 'town',
  value,
});

test('a message shortcut brings the message along', async () => {
  const heard = vi.fn();
  bot.app.shortcut('search_message', async ({ ack, shortcut }) => {
    await ack();
    heard(shortcut);
  });
  const message = await say(playground.hub, { user: 'U0SATO', channel: 'C0OSHIRASE', text: '空き家の件' });
  await useShortcut(playground.hub, 'U0TANAKA', 'search_message', message);
  expect(heard.mock.calls[0]?.[0]).toMatchObject({
    type: 'message_action',
    user: { id: 'U0TANAKA' },
    message: { text: '空き家の件', user: 'U0SATO' },
    channel: { id: 'C0OSHIRASE', name: 'お知らせ' },
  });
});

test('an external select asks the bot, and the choice updates the modal while what was typed stays', async () => {
  const option = { text: plain('直方市'), value: 'nogata' };
  bot.app.options('town', async ({ ack, options }) => {
    await ack({ options: options.value === 'のおがた' ? [option] : [] });
  });
  bot.app.action('town', async ({ ack, body, client }) => {
    await ack();
    const view = (body as { view?: { id: string; hash: string } }).view;
    await client.views.update({
      view_id: view?.id ?? '',
      hash: view?.hash ?? '',
      view: {
        ...search,
        blocks: [...search.blocks, { type: 'section', text: plain('直方市の事業は26件です') }],
      },
    });
  });
  const view = await open();
  expect(await suggest(playground.hub, town(view, 'のおがた'))).toEqual([option]);
  expect(await suggest(playground.hub, town(view, 'x'))).toEqual([]);
  await click(playground.hub, town(view, JSON.stringify(option)));
  await vi.waitFor(() => expect(stack()[0]?.body.blocks).toHaveLength(2));
  expect(stack()[0]?.state.town?.town).toEqual({ type: 'external_select', selected_option: option });
  expect(playground.hub.refusals).toEqual([]);
});

test('more than 100 suggestions are noted as a refusal', async () => {
  bot.app.options('town', async ({ ack }) => {
    await ack({
      options: Array.from({ length: 101 }, (_, i) => ({ text: plain(`市${i}`), value: `v${i}` })),
    });
  });
  await suggest(playground.hub, town(await open(), 'い'));
  expect(playground.hub.refusals).toMatchObject([{ error: 'invalid_options' }]);
});

test.each([
  ['update', { response_action: 'update' as const, view: { ...search, title: plain('結果') } }, ['結果']],
  ['push', { response_action: 'push' as const, view: { ...search, title: plain('詳細') } }, ['検索', '詳細']],
  ['clear', { response_action: 'clear' as const }, []],
])('response_action %s', async (_name, response, titles) => {
  bot.app.view('search', async ({ ack }) => {
    await ack(response);
  });
  expect(await submit(playground.hub, 'U0SATO', await open(), {})).toEqual({});
  expect(stack().map((view) => (view.body.title as { text: string }).text)).toEqual(titles);
});

test('errors for a block that is no input are refused as Slack does', async () => {
  bot.app.view('search', async ({ ack }) => {
    await ack({ response_action: 'errors', errors: { elsewhere: '違います' } });
  });
  expect(await submit(playground.hub, 'U0SATO', await open(), {})).toHaveProperty('');
  expect(playground.hub.refusals).toMatchObject([{ error: 'invalid_errors' }]);
});

test('a modal is closed alone, or with all below it', async () => {
  bot.app.view('search', async ({ ack }) => {
    await ack({ response_action: 'push', view: search });
  });
  await submit(playground.hub, 'U0SATO', await open(), {});
  expect(stack()).toHaveLength(2);
  playground.hub.workspace.closeViews('U0SATO', stack()[1]?.id ?? '');
  expect(stack()).toHaveLength(1);
  playground.hub.workspace.closeViews('U0SATO');
  expect(stack()).toEqual([]);
});

test('a workflow step runs and its outcome is told to the person', async () => {
  bot.app.function('lagging_kpi', async ({ complete, inputs }) => {
    await complete({ outputs: { text: `${inputs.words}: 3件` } });
  });
  await runStep(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU' }, 'lagging_kpi', { words: '移住' });
  await vi.waitFor(() =>
    expect(playground.hub.workspace.state.messages.at(-1)).toMatchObject({
      ephemeralTo: 'U0SATO',
      text: 'ワークフローのステップが完了しました\ntext: 移住: 3件',
    }),
  );
});
