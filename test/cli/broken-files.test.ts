// Every broken kind of file through the command: one sentence with the cell and the cure, exit code 1, nothing written.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFile } from '../../src/cli/import/import-file.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { openStore } from '../../src/stores/open-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-broken-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const database = () => join(folder, 'data/hakaru.sqlite');
const said = ['--title', '星見町の事業', '--publisher', '星見町', '--published', '2026-04-01', '--accept'];

/** The command as the terminal runs it, within this process. */
async function run(name: string, content: string | Buffer, ...options: string[]) {
  const path = join(folder, name);
  writeFileSync(path, content);
  let out = '';
  const { code } = await importFile([path, ...said, ...options], {
    out: (text) => {
      out += text;
    },
    progress: () => {},
    ask: null,
    now: () => new Date('2026-04-02T00:00:00Z'),
    existingStore: async () => (existsSync(database()) ? openStore({ sqliteFile: database() }) : null),
    openStore: async () => openStore({ sqliteFile: database() }),
  });
  return { code, out };
}

/** The plan in the store, of whatever version counts. */
async function stored() {
  const store = openStore({ sqliteFile: database() });
  try {
    const seq = (await store.planVersions()).at(-1)?.seq ?? 0;
    return planFileSchema.parse(JSON.parse(await store.planContent(seq)));
  } finally {
    await store.close();
  }
}

/** A line of the list of refused cells: place, what is wrong, what to do. */
const line = (out: string, cell: string) => out.split('\n').find((one) => one.includes(`${cell}：`)) ?? '';

describe('cells', () => {
  const unit = ['--unit', '千円', '--year', 'R8'];
  const head = '事業名,当初予算額,指標名,単位,令和7年度目標値,令和6年度実績値,令和6年度達成率\n';
  const broken: [string, string, RegExp, RegExp][] = [
    ['a column too narrow', 'あ,######,,,,,', /B2.*列幅が足りず/, /列を広げ/],
    ['a formula that broke', 'い,#REF!,,,,,', /B3.*計算式の誤り/, /式を直す/],
    ['E-notation', 'う,1.2E+10,,,,,', /B4.*下の桁が失われ/, /表示形式を「数値」/],
    ['money in people', 'え,300人,,,,,', /B5.*金額の列に「人」/, /別の列に移す/],
    [
      'a unit that does not convert',
      'お,1,来た人,人,12.5km,3,',
      /E6.*単位「人」と合いません/,
      /単位を確かめ/,
    ],
    ['commas in the wrong places', 'か,"1,23",,,,,', /B7.*桁区切りの位置/, /3桁ごと/],
    ['two numbers in a cell', 'き,"10 20",,,,,', /B8.*数字が2つ以上/, /行か列を分け/],
    ['brackets that may be a minus', 'く,(300),,,,,', /B9.*負の数か内数か/, /「-」か「▲」/],
    ['a raw fraction among per cents', 'け,1,育つ木,本,5,4,0.8', /G10.*80%か0.8%か/, /「パーセント」/],
    ['words in money', 'こ,約3割の見込み,,,,,', /B11/, /数字だけにする/],
  ];

  test('each refused cell is named with its place, what is wrong and the cure', async () => {
    const rows = [...broken.map(([, row]) => row), 'さ,1,歩く道,km,5,4,98%'];
    const { code, out } = await run('cells.csv', `${head}${rows.join('\n')}\n`, ...unit);
    const missing = broken.filter(([, , what, cure]) => {
      const [cell = ''] = /[A-Z]+\d+/.exec(String(what)) ?? [];
      const told = line(out, `cells!${cell}`);
      return !what.test(told) || !cure.test(told);
    });
    expect(missing.map(([kind]) => kind)).toEqual([]);
    expect({ code, written: existsSync(database()) }).toEqual({ code: 1, written: false });
  });

  test('2,961人 without quotes makes a row longer than the headings', async () => {
    const { code, out } = await run('long.csv', '事業名,当初予算額,参加者\n祭り,100,2,961人\n', ...unit);
    expect(line(out, 'long!D2')).toMatch(/見出し3列、この行4列.*" で囲む/);
    expect({ code, written: existsSync(database()) }).toEqual({ code: 1, written: false });
  });

  test('in a workbook: a formula without its result, a date where money stands', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['事業名', '当初予算額（千円）'],
      ['道', 1],
      ['橋', 46_113],
    ]);
    sheet.B2 = { t: 'n', f: 'SUM(C2:D2)' };
    sheet.B3 = { t: 'n', v: 46_113, z: 'yyyy/m/d' };
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, '一覧');
    const { code, out } = await run(
      'b.xlsx',
      xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }),
      '--year',
      'R8',
    );
    expect(line(out, '一覧!B2')).toMatch(/計算式の結果.*保存し直し/);
    expect(line(out, '一覧!B3')).toMatch(/日付として.*「数値」/);
    expect({ code, written: existsSync(database()) }).toEqual({ code: 1, written: false });
  });
});

test.each([
  ['an open quote', 'a.csv', '事業名,予算額\n"道,1\n橋,2\n', /行目で引用符.*"" と書きます/],
  ['an old .xls', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /古い形式.*\.xlsx/],
  ['a web page', 'a.xls', '<html><table></table></html>', /ウェブページ.*保存し直し/],
  ['a picture', 'a.png', Buffer.from('\u0089PNG\r\n', 'latin1'), /画像です.*元のExcel/],
  ['no table', 'a.csv', 'こんにちは,世界\nあいう,えお\n', /表が見つかりません.*20行以内/],
])('%s is refused in one sentence', async (_, name, content, sentence) => {
  const { code, out } = await run(name, content);
  expect(out.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
  expect({ code, written: existsSync(database()) }).toEqual({ code: 1, written: false });
});

test('what once went in wrong goes in right, and a blank of the version before can be filled', async () => {
  const rows = (planned: string) =>
    [
      '"事業名","担当課","予算額\n(円)","備考","備考","指標名","単位","R7目標値","R6実績値"',
      `道直し,土木課,"128,164,000",ア,イ,来た人,万人,10,"98,000人"`,
      `橋守り,〃,"${planned}",―,ー,直した数,件,−,─`,
      '花植え,公園課,0,〜,～,育つ木,本,調整中,設定なし',
      '合計,,"128,164,000",,,,,,',
    ].join('\n');
  const answer = ['--year', 'R8', '--answer', 'kind:予算額=当初予算'];
  const first = await run('r8.csv', rows(''), ...answer, '--answer', 'kind:予算額 (円)=当初予算');
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toMatch(/合計の行「合計」：足し合わせると二重になるため（r8!A\d+）/);
  const plan = await stored();
  const project = (name: string) => plan.projects.find((one) => one.name === name);
  const kpi = (name: string) => plan.kpis.find((one) => one.name === name);
  expect(plan.projects.map(({ name }) => name)).toEqual(['道直し', '橋守り', '花植え']);
  expect(project('道直し')?.amounts.map(({ yen }) => yen)).toEqual([128_164_000]);
  expect(project('橋守り')?.department).toBe('土木課');
  expect(project('橋守り')?.amounts.map(({ yen }) => yen)).toEqual([null]);
  expect(project('花植え')?.amounts.map(({ yen }) => yen)).toEqual([0]);
  expect(plan.plan.attributes.map(({ label }) => label)).toEqual(expect.arrayContaining(['備考', '備考＃2']));
  expect(kpi('来た人')?.actuals[0]).toMatchObject({ value: 9.8, unit: '万人', text: '98,000人' });
  expect(kpi('直した数')?.targets[0]).toMatchObject({ value: null, text: '−' });
  expect(kpi('育つ木')?.targets[0]).toMatchObject({ value: null, text: '調整中' });
  expect(kpi('育つ木')?.actuals[0]).toMatchObject({ value: null, text: '設定なし' });

  const again = rows('500,000').replace('―', '−').replaceAll('〜', '～');
  const second = await run('r8.csv', again, ...answer, '--answer', 'kind:予算額 (円)=当初予算');
  expect(second.out).toMatch(/橋守り.*（空欄） → 500千円/);
  expect(second.out).toContain('変わる値（1件）');
  expect(readFileSync(join(folder, 'r8.csv'), 'utf8')).toBe(again);
});

test('names of people and telephone numbers stay out of what is stored, and are named as left out', async () => {
  const content = [
    '事業名,担当者名,連絡先,備考,当初予算額（千円）',
    '道直し,山田　太郎,0123-45-6789,係長 内線 221,100',
    '橋守り,鈴木　花子,0123-45-6780,係長 内線 222,200',
  ].join('\n');
  const { code, out } = await run('people.csv', content, '--year', 'R8');
  expect(code).toBe(0);
  for (const column of ['担当者名', '連絡先', '備考']) expect(out).toContain(`列「${column}」`);
  expect(JSON.stringify(await stored())).not.toMatch(/山田|鈴木|0123|内線/);
});
