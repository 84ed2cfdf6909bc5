// A city's own file through the real command line: questions, exit codes, versions, and answers from it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-plans-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/launch.js'), 'cli', ...args],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME, SEEDS: 'none', DATA_DIR: join(folder, 'data') },
    },
  );
  return { status, out: stdout, err: stderr };
}

function sheet(name: string, rows: string): string {
  const path = join(folder, name);
  writeFileSync(path, rows);
  return path;
}

const first = '事業名,担当課,当初予算額\n道の直し,土木課,"1,200"\n花いっぱい,公園課,300\n';
const second = '事業名,担当課,当初予算額\n道の直し,土木課,"1,500"\n橋の点検,土木課,800\n';
const said = [
  '--title',
  '星見町の主要事業',
  '--publisher',
  '星見町',
  '--published',
  '2026-04-01',
  '--unit',
  '千円',
];
const year = ['--year', 'R8'];

describe('import', () => {
  test('open questions end with 3, each with the option that answers it, and nothing is written', () => {
    const { status, out } = cli('import', sheet('a.csv', first));
    expect(status).toBe(3);
    for (const flag of ['--unit', '--title', '--publisher', '--published']) expect(out).toContain(flag);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(cli('import', join(folder, 'a.csv'), '--accept').status).toBe(3);
  });

  test('wrong usage ends with 2, a file that cannot be read right with 1', () => {
    const path = sheet('a.csv', first);
    for (const args of [
      [],
      [path, '--unknown'],
      [path, '--unit', 'ドル'],
      [path, '--column', 'ない見出し=項目', ...said, ...year, '--accept'],
      [join(folder, 'none.csv')],
    ])
      expect(cli('import', ...args).status).toBe(2);
    const broken = sheet('b.csv', '事業名,当初予算額\n道の直し,######\n花いっぱい,300\n');
    const { status, out } = cli('import', broken, ...said, ...year, '--accept');
    expect(status).toBe(1);
    expect(out).toMatch(/B2.*####.*。/);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('a plan is taken, answered from, listed, changed, restored, undone and removed', () => {
    const a = cli('import', sheet('r8.csv', first), ...said, ...year, '--accept');
    expect({ status: a.status, err: a.err }).toEqual({ status: 0, err: '' });
    const ask = () => cli('ask', '道の直しの令和8年度の予算は？').out;
    expect(ask()).toContain('1,200千円');
    expect(JSON.parse(cli('export', '--json').out).projects).toHaveLength(2);

    const b = sheet('r8b.csv', second);
    const dry = cli('import', b, ...said, ...year, '--accept', '--dry-run').out;
    expect(dry).toContain('事業「橋の点検」');
    expect(dry).toMatch(/道の直し.*1,200千円 → 1,500千円/);
    expect(dry).toMatch(/なくなるもの（1件）\n {2}事業「花いっぱい」/);
    expect(ask()).toContain('1,200千円');
    expect(cli('import', b, ...said, ...year, '--accept').status).toBe(0);
    expect(ask()).toContain('1,500千円');

    const [{ plan }] = JSON.parse(cli('plans', '--json').out);
    expect(cli('plans', 'list').out).toMatch(/第1版.*r8\.csv[\s\S]*第2版.*r8b\.csv/);
    expect(cli('plans', 'restore', plan, '1').status).toBe(0);
    expect(ask()).toContain('1,200千円');
    expect(cli('plans', 'undo', plan).status).toBe(0);
    expect(ask()).toContain('1,500千円');
    expect(cli('plans', 'remove', plan).status).toBe(0);
    expect(ask()).not.toContain('千円');
    expect(cli('plans', 'remove', plan).status).toBe(1);
    expect(cli('plans', 'restore', plan).status).toBe(2);
  }, 60_000);

  test('a saved mapping answers next year’s file, its years moved, the day of publication asked again', () => {
    const mapping = join(folder, 'mapping.json');
    const path = sheet('r8.csv', first.replace('当初予算額', '令和8年度予算額'));
    const options = [...said, '--answer', 'kind:予算額=当初予算', '--save-mapping', mapping];
    expect(cli('import', path, ...options).status).toBe(0);
    const next = sheet('r9.csv', second.replace('当初予算額', '令和9年度予算額'));
    const open = cli('import', next, '--mapping', mapping);
    expect({ status: open.status, out: open.out }).toMatchObject({
      status: 3,
      out: expect.stringContaining('確認が必要なこと（1件）'),
    });
    expect(cli('import', next, '--mapping', mapping, '--published', '2027-04-01').status).toBe(0);
  }, 30_000);

  test('--json prints proposal, questions, problems, plan and sums', () => {
    const printed = JSON.parse(cli('import', sheet('a.csv', first), '--json', '--dry-run').out);
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['proposal', 'questions', 'problems', 'plan', 'sums']),
    );
    expect(printed.questions.map(({ id }: { id: string }) => id)).toContain('unit');
    const refused = JSON.parse(cli('import', sheet('c.pdf', 'nothing'), '--json').out);
    expect(refused.problems).toHaveLength(1);
  });
});

test('nothing brought and no seeds: the answers ask for the first plan', () => {
  expect(cli('ask', '移住のKPIは？').out).toContain('最初の計画');
  expect(cli('plans').out).toContain('npm run import');
});

const shared = join(root, '../shared/eval/plans');
const mappings = join(root, 'docs/mappings');
describe.skipIf(!existsSync(shared))('the mapping files', () => {
  test.each([
    ['ofunato', 'jimujigyo_hyoka_r7.xlsx'],
    ['rs', 'rs_2024_2-1_budget.csv'],
    ['tokyo', 'hojokin2024_utf8bom.csv'],
    ['tokyo', 'hojokin2024_sjis_resaved.csv'],
  ])(
    '%s takes %s with one command',
    (name, file) => {
      const own = readdirSync(mappings).find((one) => one.startsWith(name)) as string;
      expect(readFileSync(join(mappings, own), 'utf8').trim().split('\n').length).toBeLessThanOrEqual(20);
      const { status, err } = cli('import', join(shared, name, file), '--mapping', join(mappings, own));
      expect({ status, err }).toEqual({ status: 0, err: '' });
    },
    30_000,
  );
});
