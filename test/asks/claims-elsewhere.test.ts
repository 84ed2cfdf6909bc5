// Claims of plans that nothing of the code knows: other words, other columns, 決算 beside 予算.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { botWith, open, ownTexts } from '../support/other-plans.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botWith(open(ownTexts()));
});

const verdict = async (ask: string) => /^(?:はい|いいえ)/.exec((await bot.ask(ask)).lead)?.[0] ?? null;

describe('yes', () => {
  test.each([
    '移住相談の件数は現状318件、目標600件。この理解で相違ないでしょうか。',
    '移動図書館の貸出冊数は令和5年度の目標12,000冊に対して実績8,406冊。この記載で正しいですか',
    '放課後児童クラブの待機児童数は令和5年度に目標5人に対して9人、と書いてよいですか',
    '移動図書館運行事業の当初予算は令和5年度から令和6年度で1,755,400円減った、で合ってますか',
    '特定健診の受診率38.5%は令和元年度の基準値と書いて差し支えないですか',
    '一時保育利用支援事業の当初予算は2か年とも6,480,000円で据え置き、という説明で合っていますか',
    '令和6年度の当初予算が一番大きいのは管路更新事業(201,330千円)だ、と言い切れますか',
    '移動図書館運行事業の担当は市民生活部、と案内して構いませんか?',
    '移住相談の件数の目標は基準値の1.9倍で合ってますか',
  ])('%s', async (ask) => {
    expect(await verdict(ask)).toBe('はい');
  });
});

describe('no', () => {
  test.each([
    '移住相談の件数は現状318件、目標500件。この理解で相違ないでしょうか。',
    '移動図書館の貸出冊数は令和5年度の目標12,000冊に対して実績9,120冊。この記載で正しいですか',
    '放課後児童クラブの待機児童数は令和5年度に目標9人に対して5人、と書いてよいですか',
    '移動図書館運行事業の当初予算は令和5年度から令和6年度で1,755,400円増えた、で合ってますか',
    '特定健診の受診率38.5%は令和3年度の基準値と書いて差し支えないですか',
    '令和6年度の当初予算が一番大きいのは特定健康診査事業だ、と言い切れますか',
    '移動図書館運行事業の担当は健康福祉部、と案内して構いませんか?',
    '移住相談の件数の目標は基準値の3倍で合ってますか',
  ])('%s', async (ask) => {
    expect(await verdict(ask)).toBe('いいえ');
  });
});
