// Three real files beside the repository, every figure read by eye: all of them right, or the file is not taken.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { loadHeadings } from '../../src/plans/layout/headings.ts';
import type { Answers } from '../../src/plans/mapping/answers.ts';
import { propose } from '../../src/plans/mapping/propose.ts';
import type { ReadPlan } from '../../src/plans/read-plan.ts';

const folder = join(import.meta.dirname, '../../../shared/eval/plans');
const vocabulary = loadHeadings(join(import.meta.dirname, '../../index'));

interface Expected {
  projects: {
    id?: string;
    name?: string;
    department?: string;
    policy?: string;
    parent?: string;
    budgets?: { fy: number; kind: string; thousandYen: number; text: string }[];
    kpis?: {
      name: string;
      kind: string;
      unit: string;
      actuals: Record<string, number | string>;
      plan?: Record<string, number | string>;
    }[];
    evaluation?: string;
  }[];
}

const kinds: Record<string, string> = {
  決算: 'settled',
  計画: 'planned',
  当初: 'initial',
  執行: 'executed',
  要求: 'requested',
  現額: 'current',
};

const files: { file: string; answers: Answers }[] = [
  {
    file: 'ofunato/jimujigyo_hyoka_r7.xlsx',
    answers: {
      answers: {
        unit: '千円',
        blocks: ['R2決算', 'R3決算', 'R4決算', 'R5決算', 'R6決算', 'R7計画'],
        direction: '提案どおり',
        title: '令和7年度事務事業評価',
        publisher: '大船渡市',
        published: '2025-12-01',
      },
    },
  },
  {
    file: 'rs/rs_2024_2-1_budget.csv',
    answers: {
      answers: {
        unit: '円',
        'zero:執行額（合計）': 'none',
        'fraction:執行率': 'percent',
        title: '行政事業レビュー2024',
        publisher: '内閣府',
        published: '2024-09-01',
      },
    },
  },
  ...['utf8bom', 'sjis_resaved'].map((name) => ({
    file: `tokyo/hojokin2024_${name}.csv`,
    answers: {
      answers: {
        'kind:予算額': '当初予算',
        title: '東京都の補助金',
        publisher: '東京都',
        published: '2024-04-01',
      },
    },
  })),
];

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

describe.skipIf(!existsSync(folder))('real files', () => {
  for (const { file, answers } of files) {
    test(`${file}: every figure of expected.json is right`, async () => {
      const grid = await readGrid(readFileSync(join(folder, file)), file);
      const { plan, questions } = propose(grid, answers, vocabulary);
      expect(questions).toEqual([]);
      expect(plan.problems).toEqual([]);
      const expected = JSON.parse(readFileSync(join(folder, file, '../expected.json'), 'utf8')) as Expected;
      let checked = 0;
      const wrong: string[] = [];
      const same = (what: string, found: unknown, wanted: unknown) => {
        checked += 1;
        if (found !== wanted) wrong.push(`${what}: ${String(found)} instead of ${String(wanted)}`);
      };
      for (const wanted of expected.projects) {
        const project = projectOf(plan, wanted);
        const name = wanted.name ?? wanted.id ?? '';
        same(name, project !== undefined, true);
        if (!project) continue;
        if (wanted.name) same(`${name} name`, plain(project.name), plain(wanted.name));
        if (wanted.department)
          same(`${name} department`, plain(project.department ?? ''), plain(wanted.department));
        if (wanted.policy) same(`${name} policy`, project.policyPath.join(' / '), wanted.policy);
        if (wanted.parent) same(`${name} parent`, project.policyPath.at(-1), wanted.parent);
        for (const { fy, kind, thousandYen, text } of wanted.budgets ?? []) {
          const value = project.values.find(
            (one) => one.attribute === 'budget' && one.fy === fy && one.kind === kinds[kind],
          );
          same(`${name} ${fy} ${kind}`, value?.value, Math.round(thousandYen * 1000));
          same(`${name} ${fy} ${kind} text`, value?.text, text);
        }
        if (wanted.evaluation)
          same(
            `${name} evaluation`,
            project.values.some(({ word }) => word === wanted.evaluation),
            true,
          );
        for (const kpi of wanted.kpis ?? []) {
          const own = plan.subjects.find(
            (one) => one.kind === 'kpi' && one.name === kpi.name && one.projects?.includes(project.key),
          );
          const value = (attribute: string, fy: string) =>
            own?.values.find((one) => one.attribute === attribute && one.fy === Number(fy));
          same(
            `${kpi.name} kind`,
            own?.values.find(({ attribute }) => attribute === '指標の種類')?.word,
            kpi.kind,
          );
          for (const [attribute, figures] of [
            ['actual', kpi.actuals],
            ['target', kpi.plan ?? {}],
          ] as const)
            for (const [fy, figure] of Object.entries(figures)) {
              const found = value(attribute, fy);
              same(`${kpi.name} ${attribute} ${fy}`, found?.value ?? found?.text, figure);
              same(`${kpi.name} ${attribute} ${fy} unit`, found?.unit, kpi.unit);
            }
        }
      }
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(30);
      console.info(`${file}: ${checked} values right`);
    });
  }
});

function projectOf(plan: ReadPlan, { id, name }: { id?: string; name?: string }) {
  return plan.subjects.find(
    (one) =>
      one.kind === 'project' && (id === undefined ? plain(one.name) === plain(name ?? '') : one.key === id),
  );
}
