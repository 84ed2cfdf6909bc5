// Files that cannot be read are refused with what is wrong and what to do; nothing is half read.
import { expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readGridInWorker } from '../../src/plans/grid/read-in-worker.ts';
import { pdfOf } from '../support/pdf.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const table = '事業名,予算額\n道路補修事業,"1,000"\n';

test.each([
  ['an empty file', bytes(''), 'a.csv', 'empty', '中身のあるファイル'],
  ['a sheet of blanks', bytes(',,\n,,\n'), 'a.csv', 'empty', '中身のあるシート'],
  ['the old .xls', bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'latin1'), 'a.xls', 'other-format', '.xlsx'],
  [
    'a workbook with a password',
    bytes('\u00d0\u00cf\u0011\u00e0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e', 'latin1'),
    'a.xlsx',
    'locked',
    'パスワードを外して',
  ],
  ['a PDF that breaks off', bytes('%PDF-1.7'), 'a.pdf', 'broken', '作り直して'],
  ['a PDF of pictures', pdfOf([[], []]), 'a.pdf', 'no-text', 'OCR'],
  ['an empty text', bytes('\n\n'), 'a.txt', 'empty', '中身のある'],
  ['a zip of anything', bytes('PK\u0003\u0004readme.txt', 'latin1'), 'a.zip', 'other-format', '取り出して'],
  [
    'a tiny Word document',
    bytes('PK\u0003\u0004[Content_Types].xml word/document.xml', 'latin1'),
    'a.docx',
    'other-format',
    'PDF',
  ],
  ['slides', bytes('PK\u0003\u0004ppt/presentation.xml', 'latin1'), 'a.pptx', 'other-format', 'PDF'],
  [
    'a sheet of a Mac',
    bytes('PK\u0003\u0004Index/Document.iwa', 'latin1'),
    'a.numbers',
    'other-format',
    '書き出す',
  ],
  ['an old Word document', bytes('\u00d0\u00cf\u0011\u00e0', 'latin1'), 'a.doc', 'other-format', 'PDF'],
  ['rich text', bytes('{\\rtf1 a}'), 'a.rtf', 'other-format', 'PDF'],
  ['a photo of a phone', bytes('\0\0\0\u0018ftypheic', 'latin1'), 'a.heic', 'other-format', 'Excel'],
  ['bytes of a program', Buffer.alloc(200, 2), 'a.csv', 'other-format', 'xlsx'],
  ['a web page called .xls', bytes('<html><table></table></html>'), 'a.xls', 'other-format', '.xlsx'],
  ['an open quote', bytes('事業名,予算額\n"道路,1\n橋,2\n'), 'a.csv', 'quotes', '"'],
  ['JSON without records', bytes('{"a": 1}'), 'a.json', 'broken', '配列'],
  [
    'bytes of no encoding',
    Buffer.from([0x81, 0x20, 0xff, 0x2c, 0xfd, 0x0a]),
    'a.csv',
    'encoding',
    '保存し直して',
  ],
])('%s', async (_, content, name, code, cure) => {
  await expect(readGrid(content, name)).rejects.toMatchObject({ code, cure: expect.stringContaining(cure) });
});

test('a broken workbook is refused in the worker as well', async () => {
  const broken = bytes('PK\u0003\u0004 xl/workbook.xml and nothing more', 'latin1');
  await expect(readGridInWorker(broken, 'a.xlsx')).rejects.toMatchObject({ code: 'broken' });
});

test.each([
  ['UTF-8', bytes(table)],
  ['UTF-8 with mark', bytes(`\uFEFF${table}`)],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(table, 'utf16le')])],
  ['UTF-16 without mark', bytes(table.replaceAll('予算額', 'R7,R8,R9,a,b'), 'utf16le')],
  ['CP932', Buffer.from([0x8e, 0x96, 0x8b, 0xc6, 0x96, 0xbc, 0x2c, 0x87, 0x40, 0x0a])],
])('%s is read', async (name, content) => {
  const { sheets } = await readGrid(content, 'a.csv');
  expect(sheets[0]?.texts[0]?.[0]).toBe('事業名');
  if (name === 'CP932') expect(sheets[0]?.texts[0]?.[1]).toBe('①');
});
