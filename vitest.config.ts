import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Folders whose tests read, reckon and draw: no process, no socket, no clock of their own. Their files share a worker,
 * so that sources and dictionary are loaded once instead of for each file (a third of the time).
 */
const shared = [
  'answer',
  'asks',
  'data',
  'digest',
  'facts',
  'present',
  'question',
  'relevance',
  'search',
  'status',
  // These open and close every server they use.
  'slack/errors',
  'slack/owners',
  'slack/recording',
  'slack/subscriptions',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...shared],
        },
      },
    ],
  },
});
