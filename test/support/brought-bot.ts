// A bot that knows a table as a town would bring it.
import { expect } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { type PlanFile, planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from './other-plans.ts';
import { readPlan } from './plan-read.ts';

/** Asks such a bot; what it answers first, and its notes. */
export type Ask = (question: string) => Promise<string>;

const someDay = { title: '試しの計画', published: '2026-02-01' };

/** The plan file of the rows of a CSV file, every proposal taken as it stands. */
export async function fileOf(rows: readonly string[], { title, published } = someDay): Promise<PlanFile> {
  const grid = await readGrid(Buffer.from(rows.join('\n')), 'plan.csv');
  const given = { answers: { title, publisher: '青葉野市', published } };
  const read = readPlan(grid, given);
  expect(read.questions).toEqual([]);
  return planFileSchema.parse(toPlanFile(read.plan));
}

/** A bot over the rows of a CSV file. */
export async function askOf(rows: readonly string[], paper = someDay): Promise<Ask> {
  const file = await fileOf(rows, paper);
  const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
  return async (question) => {
    const { lead, notes } = await bot.ask(question);
    return [lead ?? '', ...notes].join(' ');
  };
}
