// The workspace a visitor finds: a small town hall, three people, and a welcome with three examples to click.
import type { Manifest } from './manifest.ts';
import { botUser, slackbot, type WorkspaceState } from './workspace.ts';

const people = [
  { id: 'U0SATO', name: '佐藤 美咲', title: '企画課' },
  { id: 'U0TANAKA', name: '田中 健', title: '財政課' },
  { id: 'U0SUZUKI', name: '鈴木 葵', title: '移住定住係' },
];
const everybody = people.map((person) => person.id);

/** Action id of the example buttons; the page types their value into the composer and sends it. */
const exampleAction = 'playground_example';

/** A fresh workspace; `ts` stamps the welcome. */
export function townHall(manifest: Manifest, ts: string): WorkspaceState {
  const command = (name: string) => manifest.commands.find((known) => known.command.endsWith(name))?.command;
  const examples = [
    [command('kpi'), '移住'],
    [command('jigyo'), '上毛町が参加'],
    [command('kpi'), '遅れ'],
  ].flatMap(([name, words]) => (name ? [`${name} ${words}`] : []));
  const channels = [
    { id: 'C0KIKAKU', name: '企画課', kind: 'public', topic: '計画と予算の相談はここで', bot: true },
    { id: 'C0IJU', name: '移住定住', kind: 'public', topic: '移住・定住の取組', bot: true },
    {
      id: 'C0OSHIRASE',
      name: 'お知らせ',
      kind: 'public',
      topic: '庁内のお知らせ（ボットは未参加）',
      bot: false,
    },
    { id: 'G0ZAISEI', name: '財政協議', kind: 'private', topic: '非公開（ボットは未参加）', bot: false },
    { id: 'C0KYU', name: '旧プロジェクト', kind: 'public', topic: '終了したチャンネル', bot: true },
  ] as const;
  return {
    counter: 0,
    people,
    channels: [
      ...channels.map(({ bot, ...channel }) => ({
        ...channel,
        members: bot ? [...everybody, botUser] : [...everybody],
        archived: channel.id === 'C0KYU',
      })),
      ...people.map((person) => ({
        id: `D${person.id.slice(1)}`,
        name: manifest.botName,
        kind: 'im' as const,
        members: [person.id, botUser],
        archived: false,
        topic: '',
      })),
    ],
    messages: [
      {
        ts,
        channel: 'C0KIKAKU',
        user: slackbot,
        text: `${manifest.botName} を試す場所へようこそ`,
        threadTs: null,
        edited: false,
        ephemeralTo: null,
        files: [],
        blocks: [
          {
            type: 'section',
            block_id: 'welcome',
            text: {
              type: 'mrkdwn',
              text: `*ようこそ。計画の事業・KPI・予算・参加市町を ${manifest.botName} に聞けます*\nまず、下の例を1つ押してください。入力欄に入って送られ、答えはあなただけに表示されます。`,
            },
          },
          {
            type: 'actions',
            block_id: 'examples',
            elements: examples.map((example, i) => ({
              type: 'button',
              action_id: i === 0 ? exampleAction : `${exampleAction}_${i}`,
              value: example,
              text: { type: 'plain_text', text: example },
              ...(i === 0 ? { style: 'primary' } : {}),
            })),
          },
          {
            type: 'context',
            block_id: 'welcome-hint',
            elements: [
              {
                type: 'mrkdwn',
                text: `次は下の入力欄に \`/\`（コマンド一覧）か \`@${manifest.botName}\` と質問を入力します。「アプリ」からホームとDMも開けます。`,
              },
            ],
          },
        ],
      },
    ],
    views: {},
    homes: {},
    prompts: {},
    statuses: {},
    files: [],
  };
}
