// Faults of judging a KPI.
import type { FaultsOf } from '../fault.ts';

const measures = 'src/status/measures';

export const statusFaults: FaultsOf = {
  folder: 'status',
  tests: ['test/status/edges.test.ts', 'test/status'],
  faults: [
    {
      file: 'src/status/flags.ts',
      find: 'Math.abs(computed - printed) > 0.1',
      replace: 'Math.abs(computed - printed) > 10',
      why: 'a printed rate may be ten points off without a remark',
    },
    {
      file: `${measures}/measure.ts`,
      find: 'rate >= limit - 1e-9',
      replace: 'rate > limit',
      why: 'exactly 80% is no longer 順調',
    },
    {
      file: `${measures}/measure.ts`,
      find: 'sign * (value - base) < 0',
      replace: 'sign * (value - base) <= 0',
      why: 'the same as the baseline is worse than it',
    },
    {
      file: `${measures}/end-year.ts`,
      find: 'worseThanBase: isWorseThanBase(judging),',
      replace: 'worseThanBase: false,',
      why: 'worse than the baseline is not told of an end-year target',
    },
    {
      file: `${measures}/yearly.ts`,
      find: 'const worseThanBase = isWorseThanBase(judging);',
      replace: 'const worseThanBase = false;',
      why: 'worse than the baseline is not told of a yearly target',
    },
    {
      file: `${measures}/average-gap.ts`,
      find: '    worseThanBase: gap < base,\n',
      replace: '',
      why: 'a gap that grew is not told',
    },
    {
      file: 'src/status/judge-year.ts',
      find: "(year === 'end' || measured.worseThanBase) && status === '順調'",
      replace: "year === 'end' && status === '順調'",
      why: 'worse than the baseline stays 順調',
    },
    {
      file: 'src/status/judge-year.ts',
      find: "(year === 'end' || measured.worseThanBase) && status === '順調'",
      replace: "measured.worseThanBase && status === '順調'",
      why: 'a missed end year stays 順調',
    },
    {
      file: 'src/status/judge-year.ts',
      find: '(measured.rate ?? 0) > 200',
      replace: '(measured.rate ?? 0) > 20000',
      why: 'five times the target is no remark',
    },
    {
      file: 'src/status/judge-year.ts',
      find: "late ? '期限超過・実績未登録' : '実績待ち'",
      replace: "'実績待ち'",
      why: 'a missing year of a mean is never overdue',
    },
    {
      file: 'src/status/calendar.ts',
      find: 'return day > ',
      replace: 'return day >= ',
      why: 'the fiscal year ends a day early',
    },
    {
      file: 'src/status/calendar.ts',
      find: 'fy + 1 : fy + 2',
      replace: 'fy + 1 : fy + 1',
      why: "a plan's due day of 31 March lies before the year's end",
    },
    {
      file: 'src/status/calendar.ts',
      find: "?? '09-30'",
      replace: "?? '12-31'",
      why: 'results are awaited three months longer',
    },
    {
      file: `${measures}/graded.ts`,
      find: "below === 1 ? '注意'",
      replace: "below <= 2 ? '注意'",
      why: 'two grades below are 注意',
    },
    {
      file: `${measures}/maintain.ts`,
      find: 'shortfall <= 5 + 1e-9',
      replace: 'shortfall <= 50',
      why: 'half of the level to keep is 注意',
    },
    {
      file: `${measures}/rank.ts`,
      find: "result.value <= 2 * target.value ? '注意'",
      replace: "result.value <= 3 * target.value ? '注意'",
      why: 'rank 30 of 10位以内 is 注意',
    },
    {
      file: `${measures}/year-over-year.ts`,
      find: 'wrongWay < 10',
      replace: 'wrongWay < 60',
      why: 'half of the year before is 注意',
    },
    {
      file: `${measures}/year-over-year.ts`,
      find: "change > 0 ? '達成'",
      replace: "change >= 0 ? '達成'",
      why: 'the same value meets 前年度比増',
    },
    {
      file: `${measures}/milestone.ts`,
      find: "協議)中/.test(words)) return 'partly'",
      replace: "協議)中/.test(words)) return 'done'",
      why: '策定中 is done',
    },
    {
      file: `${measures}/reduce-by.ts`,
      find: '(/増/.test(result.text) ? -1 : 1)',
      replace: '1',
      why: '5%増 counts as a reduction',
    },
    {
      file: `${measures}/cumulative.ts`,
      find: '* (fy - start)) /',
      replace: '* (fy - start + 1)) /',
      why: 'the line to the total is a year ahead',
    },
    {
      file: `${measures}/period-average.ts`,
      find: 'value: total / years.length',
      replace: 'value: total',
      why: 'the sum stands for the mean',
    },
    {
      file: 'src/status/result-of-year.ts',
      find: 'if (!isMissing(actual)) results.set',
      replace: 'results.set',
      why: 'a printed dash is a result',
    },
    {
      file: 'src/status/published.ts',
      find: 'isLagging(status) !== lagging',
      replace: 'isLagging(status) === lagging',
      why: 'agreement is told as disagreement',
    },
    {
      file: 'src/status/target-of-year.ts',
      find: 'fy >= firstEveryYear(kpi, plan) && fy <= ends',
      replace: 'fy <= ends',
      why: 'a target for every year stands before the plan begins',
    },
    {
      file: 'src/status/judge-now.ts',
      find: '[...resultsOf(kpi).keys()].reverse()',
      replace: '[...resultsOf(kpi).keys()]',
      why: 'the oldest judged year stands for the last one',
    },
    {
      file: 'src/status/plausibility.ts',
      find: 'if (ratio >= 5)',
      replace: 'if (ratio >= 500)',
      why: 'a slip of a digit is not asked about',
    },
    {
      file: 'src/status/without-result.ts',
      find: 'if (asOf > due)',
      replace: 'if (asOf >= due)',
      why: 'overdue on the due day itself',
    },
  ],
};
