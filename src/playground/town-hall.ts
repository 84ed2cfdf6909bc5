// The workspace a visitor finds: a small town hall, three people, and a welcome with three examples to click.
import type { Manifest } from './manifest.ts';
import { botUser, type Channel, slackbot, type WorkspaceState } from './workspace.ts';

const people = [
  { id: 'U0SATO', name: '佐藤 美咲', title: '企画課' },
  { id: 'U0TANAKA', name: '田中 健', title: '財政課' },
  { id: 'U0SUZUKI', name: '鈴木 葵', title: '移住定住係' },
];
const everybody = people.map((person) => person.id);

/** A public channel with everybody and the bot in it, unless said otherwise. */
function room(id: string, name: string, topic: string, otherwise: Partial<Channel> = {}): Channel {
  return { id, name, topic, kind: 'public', members: [...everybody, botUser], archived: false, ...otherwise };
}

/** Action id of the example buttons; the page types their value into the composer and sends it. */
const exampleAction = 'playground_example';

/** What greets a visitor: examples over the plans of seeds/, or the invitation to bring a plan. */
export type Welcome = 'examples' | 'bring a plan';

const asked: Record<Welcome, [command: string, words: string][]> = {
  examples: [
    ['kpi', '移住'],
    ['jigyo', '上毛町が参加'],
    ['kpi', '遅れ'],
  ],
  'bring a plan': [['kpi', 'ヘルプ']],
};

/** A fresh workspace; `ts` stamps the welcome. */
export function townHall(manifest: Manifest, ts: string, greeting: Welcome = 'examples'): WorkspaceState {
  const examples = asked[greeting].flatMap(([name, words]) => {
    const known = manifest.commands.find(({ command }) => command.endsWith(name));
    return known ? [`${known.command} ${words}`] : [];
  });
  const without = { members: [...everybody] };
  const channels = [
    room('C0KIKAKU', '企画課', '計画と予算の相談はここで'),
    room('C0IJU', '移住定住', '移住・定住の取組'),
    room('C0OSHIRASE', 'お知らせ', '庁内のお知らせ（ボットは未参加）', without),
    room('G0ZAISEI', '財政協議', '非公開（ボットは未参加）', { ...without, kind: 'private' }),
    room('C0KYU', '旧プロジェクト', '終了したチャンネル', { archived: true }),
    ...everybody.map((id) =>
      room(`D${id.slice(1)}`, manifest.botName, '', { kind: 'im', members: [id, botUser] }),
    ),
  ];
  const first =
    greeting === 'examples'
      ? 'まず、下の例を1つ押してください。入力欄に入って送られ、答えはあなただけに表示されます。'
      : `まず、計画のファイル（Excel・CSV・JSON・PDF）をこのページに落としてください。「アプリ」の ${manifest.botName} に送られ、確認すると取り込まれます。`;
  const welcome = `*ようこそ。計画の事業・KPI・予算・参加市町を ${manifest.botName} に聞けます*\n${first}`;
  const hint = `次は下の入力欄に「/」（コマンド一覧）か「@${manifest.botName}」と質問を入力します。「アプリ」からホームとDMも開けます。`;
  const buttons = examples.map((example, i) => ({
    type: 'button',
    action_id: `${exampleAction}_${i}`,
    value: example,
    text: { type: 'plain_text', text: example },
    ...(i === 0 ? { style: 'primary' } : {}),
  }));
  return {
    counter: 0,
    people,
    channels,
    messages: [
      {
        ts,
        channel: 'C0KIKAKU',
        user: slackbot,
        text: `${manifest.botName} を試す場所へようこそ`,
        threadTs: null,
        edited: false,
        ephemeralTo: null,
        blocks: [
          { type: 'section', block_id: 'welcome', text: { type: 'mrkdwn', text: welcome } },
          { type: 'actions', block_id: 'examples', elements: buttons },
          { type: 'context', block_id: 'hint', elements: [{ type: 'mrkdwn', text: hint }] },
        ],
      },
    ],
    views: {},
    homes: {},
    prompts: {},
  };
}
