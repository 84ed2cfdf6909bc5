// The list of deliberate faults fits the sources: each place stands exactly once, each change changes something.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFaults } from './faults/index.ts';

const root = join(import.meta.dirname, '../..');

describe.each(allFaults)('$folder', ({ tests, faults }) => {
  test.each(faults)('$why', ({ file, find, replace, tests: own }) => {
    const source = readFileSync(join(root, file), 'utf8');
    expect(source.split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
    for (const path of [...tests, ...(own ?? [])]) expect(existsSync(join(root, path)), path).toBe(true);
  });
});

test('there are sixty and more', () => {
  expect(allFaults.flatMap(({ faults }) => faults).length).toBeGreaterThanOrEqual(60);
});
