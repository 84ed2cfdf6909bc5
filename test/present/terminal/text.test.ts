// The terminal's text and the JSON of `ask`, against real answers.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { toJson } from '../../../src/present/terminal/json.ts';
import { toText } from '../../../src/present/terminal/text.ts';
import { seededBot } from '../../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

describe('plain text', async () => {
  test('a KPI shows status, 基準 → 実績 → 目標, project and source', async () => {
    expect(toText(await bot.ask('U・Iターン就職決定者数の目標は何人で、いつまで？')).split('\n')).toEqual([
      '「U・Iターン就職決定者数」の目標値は400人（令和8年度）です。',
      '「U・Iターン就職決定者数」の達成年度（期限）は令和8年度です。',
      '',
      '■ ［実績待ち］ U・Iターン就職決定者数',
      '   基準 256人（令和6年度） → 実績 記載なし → 目標 400人（令和8年度）',
      '   北九州市U・Iターン応援プロジェクト（連携中枢ビジョン）',
      '   出典：連携中枢ビジョン 事業カード「北九州市U・Iターン応援プロジェクト」（文書000）',
    ]);
  });

  test('more than twenty entries are counted, not drawn', async () => {
    const text = toText(await bot.ask('行政評価の事業を全部'));
    expect(text).toContain('ほか1件');
    expect(text.match(/■/g)).toHaveLength(20);
  });

  test('a project shows its money by fiscal year and where it stands', async () => {
    const text = toText(await bot.ask('地域総括補助金 R7 予算額'));
    expect(text).toContain('予算：令和6年度 269,870千円、令和7年度 270,700千円');
    expect(text).toContain('出典：主要事務事業 No. 7（文書004）');
  });

  test('blank years in a row are one, places stand in Japanese', async () => {
    const text = toText(await bot.ask('北九州市U・Iターン応援プロジェクト'));
    expect(text).toContain('予算：令和8年度 34,507千円、令和9～12年度 記載なし');
    expect(text).toContain('（文書000）、一覧 3(2)e、一覧 1e（文書001）');
    expect(toText(await bot.ask('西部広域連携推進事業'))).toContain(
      '出典：久留米総合戦略 パッケージ6（3）、全体概要 パッケージ6（文書003）',
    );
  });

  test('words are echoed as they were typed', async () => {
    expect((await bot.ask('U・Iターン')).lead).toMatch(/^「U・Iターン」の事業は\d+件です/);
    expect((await bot.ask('/jigyo ＫｉｔａＱ')).lead).toMatch(/^「ＫｉｔａＱ」の事業は\d+件です/);
  });

  test('signs nobody sees and halves of emoji are not echoed', async () => {
    const { lead } = await bot.ask('/kpi 移\u200b住\ud83d');
    expect(lead).toMatch(/^「移住」のKPIは\d+件です/);
    expect(() => encodeURI(lead)).not.toThrow();
  });

  test('words read as others are echoed as they were typed, too', async () => {
    const { assumed } = (await bot.ask('Ijuu no KPI')).understood;
    expect(assumed).toEqual([expect.stringMatching(/^「Ijuu no.*」を「移住の」として読みました。$/)]);
  });

  test.each(['こんにちは', 'お疲れさまです'])('%s is greeted with examples', async (text) => {
    expect(await bot.ask(text)).toMatchObject({ kind: 'help', understood: { intent: 'help' } });
    expect((await bot.ask(text)).lead).toContain('Hakaruです');
  });

  test('thanks get one short sentence and no records', async () => {
    const thanked = await bot.ask('ありがとうございます！');
    expect(thanked).toMatchObject({ kind: 'fact', entries: [], notes: [] });
    expect(toText(thanked)).toBe(
      'お役に立ててうれしいです。ほかにも計画の事業・予算・KPIについてお尋ねください。',
    );
  });

  test('near words are offered only where they are near', async () => {
    const nothing = await bot.ask('ほげほげ');
    expect(nothing).toMatchObject({ kind: 'nothing-found', alternatives: [] });
    expect(nothing.lead).toContain('「ほげほげ」に当てはまる事業は見つかりませんでした');
    const near = await bot.ask('火星');
    expect(near.kind).toBe('nothing-found');
    const labels = near.alternatives.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toMatch(/[火星]/);
  });

  test('what was assumed and left out is said below the answer', async () => {
    const text = toText(await bot.ask('地域振興課の予算の合計'));
    expect(text).toContain('※年度の指定がないため、最新の令和7年度で計算しました。');
    expect(toText(await bot.ask('地域振興課 R6予算 合計'))).toContain(
      '※「全世代参加型地域コミュニティ推進事業」は令和6年度の記載がないため含みません。',
    );
  });

  test('help lists examples that all have an answer', async () => {
    const answer = await bot.ask('');
    if (answer.kind !== 'help') throw new Error(answer.kind);
    const asks = answer.sections.flatMap(({ examples }) => examples.map(({ ask }) => ask));
    expect(asks.length).toBeGreaterThan(10);
    for (const ask of asks) expect([ask, (await bot.ask(ask)).kind]).not.toEqual([ask, 'nothing-found']);
  });

  test('the basis shows formula, bands and source', async () => {
    const text = toText(await bot.ask('東京事務所における新規移住相談者数の根拠は？'));
    expect(text).toContain('判定基準 100/80/60・市の公式基準ではありません');
    expect(text).toContain('179');
    expect(text).toContain('出典：R5行政評価 No. 11（文書002）');
  });
});

describe('json', () => {
  test('has every field of the stable interface', async () => {
    const json = toJson(await bot.ask('地域振興課 R6予算 合計'), [{ type: 'divider' }]);
    expect(Object.keys(json)).toEqual([
      'question',
      'intent',
      'filters',
      'assumed',
      'terms',
      'total',
      'hits',
      'aggregate',
      'lead',
      'notes',
      'unread',
      'query',
      'quotes',
      'text',
      'blocks',
    ]);
    expect(json).toMatchObject({
      question: '地域振興課 R6予算 合計',
      intent: 'budget',
      filters: {
        department: ['地域振興課'],
        fiscalYear: [2024],
        plan: [],
        municipality: [],
        status: [],
        sdg: [],
        policy: [],
      },
      total: 3,
      aggregate: { op: 'sum', of: 'budget', value: 2407735, unit: '千円' },
      blocks: [{ type: 'divider' }],
    });
  });

  test('a KPI hit carries its values, projects and one source', async () => {
    const [hit] = toJson(await bot.ask('東京事務所における新規移住相談者数のR3実績'), []).hits;
    expect(hit).toMatchObject({
      kind: 'kpi',
      name: '東京事務所における新規移住相談者数',
      plan: 'kitakyushu-hyoka',
      projects: ['複業・兼業による関係人口づくり事業～北九州市と首都圏を結ぶ人材マッチング～'],
      source: { document: '002', place: 'No. 11' },
      baseline: { value: 149, unit: '人', fy: 2019 },
      achievements: [{ fy: 2021, value: 89.5 }],
      department: '東京事務所',
    });
    expect(hit?.actuals).toMatchObject([{ fy: 2021, value: 179, unit: '人' }]);
  });

  test('a project hit carries budgets, participants and department', async () => {
    const [hit] = toJson(await bot.ask('地域総括補助金の予算'), []).hits;
    expect(hit).toMatchObject({
      kind: 'project',
      plan: 'kitakyushu-jimu',
      budgets: [
        { fy: 2024, thousandYen: 269870 },
        { fy: 2025, thousandYen: 270700 },
      ],
      participants: { scope: 'unknown', towns: [] },
      department: '地域振興課',
    });
  });
});
