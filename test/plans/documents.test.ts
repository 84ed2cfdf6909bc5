// A PDF or a text: sentences with the page they stand on, quoted as they stand; tables are left out and said so.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { loadHeadings } from '../../src/plans/layout/headings.ts';
import { propose } from '../../src/plans/mapping/propose.ts';
import { reuseAnswers } from '../../src/plans/mapping/reuse.ts';
import { sayProposal } from '../../src/plans/mapping/say-proposal.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { changesBetween } from '../../src/plans/versions/changes.ts';
import { botWith } from '../support/other-plans.ts';
import { paragraph, pdfOf } from '../support/pdf.ts';

const vocabulary = loadHeadings(join(import.meta.dirname, '../../index'));
const heading = (text: string, y: number) => ({ text, x: 60, y, size: 14 });

const document = pdfOf([
  [
    { text: '星見町ごみ減量計画', x: 60, y: 780, size: 20 },
    { text: '星見町', x: 60, y: 750 },
    heading('第1章 計画の考え方', 700),
    ...paragraph(
      [
        '町のごみは、令和6年度に一人一日あたり九百グラムを超え、県の平均を上回っていま',
        'す。このため、生ごみの水切りと資源の分別を町民とともに進めます。計画の期間は、',
        '令和8年度から令和12年度までとします。',
      ],
      670,
    ),
    { text: '1', x: 290, y: 30 },
  ],
  [
    heading('第2章 生ごみの水切り', 780),
    ...paragraph(['水切りの道具は、役場の環境課で一世帯に一つ配ります。⽉に一度、集会所でも配ります。'], 750),
    { text: '区分', x: 60, y: 700 },
    { text: '令和6年度', x: 200, y: 700 },
    { text: '令和7年度', x: 320, y: 700 },
    { text: '排出量(t)', x: 60, y: 684 },
    { text: '4,321', x: 200, y: 684 },
    { text: '4,210', x: 320, y: 684 },
    { text: '2', x: 290, y: 30 },
  ],
]);

const answers = { answers: { title: '星見町ごみ減量計画', publisher: '星見町', published: '2026-03-31' } };

async function read(bytes: Uint8Array, name: string, given = answers) {
  return propose(await readGrid(bytes, name), given, vocabulary);
}

test('lines are joined to sentences, each with its page and its headings; the table is left out', async () => {
  const proposal = await read(document, 'gomi.pdf');
  expect(proposal.questions).toEqual([]);
  expect(proposal.plan.passages).toEqual([
    expect.objectContaining({ place: '1ページ', headings: ['第1章 計画の考え方'] }),
    {
      text: '水切りの道具は、役場の環境課で一世帯に一つ配ります。月に一度、集会所でも配ります。',
      place: '2ページ',
      headings: ['第2章 生ごみの水切り'],
    },
  ]);
  expect(proposal.plan.passages?.[0]?.text).toContain('県の平均を上回っています。');
  expect(proposal.plan.plan.period).toEqual({ from: 2026, to: 2030 });
  const said = sayProposal(proposal, 'gomi.pdf');
  expect(said).toContain('表の数字は推測せず、取り込みません');
  expect(said).toMatch(/表と思われる2行：.*（2ページ）/);
});

test('asked, the passage is quoted with plan and page, and the answer says that tables were left out', async () => {
  const file = planFileSchema.parse(toPlanFile((await read(document, 'gomi.pdf')).plan));
  const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
  const text = async (question: string) => JSON.stringify(await bot.ask(question));
  const told = await text('水切りの道具はどこで配りますか');
  expect(told).toContain('資料の記述：「水切りの道具は、役場の環境課で一世帯に一つ配ります');
  expect(told).toContain('星見町ごみ減量計画 2ページ');
  expect(told).toContain('表の数字は推測せず、収録していません');
  const figure = await text('令和7年度の排出量は？');
  expect(figure).not.toMatch(/4,210|4,321/);
  expect(await text('令和8年度の予算の合計は？')).toContain('文章だけを収録しています');
}, 60_000);

test('a new version tells which sentences come and go; a mapping fits next year’s document of that title only', async () => {
  const one = await read(document, 'gomi.pdf');
  const text = Buffer.from('星見町ごみ減量計画\n\n水切りの道具は、役場の環境課で一世帯に二つ配ります。\n');
  const other = await read(text, 'gomi.txt');
  expect(other.plan.passages?.at(-1)).toMatchObject({ place: '3行目' });
  const { added, gone } = changesBetween(toPlanFile(one.plan), toPlanFile(other.plan));
  expect(added).toEqual([expect.stringMatching(/^記述「水切りの道具は.*（3行目）/)]);
  expect(gone).toHaveLength(2);
  const grid = await readGrid(document, 'gomi.pdf');
  expect(reuseAnswers({ ...answers, headings: one.headings }, grid, vocabulary).answers.answers?.title).toBe(
    '星見町ごみ減量計画',
  );
  expect(reuseAnswers({ ...answers, headings: 'another' }, grid, vocabulary).answers).toEqual({});
});

const sentence = '水切りの道具は、役場の環境課で配ります。';

test.each([
  ['90ms-RKSJ-H', '908590d882e882cc93b98bef82cd814196f08fea82cc8ac28bab89db82c5947a82e882dc82b78142'],
  ['EUC-H', 'bfe5c0daa4eaa4cec6bbb6f1a4cfa1a2ccf2beeca4ceb4c4b6adb2dda4c7c7dba4eaa4dea4b9a1a3'],
  ['UniJIS-UCS2-H', Buffer.from(sentence, 'utf16le').swap16().toString('hex')],
])('a font that only names its encoding is read: %s', async (encoding, codes) => {
  const bytes = pdfOf([[{ text: sentence, x: 60, y: 700 }]], { encoding, codes: () => codes });
  expect((await read(bytes, 'old.pdf')).plan.passages).toEqual([expect.objectContaining({ text: sentence })]);
});

test('a font of an encoding nobody knows is refused, with what to do', async () => {
  const bytes = pdfOf([[{ text: sentence, x: 60, y: 700 }]], {
    encoding: 'Own-RKSJ-H',
    codes: () => '41424344',
  });
  await expect(read(bytes, 'old.pdf')).rejects.toMatchObject({ code: 'no-text' });
});
