// What a channel hears: changes and not the state, at most five names, one line in a quiet week.
import { describe, expect, test } from 'vitest';
import { busTour, crimes, digestOf, papers, plansWith, postOf, pride, recorded, snooze } from './town.ts';

const before = plansWith();
const ids = (items: { entry: { id: string } }[]) => items.map(({ entry }) => entry.id);

describe('the first post', () => {
  const first = postOf('2026-11-24', before);

  test('is one summary of where the channel starts', () => {
    expect(first.kind).toBe('first');
    expect(first.watched).toBe(105);
    expect(first.standing).toEqual([
      { label: '遅れ', count: 3 },
      { label: '注意', count: 3 },
      { label: '公表評価のみ遅れ', count: 1 },
      { label: '順調', count: 6 },
      { label: '達成', count: 20 },
    ]);
    expect(first.unrecorded).toEqual({
      total: 89,
      byPlan: [
        { label: '久留米総合戦略', count: 46 },
        { label: 'R5行政評価', count: 35 },
        { label: '主要事務事業', count: 8 },
      ],
    });
    expect(first.thread.map(({ kind }) => kind)).toEqual(['details']);
  });

  test('names at most five, 遅れ before 注意, the larger budget first', () => {
    expect(first.items.map(({ tier }) => tier)).toEqual(['遅れ', '遅れ', '遅れ', '注意', '注意']);
    expect(first.more).toBe(2);
    const budgets = first.items.slice(0, 3).map(({ budget }) => budget);
    expect(budgets).toEqual([...budgets].sort((a, b) => b - a));
  });
});

describe('changes', () => {
  test('a new 遅れ, 注意 and 達成 stand in the order of their tiers', () => {
    const now = plansWith(
      recorded(papers, 2022, '6本', { seq: 1 }),
      recorded('hyoka-kpi-suki', 2024, '60%', { seq: 2 }),
      recorded('hyoka-kpi-iju-sodan', 2022, '1人', { seq: 3 }),
      recorded(crimes, 2025, '3000件', { seq: 4 }),
    );
    const digest = postOf('2026-11-24', now, { since: '2026-11-20', before });
    expect(digest.kind).toBe('changes');
    expect(digest.changed).toBe(4);
    expect(digest.items.map(({ tier, entry }) => [tier, entry.id])).toEqual([
      ['遅れ', 'hyoka-kpi-iju-sodan'],
      ['注意', 'hyoka-kpi-suki'],
    ]);
    expect(digest.items[1]?.before).toBe('順調');
    expect(digest.lines.map(({ kind, items }) => [kind, ids(items)])).toEqual([
      ['improved', [papers]],
      ['recorded', [crimes]],
    ]);
    expect(digest.recordedInWeek).toBe(4);
    expect(digest.unrecorded.total).toBe(88);
  });

  test('what was posted once is not told again', () => {
    const now = plansWith(recorded(papers, 2022, '6本'));
    const friday = digestOf('2026-11-20', now, { since: '2026-11-19', before });
    expect(friday.digest.kind).toBe('changes');
    const tuesday = digestOf('2026-11-25', now, null, {
      known: { snapshot: friday.known, postedOn: '2026-11-24' },
    });
    expect(tuesday.digest).toMatchObject({ kind: 'none', why: 'unchanged', next: '2026-11-26' });
  });

  test('a published word that disagrees is named when it appears', () => {
    const rank = 'hyoka-kpi-ninchido-rank';
    const now = plansWith(recorded(rank, 2021, '8位'));
    const digest = postOf('2026-11-24', now, { since: '2026-11-20', before });
    expect(digest.items.map(({ tier, entry }) => [tier, entry.id])).toEqual([['公表評価と不一致', rank]]);
  });

  test('a withdrawn result is told as a record, not as a new judgement', () => {
    const entry = recorded(papers, 2022, '0本', { seq: 1 });
    const withdrawn = recorded(papers, 2022, '0本', { seq: 2, kind: 'withdrawn' });
    const digest = postOf('2026-11-24', plansWith(entry, withdrawn), {
      since: '2026-11-20',
      before: plansWith(entry),
    });
    expect(digest.items).toEqual([]);
    expect(digest.lines.map(({ kind, items }) => [kind, items[0]?.recorded?.withdrawn])).toEqual([
      ['recorded', true],
    ]);
  });

  test('results recorded again with the same figure change no judgement', () => {
    const entry = recorded(busTour, 2023, '10人', { seq: 1 });
    const again = recorded(busTour, 2023, '10人', { seq: 2, kind: 'corrected' });
    const digest = postOf('2026-11-24', plansWith(entry, again), {
      since: '2026-11-20',
      before: plansWith(entry),
    });
    expect(digest.items).toEqual([]);
    expect(digest.lines.map(({ kind }) => kind)).toEqual(['recorded']);
  });

  test('a plan that is new in the data is one line, its lagging KPIs are named', () => {
    const known = digestOf('2026-11-20', before).known;
    const kpis = Object.fromEntries(Object.entries(known.kpis).filter(([id]) => !id.startsWith('hyoka-')));
    const digest = postOf('2026-11-24', before, null, {
      known: { snapshot: { day: '2026-11-20', kpis }, postedOn: '2026-11-20' },
    });
    expect(digest.changed).toBe(38);
    expect(digest.items).toHaveLength(5);
    expect(digest.lines.map(({ kind, items }) => [kind, items.length])).toEqual([['added', 38]]);
  });

  test('one line per KPI: a KPI of three rows carries its policies', () => {
    const now = plansWith(recorded('hyoka-kpi-suki', 2024, '30%'));
    const [item] = postOf('2026-11-24', now, { since: '2026-11-20', before }).items;
    expect(item?.policies).toHaveLength(3);
  });
});

describe('a quiet week', () => {
  test("has one line on its first working day, with the week's list in the thread", () => {
    const digest = postOf('2026-11-24', before, { since: '2026-11-20' });
    expect(digest.kind).toBe('quiet');
    expect(digest.lines).toEqual([]);
    expect(digest.thread.map(({ kind }) => kind)).toEqual(['unrecorded']);
  });

  test('has no post on its other days', () => {
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27'])
      expect(digestOf(day, before, { since: '2026-11-24' }).digest.kind).toBe('none');
  });

  test('has its line later when the bot was down on the first day', () => {
    const late = { missedWeeksFirst: true };
    expect(digestOf('2026-11-26', before, { since: '2026-11-20' }, late).digest.kind).toBe('quiet');
  });

  test('has nothing on a Saturday, a holiday or at the turn of the year, whatever changed', () => {
    const now = plansWith(recorded(busTour, 2023, '1人'));
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-09-22', '2026-12-29', '2027-01-03'])
      expect(digestOf(day, now, { since: '2026-09-18', before }).digest).toMatchObject({
        kind: 'none',
        why: 'holiday',
      });
  });
});

describe("the year's rhythm", () => {
  const line = (day: string, since: string) =>
    postOf(day, before, { since }).lines.map(({ kind, items, fy, due }) => [kind, items.length, fy, due]);

  test('10/1: what became overdue comes once, as one line by plan', () => {
    expect(line('2026-10-01', '2026-09-30')).toEqual([['overdue', 8, 2025, '2026-09-30']]);
    expect(digestOf('2026-10-02', before, { since: '2026-10-01' }).digest.kind).toBe('none');
  });

  test('April and May: a due day of 3/31 is told in June', () => {
    const after = (day: string, since: string) => digestOf(day, before, { since }).digest;
    expect(after('2026-04-01', '2026-03-31').kind).toBe('none');
    const may = postOf('2026-05-25', before, { since: '2026-03-31' });
    expect(may.lines.some(({ kind }) => kind === 'overdue')).toBe(false);
    const june = postOf('2026-06-01', before, { since: '2026-05-29' });
    expect(june.lines.map(({ kind, due }) => [kind, due])).toContainEqual(['overdue', '2026-03-31']);
  });

  test('April and May: nobody is pressed, and that is said once', () => {
    const april = postOf('2027-04-05', before, { since: '2027-03-31' });
    expect(april.thread.map(({ kind }) => kind)).toEqual(['resting']);
    expect(postOf('2027-04-12', before, { since: '2027-04-05' }).thread).toEqual([]);
  });

  test('May to July: the year that just ended is asked for', () => {
    const july = postOf('2026-07-06', plansWith(recorded(papers, 2022, '6本')), {
      since: '2026-07-03',
      before,
    });
    expect(july.lines.map(({ kind, items, due }) => [kind, items.length, due])).toEqual(
      [
        ['improved', 1, null],
        ['awaited', 8, '2026-09-30'],
      ].map((row) => expect.arrayContaining(row.slice(0, 2))),
    );
  });

  test('January to March: what is due this year is listed once a month', () => {
    const list = (day: string, since: string) =>
      postOf(day, before, { since }).thread.find(({ kind }) => kind === 'due-this-year')?.groups[0]?.items
        .length;
    expect(list('2027-01-04', '2026-12-28')).toBe(7);
    expect(list('2027-01-12', '2027-01-04')).toBeUndefined();
    expect(list('2027-02-01', '2027-01-25')).toBe(7);
  });

  test('Mondays ask the departments, a later post of the week lists what is missing', () => {
    const kinds = (day: string, since: string) =>
      postOf(day, plansWith(recorded(papers, 2022, '6本')), { since, before }).thread.map(({ kind }) => kind);
    expect(kinds('2026-11-30', '2026-11-27')).toEqual(['ask']);
    expect(kinds('2026-12-01', '2026-11-30')).toEqual(['unrecorded']);
    expect(kinds('2026-12-02', '2026-12-01')).toEqual([]);
  });
});

describe('snoozes', () => {
  const worse = plansWith(recorded(busTour, 2023, '1人'));
  const friday = { since: '2026-11-20', before };

  test('a snoozed KPI is not told, and the number of snoozed ones always is', () => {
    const digest = postOf('2026-11-24', worse, friday, { snoozes: [snooze(busTour)] });
    expect(digest.kind).toBe('quiet');
    expect(digest.snoozed).toBe(1);
  });

  test('after its last day the change comes out', () => {
    const silent = digestOf('2026-12-04', worse, friday, { snoozes: [snooze(busTour)] });
    expect(silent.digest.kind).toBe('none');
    const later = digestOf('2026-12-07', worse, null, {
      known: { snapshot: silent.known, postedOn: '2026-12-01' },
      snoozes: [snooze(busTour)],
    });
    expect(later.digest.kind === 'changes' && ids(later.digest.items)).toEqual([busTour]);
    expect(later.ended.map(({ kpi }) => kpi)).toEqual([busTour]);
  });

  test('it ends by itself when the status worsens', () => {
    const fallen = plansWith(recorded(pride, 2024, '10%'));
    const composed = digestOf('2026-11-24', fallen, friday, {
      snoozes: [snooze(pride, { statusThen: '注意', until: '2026-12-20' })],
    });
    expect(composed.ended.map(({ kpi }) => kpi)).toEqual([pride]);
    expect(composed.digest.kind === 'changes' && ids(composed.digest.woken)).toEqual([pride]);
  });

  test('without a last day it holds until results are due', () => {
    const endless = [snooze(crimes, { statusThen: '期限超過・実績未登録', until: null })];
    const snoozed = (day: string, since: string) =>
      postOf(day, before, { since }, { snoozes: endless }).snoozed;
    expect(snoozed('2027-09-27', '2027-09-24')).toBe(1);
    expect(snoozed('2027-10-04', '2027-10-01')).toBe(0);
  });
});

test('a filter keeps the digest to its KPIs', () => {
  const now = plansWith(
    recorded(papers, 2022, '6本', { seq: 1 }),
    recorded(busTour, 2023, '1人', { seq: 2 }),
  );
  const digest = postOf('2026-11-24', now, { since: '2026-11-20', before }, { kpis: new Set([papers]) });
  expect(digest.watched).toBe(1);
  expect(digest.changed).toBe(1);
  expect(digest.unrecorded.total).toBe(1);
});
