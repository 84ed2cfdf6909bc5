// Faults of the one door and of the records.
import type { FaultsOf } from '../fault.ts';

export const dataFaults: FaultsOf = {
  folder: 'data',
  tests: ['test/data/records.test.ts', 'test/data'],
  faults: [
    {
      file: 'src/data/recorded-log.ts',
      find: 'if (seen.has(entry.id)) continue;',
      replace: '',
      why: 'an entry is applied twice',
    },
    {
      file: 'src/data/recorded-log.ts',
      find: 'if (!before || before.seq <= entry.seq)',
      replace: 'if (!before || before.seq >= entry.seq)',
      why: 'the oldest entry of a year stands',
    },
    {
      file: 'src/data/recorded-log.ts',
      find: "    .filter((entry) => entry.kind !== 'withdrawn')\n",
      replace: '',
      why: 'a withdrawn result stands',
    },
    {
      file: 'src/data/repository.ts',
      find: 'area === plan.area ? [name] : []',
      replace: '[name]',
      why: '全市町 are the towns of every area',
    },
    {
      file: 'src/data/repository.ts',
      find: 'for (const node of [policy, ...directions].flatMap(policyPath)) {',
      replace: 'for (const node of policyPath(policy).slice(-1)) {',
      why: 'a basic goal holds no project',
    },
    {
      file: 'src/data/published.ts',
      find: '{ ...kpi, recorded: [] }',
      replace: '{ ...kpi }',
      why: 'people see results they may not read yet',
    },
    {
      file: 'src/data/values.ts',
      find: 'return plan.amountKinds[0]?.kind;',
      replace: 'return plan.amountKinds.at(-1)?.kind;',
      why: '決算 stands for 予算',
    },
    {
      file: 'src/data/values.ts',
      find: '.sort((a, b) => a.fy - b.fy)',
      replace: '',
      why: 'amounts stand as the file lists them',
    },
    {
      file: 'src/data/load-seeds.ts',
      find: 'if (problems.length > 0 || !towns)',
      replace: 'if (!towns)',
      why: 'broken seeds are let in',
    },
    {
      file: 'src/data/cross-check.ts',
      find: 'years.indexOf(fy) < index',
      replace: 'years.indexOf(fy) > index',
      why: 'two actuals of one year are let in',
    },
    {
      file: 'src/data/cross-check.ts',
      find: 'content.plan.period.from > content.plan.period.to',
      replace: 'false',
      why: 'a period that runs backwards is let in',
    },
    {
      file: 'src/data/check-values.ts',
      find: 'if (takenIds.has(id))',
      replace: 'if (false)',
      why: "a plan's column takes the place of 予算",
    },
    {
      file: 'src/data/check-values.ts',
      find: 'if (byYear && value.fy === null)',
      replace: 'if (false)',
      why: 'a value by year may have no year',
    },
  ],
};
