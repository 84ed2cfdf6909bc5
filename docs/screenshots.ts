// `npm run screenshots`: the main views of the local Slack as docs/images/*.png, on Tuesday, 24 November 2026, 9:00 in Japan.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/start/package-root.ts';
import { chromiumIsHere, type Visitor, visit } from '../test/e2e/visitor.ts';

const folder = join(packageRoot(), 'docs', 'images');
const tuesday = '2026-11-24T00:00:00Z';
const kpi = 'KitaQサポーター登録者数';

/** A plan of an invented town, as somebody has it on the desk. */
const hoshimi = [
  '事業名,担当課,R8当初予算額,R7決算額,会計区分,指標名,単位,令和7年度実績値,令和8年度目標値',
  '星空案内板の設置,観光課,"1,234","1,180",一般会計,案内板の数,基,12,15',
  '蛍の里づくり,環境課,567,540,一般会計,蛍を見に来た人,人,"1,200","1,500"',
  '星まつりの開催,観光課,567,601,一般会計,来場者数,人,"8,400","9,000"',
  '水道管の取り替え,水道課,"45,000","38,200",水道事業会計,取り替えた長さ,km,1.2,1.5',
  '合計,,"47,368","40,521",,,,,',
].join('\n');

/** One view: what to do before the picture is taken. */
interface View {
  name: string;
  /** When the visitor comes; Tuesday at nine by default. */
  from?: string;
  size?: { width: number; height: number };
  show(here: Visitor): Promise<void>;
}

const views: View[] = [
  {
    name: 'welcome',
    show: async ({ page }) => page.getByRole('button', { name: '/kpi 移住' }).waitFor(),
  },
  {
    name: 'kpi-iju',
    async show(here) {
      await here.page.getByRole('button', { name: '/kpi 移住' }).click();
      await here.answer('「移住」のKPI').waitFor();
    },
  },
  {
    name: 'kpi-detail',
    async show(here) {
      await here.ask(`/kpi ${kpi}`);
      await here.answer('達成率').getByRole('button', { name: '根拠' }).waitFor();
    },
  },
  {
    name: 'project',
    async show(here) {
      await here.ask('/jigyo 北九州市U・Iターン応援プロジェクト');
      await here.answer('34,507千円').waitFor();
    },
  },
  {
    name: 'budget',
    async show(here) {
      await here.ask('/yosan 企画課 R5');
      await here.answer('44,090').waitFor();
    },
  },
  {
    name: 'thread',
    async show(here) {
      await here.ask('@Hakaru バスツアーの参加者数は？');
      const bot = here.page.locator('#thread-messages .message:has(.face-bot)');
      await bot.first().waitFor();
      await here.reply('@Hakaru R5の目標は？');
      await bot.nth(1).waitFor();
    },
  },
  {
    name: 'yes-no',
    async show(here) {
      await here.ask('@Hakaru 苅田町はU・Iターンに入ってる？');
      await here.threadAnswer().getByText('参加市町は17市町').waitFor();
    },
  },
  {
    name: 'record',
    async show(here) {
      await here.ask('/kpi 実績 地域総括補助金を導入したまちづくり協議会の数');
      const modal = await here.modal('実績を入力');
      await modal.getByLabel(/^実績/).fill('137団体');
      await modal.getByText('として登録します').waitFor();
    },
  },
  {
    name: 'home',
    async show({ page }) {
      await page.locator('#apps button').click();
      await page.getByRole('tab', { name: 'ホーム' }).click();
      await page.getByRole('heading', { name: /遅れているKPI/ }).waitFor();
    },
  },
  {
    name: 'digest',
    from: '2026-11-21T00:00:00Z',
    async show(here) {
      await here.ask('/kpi 通知');
      await here.answer('このチャンネルへのお知らせを設定しました').waitFor();
      await here.page.locator('#clock summary').click();
      await here.page.getByRole('button', { name: '次の火曜 9:00' }).click();
      await here.answer('11/24(火) 計画KPI').getByText('件の返信').waitFor();
    },
  },
  {
    name: 'phone',
    size: { width: 390, height: 844 },
    async show(here) {
      await here.ask('/kpi 地域総括補助金を導入したまちづくり協議会の数');
      await here.answer('目標 137団体').waitFor();
    },
  },
  {
    name: 'phone-list',
    size: { width: 390, height: 844 },
    async show(here) {
      await here.ask('/kpi 遅れ');
      await here.answer('遅れ 3件').waitFor();
    },
  },
  {
    name: 'phone-budget',
    size: { width: 390, height: 844 },
    async show(here) {
      await here.ask('/yosan 企画課');
      await here.answer('44,090').waitFor();
    },
  },
  {
    name: 'phone-home',
    size: { width: 390, height: 844 },
    async show({ page }) {
      await page.getByRole('button', { name: 'チャンネル一覧' }).click();
      await page.locator('#apps button').click();
      await page.getByRole('tab', { name: 'ホーム' }).click();
      await page.getByRole('heading', { name: /遅れているKPI/ }).waitFor();
    },
  },
  {
    name: 'dark',
    async show(here) {
      await here.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await here.ask('/kpi 遅れ');
      await here.answer('遅れ 3件').waitFor();
    },
  },
  {
    name: 'help',
    async show(here) {
      await here.ask('/kpi ヘルプ');
      await here.answer('収録している計画').waitFor();
    },
  },
  {
    name: 'bring-card',
    size: { width: 1280, height: 1250 },
    async show(here) {
      await here.page.locator('#apps button').click();
      await here.drop('r8-shuyo-jigyo.csv', hoshimi);
      const card = here.threadAnswer();
      await card.getByRole('button', { name: '取り込む' }).waitFor();
    },
  },
  {
    name: 'bring-taken',
    async show(here) {
      await here.page.locator('#apps button').click();
      await here.drop('r8-shuyo-jigyo.csv', hoshimi);
      const card = here.threadAnswer();
      await card.getByRole('button', { name: '取り込む' }).waitFor();
      await card.locator('select').first().selectOption({ label: '千円' });
      await card.locator('select').nth(1).selectOption({ label: '提案どおりにする' });
      for (const [label, value] of [
        [/題名/, '星見町 令和8年度主要事業'],
        [/自治体・団体/, '星見町'],
        [/公表された日/, '2026-04-01'],
      ] as const)
        await card.getByLabel(label).fill(value);
      await card.getByRole('button', { name: '取り込む' }).click();
      await here.threadAnswer().getByText('第1版として取り込みました').waitFor();
    },
  },
  {
    name: 'inspector',
    async show(here) {
      await here.ask('/kpi 移住');
      await here.answer('「移住」のKPI').waitFor();
      // A message to a channel the bot is not in: Slack would refuse it, and the panel says so.
      const { apiUrl, botToken } = here.playground;
      await fetch(`${apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'C0OSHIRASE', text: '移住' }),
      });
      await here.page.getByRole('button', { name: 'Slackの拒否 1件' }).click();
      await here.page.getByText('not_in_channel').waitFor();
    },
  },
];

const wanted = process.argv.slice(2);
if (!chromiumIsHere()) process.exit(1);
mkdirSync(folder, { recursive: true });
for (const { name, from, size, show } of views) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const here = await visit(from ?? tuesday, size);
  await here.page.emulateMedia({ reducedMotion: 'reduce' });
  await show(here);
  // The page draws once more when the last request has been logged.
  await here.page.waitForLoadState('load');
  await here.page.waitForTimeout(400);
  const path = join(folder, `${name}.png`);
  await here.page.screenshot({ path });
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} kB`);
  await here.leave();
}
