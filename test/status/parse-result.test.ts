// What people type as a result → value in the KPI's unit, or a refusal that names the cure.
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { parseResult } from '../../src/status/parse-result.ts';
import { plausibilityHint } from '../../src/status/plausibility.ts';

const repository = createRepository(loadSeeds('seeds'));
const kpi = (id: string) => {
  const found = repository.kpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
};

describe('numbers', () => {
  test.each([
    ['hyoka-kpi-sns-hasshin', '1,234件', 1234],
    ['hyoka-kpi-sns-hasshin', '１，２３４', 1234],
    ['hyoka-kpi-sns-hasshin', '約 300 件です', 300],
    ['hyoka-kpi-tabunka-ninchido', '８０％', 80],
    ['hyoka-kpi-tabunka-ninchido', '62.5パーセント', 62.5],
    ['hyoka-kpi-tabunka-ninchido', '6割', 60],
    ['hyoka-kpi-tabunka-ninchido', '八十％', 80],
    ['hyoka-kpi-iju-sodan', '三百人', 300],
    ['kurume-kpi-seizohin-shukka', '三千六百億円', 360000],
    ['kurume-kpi-rodosha', '8.9万人', 89000],
    ['hyoka-kpi-iju-sodan', '12万5千人', 125000],
    ['hyoka-kpi-iju-sodan', '180名', 180],
    ['hyoka-kpi-iju-sodan', '0', 0],
    ['hyoka-kpi-iju-sodan', '令和4年度は200人', 200],
    ['hyoka-kpi-iju-sodan', '200人（うち新規20人）', 200],
    ['kurume-kpi-jinko', '30万1千人', 301000],
    ['kurume-kpi-shukuhaku', '415,000人', 41.5],
    ['kurume-kpi-shukuhaku', '41.5', 41.5],
    ['kurume-kpi-shukuhaku', '41.5万', 41.5],
    ['kurume-kpi-seizohin-shukka', '3,614億6,600万円', 361466],
    ['kurume-kpi-kanko-shohi', '12,900百万円', 129],
    ['hyoka-kpi-ninchido-rank', '第17位', 17],
    ['renkei-kpi-suido-kenshu', '6回', 6],
    ['kurume-kpi-jinko-mitsudo', '51.4人／ha', 51.4],
    ['kurume-kpi-support-center', '6ヶ所', 6],
    ['kurume-kpi-gakuryoku', '全国平均から+0.3', 0.3],
    ['kurume-kpi-gakuryoku', '▲2.6', -2.6],
    ['kurume-kpi-gakuryoku', '全国平均を1.5ポイント下回る', -1.5],
    ['kurume-kpi-gakuryoku', '全国平均と同じ', 0],
    ['hyoka-kpi-shakai-dotai', '▲120人', -120],
  ])('%s: %s is %d', (id, typed, value) => {
    expect(parseResult(typed, kpi(id))).toMatchObject({ ok: true, value, cumulative: false });
  });

  test.each(['累計55件', '55件（累計）'])('%s is a running total', (typed) => {
    expect(parseResult(typed, kpi('hyoka-kpi-fukugyo-matching'))).toMatchObject({
      ok: true,
      value: 55,
      cumulative: true,
    });
  });
});

describe('words', () => {
  test.each([
    ['hyoka-kpi-kitakyudai-nendo', 'Ａ', false],
    ['hyoka-kpi-kitakyudai-nendo', '計画どおり', false],
    ['jimu-kpi-community-vision', '策定済', false],
    ['jimu-kpi-community-vision', '未策定', false],
    ['jimu-kpi-community-vision', '策定中', true],
    ['hyoka-kpi-toroku-shisan', 'ユネスコへの報告書作成', false],
  ])('%s: %s stays words, partly %s', (id, typed, partly) => {
    expect(parseResult(typed, kpi(id))).toEqual({
      ok: true,
      value: null,
      unit: null,
      words: typed,
      cumulative: false,
      partly,
    });
  });
});

describe('refusals name the cure', () => {
  test.each([
    ['hyoka-kpi-iju-sodan', '  ', '実績を入力してください（例：200人）。'],
    ['hyoka-kpi-iju-sodan', '50件', '単位が違います。このKPIの単位は「人」です（例：200人）。'],
    ['hyoka-kpi-iju-sodan', '順調', '数字で入力してください（例：200人）。'],
    ['hyoka-kpi-iju-sodan', '200〜300人', '数字をひとつだけ入力してください（例：200人）。'],
    ['hyoka-kpi-iju-sodan', '-3人', '0以上の数字で入力してください（例：200人）。'],
    [
      'hyoka-kpi-iju-sodan',
      '—',
      'まだ実績がない場合は、登録せずにお待ちください。実績が0のときは「0」と入力してください。',
    ],
    ['hyoka-kpi-tabunka-ninchido', '120%', '割合は0〜100%で入力してください。'],
    ['hyoka-kpi-ninchido-rank', '0位', '順位は1以上の整数で入力してください（例：17位）。'],
    ['hyoka-kpi-kitakyudai-nendo', '良い', '評価の段階（S・A・B・C・D）で入力してください（例：A）。'],
    [
      'jimu-kpi-community-vision',
      '3回',
      'できたかどうかが分かる言葉で入力してください（例：策定、実施済、一部実施、未実施）。',
    ],
    [
      'hyoka-kpi-iju-sodan',
      'あ'.repeat(10_000),
      '実績は200文字以内で入力してください。補足はコメント欄にお願いします。',
    ],
  ])('%s: %s', (id, typed, reason) => {
    expect(parseResult(typed, kpi(id))).toEqual({ ok: false, reason });
  });
});

describe('a value far from what was before is asked about', () => {
  const plan = repository.plan('kitakyushu-hyoka');
  const kurume = repository.plan('kurume-senryaku');
  if (!plan || !kurume) throw new Error('plans are missing');

  test.each([
    ['hyoka-kpi-fukugyo-matching', 400, '前回値（R3：10件）の40倍です。よろしいですか。'],
    ['hyoka-kpi-kitaq-supporter', 29, '前回値（R3：2,961人）の1%です。よろしいですか。'],
    ['hyoka-kpi-tabunka-ninchido', 6.1, '前回値（R3：59.9%）より53.8ポイント低い値です。よろしいですか。'],
    ['hyoka-kpi-iju-sodan', 0, '前回値（R3：179人）に対して0です。よろしいですか。'],
    ['hyoka-kpi-iju-sodan', 190, null],
    ['hyoka-kpi-bus-tour', 110, null],
  ])('%s: %d', (id, value, hint) => {
    expect(plausibilityHint(kpi(id), 2022, value, plan)).toBe(hint);
  });

  test('a big step towards the target surprises nobody', () => {
    expect(plausibilityHint(kpi('kurume-kpi-taiki-jido'), 2024, 0, kurume)).toBeNull();
    expect(plausibilityHint(kpi('kurume-kpi-support-center'), 2024, 6, kurume)).toBeNull();
  });
});
