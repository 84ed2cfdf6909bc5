// The only door for seed data: reads, validates and cross-checks; refuses with every error it found.
import type * as z from 'zod';
import { checkTowns, crossCheck } from './cross-check.ts';
import { describeIssue, type SeedProblem } from './describe-issue.ts';
import type { Seeds } from './repository.ts';
import { kpiSchema } from './schemas/kpi.ts';
import { municipalitiesFileSchema } from './schemas/municipality.ts';
import { type PlanFile, planFileSchema } from './schemas/plan.ts';
import { policySchema } from './schemas/policy.ts';
import { projectSchema } from './schemas/project.ts';
import { statementSchema } from './schemas/statement.ts';
import { readSeedTexts, type SeedText, seedsHash, townsFile, withoutMark } from './seed-texts.ts';

export type { SeedProblem, SeedText };

/** Seeds were refused; `problems` lists all of them, the message shows them a line each. */
export class SeedError extends Error {
  readonly code = 'seeds-refused';
  constructor(readonly problems: SeedProblem[]) {
    super(
      `${problems.length} problem(s) in the seed files:\n${problems
        .map(
          (p) =>
            `  ${[p.file, p.record, p.field].filter((part) => part !== '').join(' › ')}: expected ${p.expected}`,
        )
        .join('\n')}`,
    );
  }
}

/**
 * Loads `municipalities.json` and every plan of `directory`.
 * @throws SeedError with file, record, field and what was expected, for all files at once.
 */
export function loadSeeds(directory: string): Seeds {
  const seeds = parseSeeds(readSeedTexts(directory));
  if (seeds.files.length === 0)
    throw new SeedError([
      { file: 'the seeds folder', record: '', field: '', expected: 'at least one plan file' },
    ]);
  return seeds;
}

/** Schemas of a plan's records, one list each. */
const records = {
  policies: policySchema,
  projects: projectSchema,
  kpis: kpiSchema,
  statements: statementSchema,
};

/**
 * Checks one plan as `parseSeeds` does, record by record: a plan of a hundred megabytes is not held twice.
 * @throws SeedError
 */
export function checkPlan(file: PlanFile): void {
  const name = `${file.plan.id}.json`;
  const problems: SeedProblem[] = [];
  const lists = Object.keys(records) as (keyof typeof records)[];
  const rest = planFileSchema.safeParse({ ...file, policies: [], projects: [], kpis: [], statements: [] });
  for (const issue of rest.error?.issues ?? []) problems.push(...describeIssue(name, file, issue));
  for (const list of lists)
    file[list]?.forEach((record, index) => {
      const { error } = records[list].safeParse(record);
      for (const issue of error?.issues ?? [])
        problems.push(...describeIssue(name, file, { ...issue, path: [list, index, ...issue.path] }));
    });
  if (problems.length === 0) problems.push(...crossCheck([{ name, file }], []));
  if (problems.length > 0) throw new SeedError(problems);
}

/**
 * Checks seed files that are already read: `municipalities.json` and plans, as `loadSeeds` does.
 * @throws SeedError
 */
export function parseSeeds(texts: readonly SeedText[]): Seeds {
  const problems: SeedProblem[] = [];
  const parse = <T>({ name, text }: SeedText, schema: z.ZodType<T>): T | undefined => {
    const refuse = (expected: string) => problems.push({ file: name, record: '', field: '', expected });
    if (text instanceof Error) {
      refuse(`a readable file (${text.message})`);
      return undefined;
    }
    let content: unknown;
    try {
      content = JSON.parse(withoutMark(text));
    } catch (cause) {
      refuse(`valid JSON (${(cause as Error).message})`);
      return undefined;
    }
    const result = schema.safeParse(content);
    if (result.success) return result.data;
    for (const issue of result.error.issues) problems.push(...describeIssue(name, content, issue));
    return undefined;
  };

  const townsText = texts.find(({ name }) => name === townsFile);
  const towns = parse(townsText ?? { name: townsFile, text: new Error('missing') }, municipalitiesFileSchema);
  const files = texts
    .filter(({ name }) => name !== townsFile)
    .flatMap((text) => {
      const file = parse(text, planFileSchema);
      return file ? [{ name: text.name, file }] : [];
    });
  if (towns) {
    problems.push(...checkTowns(townsFile, towns.municipalities));
    problems.push(...crossCheck(files, towns.municipalities));
  }
  if (problems.length > 0 || !towns) throw new SeedError(problems);
  return {
    municipalities: towns.municipalities,
    files: files.map(({ file }) => file),
    hash: seedsHash(texts),
  };
}
