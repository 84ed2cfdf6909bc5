// What the sentences around a question tell: the paper it is printed on, what was described before, whose word is checked.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('the paper that a plan is printed on', () => {
  test.each([
    [
      '北九州の連携事業の紙で、今年度の事業費に数字が入っているもののうち、いちばん金額が小さいのはどの事業でしょうか。金額も教えてください。',
      '「新任課長・係長研修の実施」の396千円',
    ],
    [
      '北九州の行政評価のプリントで、令和5年度の予算がいちばん大きいのはどの事業ですか。額も知りたいです。',
      '3,144,000千円',
    ],
    ['久留米の総合戦略の書類に、KPIはいくつ載っていますか。', '46件'],
    ['総務市民局の主要事務事業のペーパーで、R7にR6より予算が増えたのはどれですか', '3件'],
    ['北九州の連携事業の黄色い紙で、今年度の事業費がいちばん大きいのはどの事業でしょうか。', '91,000千円'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('what no plan knows leads to no record of another plan', async () => {
    const lead = await said(
      '連携事業の黒板で、今年度の事業費がいちばん小さいのはどの事業でしょうか。金額も教えてください。',
    );
    expect(lead).toContain('「黒板」');
    expect(lead).not.toContain('くるめっ子');
  });
});
