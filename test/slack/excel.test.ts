// 「Excelで」 over the wire: the file that lands in the person's direct message, cell by cell.
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import { toWorkbook } from '../../src/present/export/workbook.ts';
import { readExcelWish } from '../../src/slack/excel.ts';
import { channels, openTown, people, type Town, until, wordsOf } from '../support/slack-town.ts';
import { enter, modalOf, wordsIn } from './recording/people.ts';

let town: Town;
beforeAll(async () => {
  // As in Slack: one message a second and channel.
  town = await openTown({ messageInterval: 1000 });
});
afterAll(() => town.close());

/** The newest file the bot shared, as the person downloads it. */
async function fileAfter(count: number): Promise<{ channel: string; name: string; bytes: Buffer }> {
  const shared = () => town.answers().filter(({ files = [] }) => files.length > 0);
  const message = await until(() => shared()[count], 'a file');
  const [file] = message.files ?? [];
  const answer = await fetch(`${town.playground.hub.url}/page/files/${file?.id}`);
  expect(answer.headers.get('content-disposition')).toContain('.xlsx');
  return { channel: message.channel, name: file?.name ?? '', bytes: Buffer.from(await answer.arrayBuffer()) };
}
const files = () => town.answers().filter(({ files: own = [] }) => own.length > 0).length;
const rowsOf = (book: xlsx.WorkBook, name: string) =>
  xlsx.utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] as xlsx.WorkSheet);

describe('a file', () => {
  test('of a list of KPIs holds numbers, sources and the day, in a direct message', async () => {
    const before = files();
    const answer = await town.command('/kpi 移住');
    await town.click(answer, 'Excelで');
    const { channel, name, bytes } = await fileAfter(before);
    expect(channel).toBe(channels.direct);
    expect(name).toContain('2026-11-24.xlsx');
    const book = xlsx.read(bytes, { type: 'buffer' });
    expect(book.SheetNames).toEqual(['KPI', 'この表について']);
    const rows = rowsOf(book, 'KPI');
    expect(rows).toHaveLength(10);
    expect(rows.find(({ KPI }) => KPI === '東京事務所における新規移住相談者数')).toMatchObject({
      判定: '順調',
      '実績（数値）': 179,
      '目標（数値）': 200,
      '達成率・進み具合（%）': 89.5,
      出典箇所: 'No. 11',
    });
    expect(JSON.stringify(rowsOf(book, 'この表について'))).toContain('2026/11/24');
  });

  test('of budgets has a sheet of projects and one of amounts', async () => {
    const before = files();
    await town.say('@Hakaru 地域振興課の予算をExcelでください');
    const { bytes } = await fileAfter(before);
    const book = xlsx.read(bytes, { type: 'buffer' });
    expect(book.SheetNames).toEqual(['事業', '予算', 'この表について']);
    expect(rowsOf(book, '予算')).toContainEqual(
      expect.objectContaining({ 事業: '地域総括補助金', 年度: '令和7年度', '予算（千円）': 270_700 }),
    );
  });

  test('of a list in a modal, opened from App Home, comes whole, and the modal says so', async () => {
    const { hub } = town.playground;
    await openHome(hub, people.sato, 'home');
    const home = await until(() => hub.workspace.state.homes[people.sato], 'App Home');
    await enter(town, home, 'ほか84件を見る', people.sato);
    const list = await modalOf(town, people.sato);
    const before = files();
    await enter(town, list, 'Excelで', people.sato);
    const notice = await modalOf(town, people.sato, (view) => wordsIn(view).includes('お送りします'));
    expect(notice.id).not.toBe(list.id);
    const book = xlsx.read((await fileAfter(before)).bytes, { type: 'buffer' });
    expect(rowsOf(book, 'KPI')).toHaveLength(89);
  });

  test('asked for in a direct message stands below the answer; without a list the answer says so', async () => {
    const before = files();
    const answer = await town.say('移住のKPIをExcelでください', { channel: channels.direct });
    expect(wordsOf(answer)).not.toContain('Excelファイルはありません');
    expect((await fileAfter(before)).channel).toBe(channels.direct);
    const none = await town.say('@Hakaru ぬるぽがっをExcelでください');
    expect(wordsOf(none)).toContain('この答えには一覧がないため、Excelファイルはありません。');
    await town.app.idle();
    expect(files()).toBe(before + 1);
  });

  test('goes to whoever asked; nothing of it was refused', async () => {
    const before = files();
    await town.command('/kpi 遅れ エクセルで', { user: people.tanaka });
    expect((await fileAfter(before)).channel).not.toBe(channels.direct);
    expect(town.refusals().filter((error) => error !== 'ratelimited')).toEqual([]);
  });
});

test.each([
  ['移住のKPIをExcelでください', '移住のKPI', true],
  ['企画課の予算、エクセルで送ってください。', '企画課の予算', true],
  ['Excelで', '', true],
  ['Excelの研修事業は？', 'Excelの研修事業は？', false],
  ['移住のKPI', '移住のKPI', false],
])('%s', (text, question, excel) => {
  expect(readExcelWish(text)).toEqual({ question, excel });
});

test('the header is frozen, no cell runs as a formula', () => {
  const bytes = toWorkbook([
    {
      name: 'a/b',
      table: {
        columns: ['名前', '値'],
        rows: [
          ['=1+1', 3],
          ['@SUM(A1)', null],
          ['-2.6', 0],
        ],
      },
    },
  ]);
  const book = xlsx.read(bytes, { type: 'buffer' });
  const sheet = book.Sheets['a b'] as xlsx.WorkSheet;
  expect([sheet.A2?.v, sheet.A2?.f, sheet.A3?.v, sheet.A4?.v]).toEqual([
    "'=1+1",
    undefined,
    "'@SUM(A1)",
    '-2.6',
  ]);
  expect([sheet.B2?.t, sheet.B3, sheet.B4?.v]).toEqual(['n', undefined, 0]);
  const zip = xlsx.CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const at = zip.FullPaths.findIndex((path: string) => path.endsWith('sheet1.xml'));
  expect(Buffer.from(zip.FileIndex[at]?.content as Uint8Array).toString('utf8')).toContain('state="frozen"');
});
