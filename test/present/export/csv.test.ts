// A CSV opens right in Excel: BOM, CRLF, quotes doubled, and no cell runs as a formula.
import { describe, expect, test } from 'vitest';
import { cellText, toCsv } from '../../../src/present/export/csv.ts';

describe('a cell', () => {
  test.each<[string, string | number | null, string]>([
    ['nothing is an empty cell', null, ''],
    ['0 is a number, not nothing', 0, '0'],
    ['a negative number stays one', -2.6, '-2.6'],
    ['text stays as printed', 'A（計画どおり）', 'A（計画どおり）'],
    ['a comma needs quotes', '2,665,000', '"2,665,000"'],
    ['quotes are doubled', '「"新"」', '"「""新""」"'],
    ['a line end stays inside the cell', 'a\nb', '"a\nb"'],
    ['a formula gets an apostrophe', '=1+1', "'=1+1"],
    ['so does a function', '@SUM(A1)', "'@SUM(A1)"],
    ['so does a sum that begins with a sign', '+1+cmd|A0', "'+1+cmd|A0"],
    ['and one with full-width signs', '＝HYPERLINK(1)', "'＝HYPERLINK(1)"],
    ['a tab in front does not hide it', '\t=1+1', "'\t=1+1"],
    ['a formula with a comma is guarded and quoted', '=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['▲ stays as printed', '▲2.6', '▲2.6'],
    ['a printed minus stays', '-2.6', '-2.6'],
    ['a signed rate stays', '+0.3%', '+0.3%'],
    ['a dash alone stays', '-', '-'],
    ['a long dash stays', '—', '—'],
    ['a dash before words does not', '-なし', "'-なし"],
  ])('%s', (_, cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

test('a table begins with the byte order mark and ends each line with CR LF', () => {
  expect(
    toCsv({
      columns: ['年度', '千円'],
      rows: [
        ['令和5年度', 12645],
        ['令和6年度', null],
      ],
    }),
  ).toBe('\uFEFF年度,千円\r\n令和5年度,12645\r\n令和6年度,\r\n');
});
