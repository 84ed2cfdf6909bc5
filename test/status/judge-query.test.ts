// The judge against cases judged by hand, over the real seeds.
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { judgeQuery } from '../../src/status/judge-query.ts';
import { judgedCases } from './judged-cases.ts';

const repository = createRepository(loadSeeds('seeds'));
const ask = (query: unknown) => {
  const answer = judgeQuery(repository, query);
  if ('error' in answer) throw new Error(answer.error);
  return answer;
};

describe('cases judged by hand', () => {
  for (const { status, query } of judgedCases) {
    const { kpi, asOf, year, actuals } = query as Record<string, unknown>;
    test(`${kpi} ${year ?? ''} as of ${asOf} ${actuals ? JSON.stringify(actuals) : ''} is ${status}`, () => {
      expect(ask(query).status).toBe(status);
    });
  }
});

describe('what is said beside the status', () => {
  test('a missed yearly target below its baseline names both, and the published word', () => {
    expect(
      ask({ plan: 'kitakyushu-hyoka', kpi: 'hyoka-kpi-hokori', year: 2021, asOf: '2026-11-21' }),
    ).toMatchObject({
      reason:
        'R3は目標75.0%に対し実績55.2%（達成率73.6%）です。基準値より悪くなっています。公表評価は順調です。',
      flags: ['公表評価と不一致', '基準値より悪化'],
      inputs: { formula: '実績 ÷ 目標 × 100 = 55.2 ÷ 75 × 100 = 73.6%', bands: [100, 80, 60] },
    });
  });

  test.each([
    ['hyoka-kpi-sns-etsuran', 2021, ['目標を大幅超過', '中期目標改訂']],
    ['hyoka-kpi-higashi-kyushu', 2021, []],
    ['hyoka-kpi-kifu-kingaku', 2021, ['達成率の行ずれ注意']],
    ['hyoka-kpi-gaikokujin-seikatsu', 2021, ['同一KPI複数掲載', '公表評価あり・判定不可']],
    ['hyoka-kpi-asean-sanka', 2021, ['中期目標改訂']],
    ['hyoka-kpi-kyodo-project', 2021, ['公表評価と不一致', '中期目標改訂']],
  ])('%s in %i carries %j', (kpi, year, flags) => {
    expect(ask({ plan: 'kitakyushu-hyoka', kpi, year, asOf: '2026-11-21' }).flags).toEqual(flags);
  });

  test.each([
    ['kitakyushu-hyoka', 'hyoka-kpi-toshikeniki-shukuhaku', '目標設定の予定を経過'],
    ['kitakyushu-jimu', 'jimu-kpi-shimin-center-wakamono', '目標未設定のまま年度終了'],
    ['kitakyushu-renkei', 'renkei-kpi-saiken-kenshu', '目標年度の記載なし'],
  ])('%s %s carries %s', (plan, kpi, flag) => {
    expect(ask({ plan, kpi, asOf: '2026-11-21' }).flags).toContain(flag);
  });

  test('an assumed result that differs from the printed one leaves the printed one visible', () => {
    const answer = ask({
      plan: 'kitakyushu-hyoka',
      kpi: 'hyoka-kpi-iju-sodan',
      asOf: '2026-11-21',
      actuals: [{ fy: 2021, value: 160, text: '160人' }],
    });
    expect(answer.reason).toBe('R3は目標200人に対し実績160人（達成率80.0%）です。文書の実績は179人です。');
    expect(answer.flags).toContain('印刷された実績と異なる登録');
  });

  test('a comparison with a year that has no result names that year', () => {
    expect(
      ask({
        plan: 'kitakyushu-jimu',
        kpi: '刑法犯認知件数',
        asOf: '2026-11-21',
        actuals: [{ fy: 2025, value: 5800, text: '5,800件' }],
      }).reason,
    ).toBe('比べるR6の実績が未登録です。');
  });
});

describe('finding the KPI', () => {
  test('names are compared after NFKC and without spaces; brackets may differ', () => {
    const names = [
      'ＫｉｔａＱ サポーター登録者数',
      '東京事務所における 新規移住相談者数',
      '外国人市民の生活環境の向上（多文化共生の現状調査で暮らしやすいと回答）',
    ];
    for (const kpi of names)
      expect(judgeQuery(repository, { plan: 'kitakyushu-hyoka', kpi, asOf: '2026-11-21' })).toHaveProperty(
        'status',
      );
  });

  test('part of a name is enough where only one KPI can be meant', () => {
    expect(ask({ plan: '003', kpi: '労働者数', asOf: '2026-11-21' }).inputs.target?.text).toBe('89,000人');
    expect(judgeQuery(repository, { plan: 'kurume-senryaku', kpi: '転入者数', asOf: '2026-11-21' })).toEqual({
      error:
        'several KPIs of kurume-senryaku are named 転入者数: kurume-kpi-daitoshiken-tennyu, kurume-kpi-jutaku-tennyu, kurume-kpi-seibu-tennyu',
    });
  });

  test.each([
    [
      { plan: 'kurume-senryaku', kpi: '空飛ぶ車', asOf: '2026-11-21' },
      'unknown KPI of kurume-senryaku: 空飛ぶ車',
    ],
    [
      { plan: 'kurume-senryaku', kpi: '待機児童数', asOf: '2026-02-30' },
      'asOf: 2026-11-24 の形で、暦にある日を指定してください',
    ],
    [{ plan: 'osaka', kpi: '待機児童数', asOf: '2026-11-21' }, 'unknown plan: osaka'],
    [null, 'query: Invalid input: expected object, received null'],
  ])('%j is refused', (query, error) => {
    expect(judgeQuery(repository, query)).toEqual({ error });
  });
});
