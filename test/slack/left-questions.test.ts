// kill -9 between acknowledgement and answer: the next process answers each question once, also those whose post had arrived.
import { expect, test } from 'vitest';
import { say } from '../../src/playground/people/say.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { sqliteFileIn } from '../../src/start/store/sqlite-file.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { channels, people, until, wordsOf } from '../support/slack-town.ts';
import { copy, overHttp, slack } from './copies.ts';

test('mentions acknowledged by a process that is killed are answered once by the next one', {
  timeout: 120_000,
}, async () => {
  const town = await slack();
  const { playground, wire, folder } = town;
  const { hub } = playground;
  const settings = overHttp(town);
  const answers = () => hub.workspace.state.messages.filter(({ user }) => user === botUser);
  const first = await copy(settings);
  playground.connect(`http://127.0.0.1:${first.port}/slack/events`);
  let posts = 0;
  wire.trouble = (path) => {
    if (!path.includes('chat.postMessage')) return null;
    posts += 1;
    // One post arrives and its answer does not; the others never get through.
    return posts === 1 ? 'lost' : 'silent';
  };
  const asked = { user: people.sato, channel: channels.kikaku };
  const said = [];
  for (let n = 0; n < 6; n += 1)
    said.push(
      await say(hub, {
        ...asked,
        channel: n % 2 === 0 ? channels.kikaku : channels.direct,
        text: '@Hakaru ヘルプ',
      }),
    );
  await until(() => (posts >= 2 ? true : undefined), 'posts on their way', 20_000);
  first.process.kill('SIGKILL');
  await first.ended;
  wire.trouble = () => null;
  const second = await copy(settings);
  playground.connect(`http://127.0.0.1:${second.port}/slack/events`);
  await until(() => (answers().length >= 6 ? true : undefined), 'six answers', 30_000);
  // It ends what it has begun; nothing is left over that somebody could answer again.
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  const store = openStore({ sqliteFile: sqliteFileIn(folder) });
  expect(await store.unansweredQuestions(new Date(0))).toEqual([]);
  await store.close();
  expect(
    answers()
      .map(({ threadTs }) => threadTs)
      .sort(),
  ).toEqual(said.map(({ ts }) => ts).sort());
  expect(answers().every((answer) => wordsOf(answer).includes('/kpi'))).toBe(true);
});
