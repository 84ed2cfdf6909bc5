// DATA_DIR names the folder of the embedded store for every command.
import { expect, test } from 'vitest';
import { sqliteFileIn } from '../../../src/start/store/sqlite-file.ts';

test('the folder given holds the database', () => {
  expect(sqliteFileIn('/srv/hakaru')).toBe('/srv/hakaru/hakaru.sqlite');
});

test.each([undefined, ''])('without one (%j) it lies in data/ of the package', (dataDir) => {
  expect(sqliteFileIn(dataDir)).toMatch(/\/data\/hakaru\.sqlite$/);
});
