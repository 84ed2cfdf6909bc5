// Which days a digest may come on: the calendar of a Japanese town hall.
import { describe, expect, test } from 'vitest';
import {
  holidayTableWarning,
  isWeeksFirst,
  isWorkingDay,
  mondayOf,
  nextWorkingDay,
} from '../../src/digest/working-days.ts';

describe('working days', () => {
  test.each([
    ['2026-11-20', true, 'Friday'],
    ['2026-11-21', false, 'Saturday'],
    ['2026-11-22', false, 'Sunday'],
    ['2026-11-23', false, '勤労感謝の日'],
    ['2026-11-24', true, 'Tuesday'],
    ['2026-09-21', false, '敬老の日'],
    ['2026-09-22', false, '国民の休日 between two holidays'],
    ['2026-09-23', false, '秋分の日'],
    ['2026-05-06', false, '振替休日 for 憲法記念日 on a Sunday'],
    ['2027-03-22', false, '振替休日 for 春分の日 on a Sunday'],
    ['2026-12-28', true, 'last day of work'],
    ['2026-12-29', false, 'year end'],
    ['2026-12-31', false, 'year end'],
    ['2027-01-01', false, '元日'],
    ['2027-01-03', false, 'new year'],
    ['2027-01-04', true, 'first day of work'],
    ['2026-04-01', true, 'new fiscal year'],
  ])('%s: %s (%s)', (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });

  test('after 2026-11-20 the next day is Tuesday 11-24', () => {
    expect(nextWorkingDay('2026-11-20')).toBe('2026-11-24');
    expect(nextWorkingDay('2026-12-28')).toBe('2027-01-04');
    expect(nextWorkingDay('2026-11-24', [1])).toBe('2026-11-30');
  });

  test("the week's first working day is Tuesday when Monday is a holiday", () => {
    expect(isWeeksFirst('2026-11-24')).toBe(true);
    expect(isWeeksFirst('2026-11-25')).toBe(false);
    expect(isWeeksFirst('2026-11-30')).toBe(true);
    expect(isWeeksFirst('2026-09-24')).toBe(true);
    expect(isWeeksFirst('2026-11-21')).toBe(false);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  });

  test('a subscription for Wednesdays has its first day of the week there', () => {
    expect(isWeeksFirst('2026-11-25', [3, 5])).toBe(true);
    expect(isWeeksFirst('2026-11-27', [3, 5])).toBe(false);
  });

  test('the end of the holiday table is told a year before, and after it', () => {
    expect(holidayTableWarning('2026-11-24')).toBeNull();
    const short = { '2026-11-03': 1, '2026-11-23': 1 };
    expect(holidayTableWarning('2025-12-30', short)).toBeNull();
    expect(holidayTableWarning('2026-01-02', short)).toBe(
      '祝日の表は2026年までです。@holiday-jp/holiday_jp を更新してください。',
    );
    expect(holidayTableWarning('2027-01-05', short)).toContain('2026年まで');
    expect(holidayTableWarning('2026-01-05', {})).toContain('空です');
  });
});
