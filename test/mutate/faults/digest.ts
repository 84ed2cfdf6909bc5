// Faults of the morning digest.
import type { FaultsOf } from '../fault.ts';

export const digestFaults: FaultsOf = {
  folder: 'digest',
  tests: ['test/digest/days.test.ts', 'test/digest/compose.test.ts', 'test/digest/working-days.test.ts'],
  faults: [
    {
      file: 'src/digest/compose.ts',
      find: 'addDays(day, -6)',
      replace: 'addDays(day, -60)',
      why: 'a week has 60 days',
    },
    {
      file: 'src/digest/compose.ts',
      find: 'const namedAtMost = 5;',
      replace: 'const namedAtMost = 50;',
      why: 'fifty KPIs are named',
    },
    {
      file: 'src/digest/compose.ts',
      find: 'if (old) kpis[id] = old;',
      replace: '',
      why: 'what changed in silence is forgotten',
    },
    {
      file: 'src/digest/item.ts',
      find: 'budgetsOf(project, plan).findLast(({ yen }) => yen !== null)',
      replace: 'budgetsOf(project, plan).find(({ yen }) => yen !== null)',
      why: 'the oldest budget weighs',
    },
    {
      file: 'src/digest/item.ts',
      find: 'return b.budget - a.budget ||',
      replace: 'return',
      why: 'the largest budget does not come first',
    },
    {
      file: 'src/digest/due-results.ts',
      find: 'const daysBefore = 14;',
      replace: 'const daysBefore = 1;',
      why: 'people are reminded a day before',
    },
    {
      file: 'src/digest/due-results.ts',
      find: "if (day >= due) return 'on';",
      replace: "if (day > due) return 'on';",
      why: 'the due day is still before',
    },
    {
      file: 'src/digest/changes.ts',
      find: 'if (judgedAnew && !wentBack) {',
      replace: 'if (judgedAnew) {',
      why: 'a withdrawn entry is news about the KPI',
    },
    {
      file: 'src/digest/changes.ts',
      find: "return better ? '改善・達成' : '注意';",
      replace: "return '注意';",
      why: 'from 遅れ to 注意 is no improvement',
    },
    {
      file: 'src/digest/snapshot.ts',
      find: "return heldBack && day.slice(5) < '06-01' ? 'waiting' : 'overdue';",
      replace: "return 'overdue';",
      why: 'results are overdue in April',
    },
    {
      file: 'src/digest/working-days.ts',
      find: "monthDay >= '12-29'",
      replace: "monthDay >= '12-31'",
      why: 'the town hall works on 29 December',
    },
    {
      file: 'src/digest/working-days.ts',
      find: 'if (isWorkingDay(before) && weekdays.includes(weekday(before))) return false;',
      replace: '',
      why: 'every day is the first of its week',
    },
    {
      file: 'src/digest/snoozes.ts',
      find: 'badness(worstStatus(state)) > badness',
      replace: 'badness(worstStatus(state)) >= badness',
      why: 'a silence ends at once',
    },
    {
      file: 'src/digest/rhythm.ts',
      find: "day.slice(5, 7) === '04' || day.slice(5, 7) === '05'",
      replace: "day.slice(5, 7) === '04'",
      why: 'nobody rests in May',
    },
    {
      file: 'src/digest/rhythm.ts',
      find: 'const listedAlready = since > monday;',
      replace: 'const listedAlready = false;',
      why: 'the list comes every day',
    },
    {
      file: 'src/digest/duties.ts',
      find: "role !== 'chief'",
      replace: 'true',
      why: 'chiefs are asked for results',
      tests: ['test/digest/days.test.ts', 'test/slack/owners'],
    },
  ],
};
