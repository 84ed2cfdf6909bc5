// docs/operations.md, the container and the settings tell the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { environmentSchema, readConfig } from '../src/config.ts';
import { createMetrics } from '../src/start/watch/metrics.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const operations = read('docs/operations.md');
const settings = Object.keys(environmentSchema.shape);

test('every setting has its line, and no other', () => {
  const rows = [...operations.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)];
  expect(rows.map(([, name]) => name).toSorted()).toEqual(settings.toSorted());
  const { keep } = readConfig({});
  const said = Object.fromEntries(rows.map(([, name, byDefault]) => [name, byDefault]));
  expect(keep).toEqual({
    digests: Number(said.KEEP_DIGESTS_DAYS),
    threads: Number(said.KEEP_THREADS_DAYS),
    feedback: Number(said.KEEP_FEEDBACK_DAYS),
    snoozes: Number(said.KEEP_SNOOZES_DAYS),
  });
});

test('every metric of ours has its line, and no other', async () => {
  const { registry } = createMetrics();
  const ours = (await registry.getMetricsAsJSON())
    .map(({ name }) => name)
    .filter((name) => /^hakaru_/.test(name));
  const table = operations.slice(operations.indexOf('| metric | counts |'));
  const said = [...table.matchAll(/^\| (`hakaru_.*?) \|/gm)].flatMap(
    ([, cell]) => cell?.match(/hakaru_\w+/g) ?? [],
  );
  expect(said.toSorted()).toEqual(ours.toSorted());
});

test('compose runs two copies that are not root and write nothing, with settings that exist', () => {
  const { services } = parse(read('compose.yaml'), { merge: true });
  const copies = [services['hakaru-a'], services['hakaru-b']];
  for (const copy of copies) {
    expect(copy).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(Object.keys(copy.environment).filter((name) => !settings.includes(name))).toEqual([]);
  }
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toMatch(/^USER 10001:10001$/m);
  const [, environment = ''] = /^ENV (.*)$/m.exec(dockerfile) ?? [];
  const named = [...environment.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name);
  expect(named.filter((name) => name !== 'NODE_ENV' && !settings.includes(name))).toEqual([]);
});
