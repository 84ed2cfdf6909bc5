import { configDefaults, defineConfig } from 'vitest/config';

/** Files that change what belongs to the whole process; every other file shares a worker and its loaded sources. */
const apart = ['test/start/store/here.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // The tests start processes of their own and hold real clocks to their word: those take the other core.
    maxWorkers: 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...apart],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
