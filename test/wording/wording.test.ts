// Numbers, money, years, days and names as people read them: value → text, the same everywhere.
import { describe, expect, test } from 'vitest';
import { dateText, longDate, longMoment, moment, shortDate } from '../../src/wording/dates.ts';
import { figure, inOku, percent, thousands, withUnit, yen, yenChange } from '../../src/wording/figures.ts';
import { citiesAndTowns, listed, quoted, townUnit } from '../../src/wording/names.ts';
import { placeName, sourceName } from '../../src/wording/places.ts';
import { isDash, valueWithYear } from '../../src/wording/values.ts';
import {
  era,
  fiscalYearName,
  fiscalYearNames,
  saysYear,
  shortYear,
  yearText,
} from '../../src/wording/years.ts';

describe('figures', () => {
  test.each([
    [1_234_567.5, '1,234,567.5'],
    // Of floating point only what was meant is shown.
    [88.4 - 85.5, '2.9'],
    [0, '0'],
  ])('%d is %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });

  test.each<[number, string | null, string]>([
    [34_507_000, null, '34,507千円'],
    [34_507_200, null, '34,507,200円'],
    [80_400_000_000, '億円', '804億円'],
    [0, null, '0千円'],
  ])('%d yen, in %s, are %s', (value, unit, text) => {
    expect(yen(value, unit)).toBe(text);
  });

  test.each([
    [1_200_000, '+1,200千円', '+1,200'],
    [-300_000, '▲300千円', '▲300'],
    [0, '±0千円', '±0'],
  ])('a change of %d yen is %s, and %s below 千円', (change, text, below) => {
    expect(yenChange(change)).toBe(text);
    expect(thousands(change, 'signed')).toBe(below);
  });

  test('a change that is no whole 千円 is told to the yen', () => {
    expect(yenChange(1234)).toBe('+1,234円');
  });

  test('large sums are also said in 億円, smaller ones are not', () => {
    expect(inOku(3_144_000_000)).toBe('31.4億円');
    expect(inOku(99_999_999)).toBeNull();
  });

  test('rates have one decimal, counts their unit', () => {
    expect(percent(49_243.4)).toBe('49,243.4%');
    expect(percent(80)).toBe('80.0%');
    expect([withUnit(400, '人'), withUnit(400, null)]).toEqual(['400人', '400']);
  });
});

describe('years', () => {
  test.each([
    [2026, '令和8年度', 'R8', 'R8年度'],
    [2019, '令和元年度', 'R1', 'R1年度'],
    [2018, '平成30年度', 'H30', 'H30年度'],
  ])('%d is %s, %s and %s', (fy, name, short, mark) => {
    expect([fiscalYearName(fy), era(fy), shortYear(fy)]).toEqual([name, short, mark]);
  });

  test('several years are joined', () => {
    expect(fiscalYearNames([2024, 2025])).toBe('令和6年度・令和7年度');
  });

  test.each([
    [{ fy: 2026 }, '令和8年度'],
    [{ fy: 2015, calendarYear: true as const }, '平成27年'],
    [{ fy: 2023, periodStart: 2021 }, '令和3～5年度'],
    [{ fy: null, every: true as const }, '毎年度'],
    [{ fy: null }, ''],
  ])('a value of %o is of %s', (value, text) => {
    expect(yearText(value)).toBe(text);
  });

  test('a year is put behind a value whose cell does not name it', () => {
    expect(valueWithYear({ text: '400人', fy: 2026 })).toBe('400人（令和8年度）');
    expect(valueWithYear({ text: '62%（R6年度）', fy: 2024 })).toBe('62%（R6年度）');
    expect([saysYear('62%（R6年度）', 2024), saysYear('62%（R6年度）', 2025)]).toEqual([true, false]);
  });
});

test('days and instants are those of Japan', () => {
  expect([dateText('2026-11-24'), shortDate('2026-11-24'), longDate('2027-09-30')]).toEqual([
    '11/24(火)',
    '11/24',
    '2027/9/30',
  ]);
  expect([moment('2026-11-21T00:05:00Z'), longMoment('2026-11-21T15:05:00Z')]).toEqual([
    '11/21 09:05',
    '2026/11/22 00:05',
  ]);
  expect(moment('きのう')).toBe('きのう');
});

describe('names', () => {
  test('many names are counted behind the first', () => {
    expect(quoted(['水路', '広場'])).toBe('「水路」「広場」');
    expect([listed(['水路', '広場']), listed(['水路', '広場', '橋'], 1)]).toEqual([
      '「水路」、「広場」',
      '「水路」ほか2件',
    ]);
  });

  test('cities, towns and villages are counted apart', () => {
    expect(citiesAndTowns(['水里市', '白波町', '南山村'])).toBe('1市1町1村');
    expect([townUnit(['水里市', '白波町']), townUnit(['南山村']), townUnit([])]).toEqual([
      '市町',
      '市町村',
      '市町',
    ]);
  });

  test('a place is named with its document', () => {
    expect(sourceName({ document: '901', place: 'No. 11' })).toBe('文書901 No. 11');
    expect(placeName({ place: 'card: 水路の見学会' })).toBe('事業カード「水路の見学会」');
  });

  test.each([
    ['—', true],
    ['-', true],
    ['0', false],
    ['調整中', false],
  ])('「%s」 only says that there is nothing: %s', (text, dash) => {
    expect(isDash(text)).toBe(dash);
  });
});
