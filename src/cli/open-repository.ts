// The plans with the recorded results laid over, for commands that need no search.
import { parseSeeds } from '../data/load-seeds.ts';
import { createRepository, type Repository, type Seeds } from '../data/repository.ts';
import { packageRoot } from '../start/package-root.ts';
import { dataSettings, sourceHere } from '../start/plans/here.ts';
import { textsOf } from '../start/plans/source.ts';
import { layRecorded } from './recorded.ts';

const warn = (message: string) => void process.stderr.write(`${message}\n`);

/** Seeds and brought plans, then the results of the store when there is one. */
export async function openRepository(): Promise<Repository> {
  const repository = createRepository(await readPlansHere());
  await layRecorded(repository);
  return repository;
}

/** Seeds and brought plans, as the environment says. */
export async function readPlansHere(): Promise<Seeds> {
  return parseSeeds(textsOf(await sourceHere(dataSettings(process.env), warn), packageRoot()));
}
