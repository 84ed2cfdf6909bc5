// How a digest reads, line by line, and that Slack takes every one of them.
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/digest/working-days.ts';
import { blockProblems } from '../../../src/playground/rules/blocks.ts';
import { digestMessages, digestText } from '../../../src/present/digest/digest.ts';
import { busTour, digestOf, papers, plansWith, pride, recorded, snooze } from '../../digest/town.ts';

const before = plansWith();
const friday = { since: '2026-11-20', before };
const textOf = (...args: Parameters<typeof digestOf>) => digestText(digestOf(...args).digest).split('\n');

describe('the text', () => {
  test('the first summary of 2026-11-24 is about eight lines', () => {
    expect(textOf('2026-11-24', before).slice(0, 10)).toEqual([
      '11/24(火) 計画KPI　お知らせを始めます（対象 105件）',
      '判定　遅れ 3件・注意 3件・公表評価のみ遅れ 1件・順調 6件・達成 20件（実績のある最後の年度）',
      '遅れ　会員都市間ネットワークの活用による共同プロジェクトの件数：1件／目標2件（R3・50.0%）　公表評価は順調　国際政策課・施策VII-1-(1)-①　［002 No. 23］',
      '遅れ　アセアン諸国などアジアの新興国との交流事業参加者延べ人数：19人／目標50人（R3・38.0%）　国際政策課・施策VII-1-(1)-②　［002 No. 25］',
      '遅れ　バスツアーの参加者数：0人／目標160人（R3・0.0%）　総務課・施策III-2-(1)-①ほか1　［002 No. 13ほか1］',
      '注意　北九州市の情報接触度：16位／目標10位以内（R3）　企画課・施策IV-4-(2)-③　［002 No. 19］',
      '注意　北九州市の認知度(地域ブランド調査によるもの)：17位／目標10位以内（R3）　企画課・施策IV-4-(2)-③　［002 No. 19］',
      'ほか 2件　（スレッドにあります）',
      '実績未登録　89件（久留米総合戦略46・R5行政評価35・主要事務事業8）　この1週間の登録 0件',
      '判定基準 100/80/60・市の公式基準ではありません ／ ［ ］は出典の文書と場所 ／ 次からは変化だけをお知らせします。変更・停止は「/kpi 通知 一覧」',
    ]);
  });

  test('changes say what, against which target, since when, who, and what it was before', () => {
    const now = plansWith(
      recorded(pride, 2024, '30%', { seq: 1 }),
      recorded(papers, 2022, '6本', { seq: 2 }),
      recorded(busTour, 2023, '130人', { seq: 3 }),
    );
    expect(textOf('2026-11-24', now, friday).slice(0, 6)).toEqual([
      '11/24(火) 計画KPI　前回(11/20)からの変化 3件',
      '遅れ　本市への誇りや自信があると答えた市民の割合：30%／目標80.0%（R6・37.5%・前は注意・11/20登録）　企画課・施策IV-4-(2)-②　［002 No. 16］',
      '改善・達成　2件　著名な学術雑誌への論文掲載数 6本（達成）、バスツアーの参加者数 130人（遅れ→達成）',
      '実績未登録　87件（久留米総合戦略46・R5行政評価33・主要事務事業8）　この1週間の登録 3件',
      '判定基準 100/80/60・市の公式基準ではありません ／ ［ ］は出典の文書と場所',
      '[一覧] [実績を入力] [KPIを1週間止める] [Excelで]',
    ]);
  });

  test('a quiet week is one line in the channel, snoozed ones counted', () => {
    const { digest } = digestOf('2026-11-24', before, friday, { snoozes: [snooze(busTour)] });
    expect(digestMessages(digest)?.post.text).toBe(
      '11/24(火) 計画KPI　前回(11/20)から変化はありません　実績未登録 88件（久留米総合戦略46・R5行政評価34・主要事務事業8）　この1週間の登録 0件　停止中 1件',
    );
  });

  test('the flip of 10/1 is one line', () => {
    expect(textOf('2026-10-01', before, { since: '2026-09-30' })[1]).toBe(
      '期限超過　8件（主要事務事業8）　R7の実績の登録期限（Hakaruの設定・2026/9/30）を過ぎました',
    );
  });

  test('a day without a post says when the next one comes', () => {
    expect(textOf('2026-11-21', before)).toEqual([
      '11/21(土) 計画KPI　休みの日のため投稿しません。次は11/24(火)です。',
    ]);
    expect(textOf('2026-11-25', before, { since: '2026-11-24' })).toEqual([
      '11/25(水) 計画KPI　変化がないため投稿しません。次は11/26(木)です。',
    ]);
  });

  test('the words of a subscription stand in the headline, harmless to Slack', () => {
    const { digest } = digestOf('2026-11-24', before, null, { filter: '<!channel> *太字*' });
    const post = digestMessages(digest)?.post;
    expect(post?.text.split('\n')[0]).toContain('「&lt;!channel&gt; *太字*」');
    expect(post?.blocks[0]?.type).toBe('rich_text');
  });

  test('a command prefix stands before every command shown', () => {
    const { digest } = digestOf('2026-11-24', before);
    const post = digestMessages(digest, { commandPrefix: 'hakaru-' })?.post;
    expect(JSON.stringify(post?.blocks)).toContain('「/hakaru-kpi 通知 一覧」');
  });
});

test('Slack takes every message of a year, thread included', () => {
  const changed = plansWith(
    ...before.kpis.map((kpi, i) => recorded(kpi.id, 2022 + (i % 4), `${i}`, { seq: i + 1, id: `e${i}` })),
  );
  let messages = 0;
  for (let day = '2026-04-01'; day <= '2027-03-31'; day = addDays(day, 9)) {
    for (const composed of [
      digestOf(day, before),
      digestOf(day, changed, { since: addDays(day, -8), before }),
      digestOf(day, before, { since: addDays(day, -8) }),
    ]) {
      const made = digestMessages(composed.digest, { channel: 'C0KIKAKU' });
      for (const { text, blocks } of made ? [made.post, ...made.thread] : []) {
        messages += 1;
        expect(blockProblems(blocks)).toEqual([]);
        expect(text).not.toBe('');
        expect([...text].length).toBeLessThanOrEqual(4000);
      }
    }
  }
  expect(messages).toBeGreaterThan(100);
});
