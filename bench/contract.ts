// `npm run bench -- --store postgres --only contract --count 10000`: the questions of the contract suite over many projects, answered from memory and from PostgreSQL.
import { isDeepStrictEqual } from 'node:util';
import { plansWith, told, twoBots } from '../test/plans-postgres/both.ts';
import { questions } from '../test/plans-postgres/questions.ts';
import { postgresBinaries, startPostgres } from '../test/support/postgres.ts';
import { syntheticQueries } from './corpus.ts';
import { forms } from './forms.ts';

/** What came of it. */
export interface Contract {
  projects: number;
  asked: number;
  /** Questions that are answered otherwise, with the parts of the answer that differ. */
  differing: { question: string; parts: string[] }[];
}

/** Asks both; says on the way which answers differ. */
export async function contractOf(count: number): Promise<Contract> {
  const binaries = postgresBinaries();
  if (binaries === null) throw new Error('no PostgreSQL under /usr/lib/postgresql');
  const server = startPostgres(binaries);
  try {
    const bots = await twoBots(await server.createDatabase(), plansWith(count));
    const all = [...Object.values(forms).flat(), ...questions, ...syntheticQueries(count / 20)];
    const differing: Contract['differing'] = [];
    for (const [at, question] of all.entries()) {
      const near = await told(bots.near, question, {});
      const far = await told(bots.far, question, {}).catch((error: Error) => ({ error: error.message }));
      const parts = isDeepStrictEqual(near, far) ? [] : partsThatDiffer(near, far);
      if (parts.length > 0) {
        differing.push({ question, parts });
        process.stderr.write(`differs (${parts.join(', ')}): ${question}\n`);
      }
      if ((at + 1) % 100 === 0) process.stderr.write(`${at + 1} of ${all.length} asked\n`);
    }
    await bots.far.close();
    return { projects: count, asked: all.length, differing };
  } finally {
    server.remove();
  }
}

function partsThatDiffer(near: object, far: object): string[] {
  const other = new Map(Object.entries(far));
  const parts = Object.entries(near).filter(([part, own]) => !isDeepStrictEqual(own, other.get(part)));
  return [...parts.map(([part]) => part), ...('error' in far ? [String(far.error)] : [])];
}
