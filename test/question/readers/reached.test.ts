// Which targets were reached: a printed rate says so only where more is better.
import { expect, test } from 'vitest';
import { botWith, open, ownTexts } from '../../support/other-plans.ts';

/** 待機児童 of 水里: 9 where 5 were aimed at, with the rate printed as the result over the target. */
function withRateOverHundred() {
  return ownTexts().map((one) => {
    if (!one.name.startsWith('minasato')) return one;
    const plan = JSON.parse(String(one.text));
    const waiting = plan.kpis.find(({ id }: { id: string }) => id === 'mina-kpi-taiki');
    waiting.achievements = [{ fy: 2023, value: 180, text: '180.0%' }];
    return { ...one, text: JSON.stringify(plan) };
  });
}

test('less is better: a rate above 100% is no target reached', async () => {
  const bot = await botWith(open(withRateOverHundred()));
  const { lead } = await bot.ask('令和5年度の目標を達成したKPIはどれ');
  expect(lead).toContain('放課後児童クラブの利用児童数');
  expect(lead).not.toContain('放課後児童クラブの待機児童数');
});
