// The only door for seed data: reads, validates and cross-checks; refuses with every error it found.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Seeds } from './repository.ts';
import { municipalitiesFileSchema } from './schemas/municipality.ts';
import { type PlanFile, planFileSchema } from './schemas/plan.ts';

/** One thing wrong with a seed file. */
export interface SeedProblem {
  file: string;
  /** Which record: 「kpis[3] 移住者数」; '' for the file as a whole. */
  record: string;
  field: string;
  expected: string;
}

/** Seeds were refused; `problems` lists all of them, the message shows them a line each. */
export class SeedError extends Error {
  readonly code = 'seeds-refused';
  constructor(readonly problems: SeedProblem[]) {
    super(
      `${problems.length} problem(s) in the seed files:\n${problems
        .map(
          (p) => `  ${[p.file, p.record, p.field].filter((part) => part !== '').join(' › ')}: ${p.expected}`,
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
  const problems: SeedProblem[] = [];
  const hash = createHash('sha256');
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    let text: string;
    let content: unknown;
    try {
      text = readFileSync(join(directory, file), 'utf8');
    } catch (cause) {
      problems.push({
        file,
        record: '',
        field: '',
        expected: `a readable file (${(cause as Error).message})`,
      });
      return undefined;
    }
    hash.update(file).update('\0').update(text).update('\0');
    try {
      content = JSON.parse(text);
    } catch (cause) {
      problems.push({ file, record: '', field: '', expected: `valid JSON (${(cause as Error).message})` });
      return undefined;
    }
    const result = schema.safeParse(content);
    if (result.success) return result.data;
    for (const issue of result.error.issues) problems.push(describeIssue(file, content, issue));
    return undefined;
  };

  const towns = read('municipalities.json', municipalitiesFileSchema);
  let names: string[] = [];
  try {
    names = readdirSync(directory)
      .filter(
        (name) => name.endsWith('.json') && name !== 'municipalities.json' && !name.endsWith('.schema.json'),
      )
      .sort();
  } catch {
    // The missing directory was already reported with municipalities.json.
  }
  const files = names.flatMap((name) => {
    const file = read(name, planFileSchema);
    return file ? [{ name, file }] : [];
  });
  const townNames = new Set(towns?.municipalities.map((town) => town.name));
  const ids = new Map<string, string>();
  for (const { name, file } of files) problems.push(...crossCheck(name, file, townNames, ids));
  if (problems.length > 0 || !towns) throw new SeedError(problems);
  return {
    municipalities: towns.municipalities,
    files: files.map(({ file }) => file),
    hash: hash.digest('hex'),
  };
}

/** Names the record an issue lies in, so that a person finds it without counting brackets. */
function describeIssue(file: string, content: unknown, issue: z.core.$ZodIssue): SeedProblem {
  const path = issue.path.map(String);
  const [list, index, ...rest] = path;
  const row = (content as Record<string, unknown[]> | null)?.[list ?? '']?.[Number(index)];
  if (index === undefined || typeof row !== 'object' || row === null) {
    return { file, record: '', field: path.join('.'), expected: issue.message };
  }
  const name = (row as { name?: unknown }).name;
  const label = typeof name === 'string' ? `${list}[${index}] ${name}` : `${list}[${index}]`;
  return { file, record: label, field: rest.join('.'), expected: issue.message };
}

/** References, unique ids and totals that a schema cannot see. */
function crossCheck(
  file: string,
  content: PlanFile,
  towns: Set<string>,
  ids: Map<string, string>,
): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const policies = new Set(content.policies.map((policy) => policy.id));
  const projects = new Set(content.projects.map((project) => project.id));
  const documents = new Set(content.plan.documents.map((document) => document.number));
  const claim = (id: string, record: string) => {
    const owner = ids.get(id);
    if (owner !== undefined)
      problems.push({ file, record, field: 'id', expected: `a unique id (${id} is taken by ${owner})` });
    ids.set(id, `${file} ${record}`);
  };
  const known = (set: Set<string>, id: string, record: string, field: string, what: string) => {
    if (!set.has(id)) problems.push({ file, record, field, expected: `an existing ${what} (${id} is none)` });
  };
  claim(content.plan.id, 'plan');
  for (const policy of content.policies) {
    const record = `policy ${policy.name}`;
    claim(policy.id, record);
    if (policy.parent !== null) known(policies, policy.parent, record, 'parent', 'policy id');
    known(documents, policy.source.document, record, 'source', 'document number');
  }
  for (const project of content.projects) {
    const record = `project ${project.name}`;
    claim(project.id, record);
    for (const listing of project.listings) {
      known(policies, listing.policy, record, 'listings.policy', 'policy id');
      for (const direction of listing.directions)
        known(policies, direction, record, 'listings.directions', 'policy id');
    }
    for (const town of project.participants.towns)
      known(towns, town, record, 'participants.towns', 'municipality');
    for (const source of project.sources)
      known(documents, source.document, record, 'sources', 'document number');
  }
  for (const kpi of content.kpis) {
    const record = `kpi ${kpi.name}`;
    claim(kpi.id, record);
    for (const project of kpi.projects) known(projects, project, record, 'projects', 'project id');
    if (kpi.policy !== null) known(policies, kpi.policy, record, 'policy', 'policy id');
    if (kpi.projects.length === 0 && kpi.policy === null) {
      problems.push({
        file,
        record,
        field: 'projects',
        expected: 'a project or a policy that the KPI belongs to',
      });
    }
    for (const source of kpi.sources) known(documents, source.document, record, 'sources', 'document number');
  }
  return problems;
}
