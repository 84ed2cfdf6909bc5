// The plans with the recorded results laid over, for commands that need no search.
import { join } from 'node:path';
import { loadSeeds } from '../data/load-seeds.ts';
import { createRepository, type Repository } from '../data/repository.ts';
import { packageRoot } from '../start/package-root.ts';
import { layRecorded } from './recorded.ts';

/** Loads the seeds, then the results of the store when there is one. */
export async function openRepository(): Promise<Repository> {
  const repository = createRepository(loadSeeds(join(packageRoot(), 'seeds')));
  await layRecorded(repository);
  return repository;
}
