// `/kpi 通知 …` as people type it: what they want, and texts that are questions and no requests.
import { describe, expect, test } from 'vitest';
import { subscriptionRequested } from '../../../src/slack/subscriptions/request.ts';

const nothing = { does: 'create', filter: '', time: null, weekdays: null, problem: null };

describe('requests about digests', () => {
  test.each([
    ['通知', {}],
    ['　通知　', {}],
    ['通知 移住 9:30', { filter: '移住', time: '09:30' }],
    ['通知　移住　９：３０', { filter: '移住', time: '09:30' }],
    ['通知 9時半 移住', { filter: '移住', time: '09:30' }],
    ['通知 総務課 8時', { filter: '総務課', time: '08:00' }],
    ['通知 午後3時15分', { time: '15:15' }],
    ['通知 17:00に', { time: '17:00' }],
    ['通知 移住 子育て', { filter: '移住 子育て' }],
    ['通知 毎週月曜 9:00', { time: '09:00', weekdays: [1] }],
    ['通知 月水金', { weekdays: [1, 3, 5] }],
    ['通知 火・木曜', { weekdays: [2, 4] }],
    ['通知 平日 行政評価', { filter: '行政評価', weekdays: [1, 2, 3, 4, 5] }],
    ['通知 一覧', { does: 'list' }],
    ['通知 停止', { does: 'stop' }],
    ['通知 停止 移住', { does: 'stop', filter: '移住' }],
    ['通知 移住 停止', { does: 'stop', filter: '移住' }],
    ['通知 再開', { does: 'resume' }],
    ['通知 設定', { does: 'settings' }],
    ['通知 今すぐ', { does: 'send-now' }],
    ['お知らせ 直方市', { filter: '直方市' }],
    ['通知 木', { filter: '木' }],
  ])('%s', (text, expected) => {
    expect(subscriptionRequested(text)).toEqual({ ...nothing, ...expected });
  });

  test.each([
    ['通知 25:00', '時刻は 0:00〜23:59 で指定してください（「25:00」）。例：/kpi 通知 9:30'],
    ['通知 9:75', '時刻は 0:00〜23:59 で指定してください（「9:75」）。例：/kpi 通知 9:30'],
    ['通知 毎週土曜', '土日・祝日と年末年始には投稿しません。月曜から金曜を指定してください。'],
  ])('%s says what is wrong', (text, problem) => {
    expect(subscriptionRequested(text)?.problem).toBe(problem);
  });

  test.each(['移住', '', '通知書の発送件数', '移住 通知', '遅れ', '通知表'])(
    '「%s」 is a question',
    (text) => {
      expect(subscriptionRequested(text)).toBeNull();
    },
  );

  test('a very long text and control characters are kept within bounds', () => {
    const request = subscriptionRequested(`通知 ${'あ'.repeat(5000)}\u0000\u0007`);
    expect(request?.filter).toHaveLength(200);
  });
});

test.each([
  ['朝8時', '08:00'],
  ['正午', '12:00'],
  ['9時半', '09:30'],
  ['9:30am', '09:30'],
  ['9:30 pm', '21:30'],
  ['9.30', '09:30'],
  ['８時', '08:00'],
  ['夕方5時', '17:00'],
  ['12:15am', '00:15'],
  ['9時ごろ', '09:00'],
  ['昼1時', '13:00'],
  ['朝8', '08:00'],
])('通知 移住 %s is at %s', (words, time) => {
  expect(subscriptionRequested(`通知 移住 ${words}`)).toMatchObject({ filter: '移住', time, problem: null });
});

test.each(
  [
    '毎月1日 毎月第1月曜 毎月末 月初め 月2回 第二火曜 1日と15日 隔月 2か月に1回',
    '隔週 隔週月曜 2週間ごと 一週間おき 3日に1回 毎時 随時 すぐに',
    '毎年4月 年度末 四半期ごと 半年ごと 毎週 週2回 朝一 夕方 土日 週末 25時 夜12時 9:5',
  ].flatMap((words) => words.split(' ')),
)('%s is refused with what is possible, and no search word', (words) => {
  const request = subscriptionRequested(`通知 移住 ${words}`);
  expect(request?.filter).toBe('移住');
  expect(request?.problem).toMatch(/毎週の曜日と時刻|月曜から金曜|0:00〜23:59/);
});

test.each(['毎日', '平日', '毎朝', '開庁日', '平日のみ', '月〜金', '月曜から金曜'])(
  '%s means the working days',
  (words) => {
    expect(subscriptionRequested(`通知 ${words}`)).toMatchObject({
      filter: '',
      weekdays: [1, 2, 3, 4, 5],
      problem: null,
    });
  },
);

test.each([
  ['毎朝9時', '09:00', [1, 2, 3, 4, 5]],
  ['平日の朝8時', '08:00', [1, 2, 3, 4, 5]],
  ['毎週金曜日の9:30', '09:30', [5]],
  ['毎週月曜日と木曜日 正午', '12:00', [1, 4]],
  ['月曜、木曜 9時', '09:00', [1, 4]],
])('通知 %s is at %s on %j', (words, time, weekdays) => {
  expect(subscriptionRequested(`通知 ${words}`)).toEqual({ ...nothing, time, weekdays });
});

test.each([
  '土木',
  '月1回以上運動する市民',
  '毎月勤労統計',
  '年1回以上',
  '3日以内',
  '朝市',
  '930',
  '夜間中学',
])('「%s」 looks like a schedule and is a search word', (words) => {
  expect(subscriptionRequested(`通知 ${words}`)).toEqual({ ...nothing, filter: words });
});

test('追う names one KPI', () => {
  expect(subscriptionRequested('通知 追う 移住相談者数')).toMatchObject({
    does: 'follow',
    filter: '移住相談者数',
  });
});
