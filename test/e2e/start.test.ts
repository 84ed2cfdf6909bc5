// `npm start` as a newcomer types it: the launcher as a process, kept state, a taken port, Ctrl+C.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/start/package-root.ts';
import { chromiumIsHere, openBrowser } from './visitor.ts';

interface Run {
  process: ChildProcessWithoutNullStreams;
  url: string;
  out(): string;
  ended: Promise<number | null>;
}

/** Starts it and waits for its address. */
async function start(settings: Record<string, string>, args: string[] = []): Promise<Run> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(packageRoot(), 'bin/launch.js'), 'app', ...args], {
    env: { PATH, HOME, ...settings },
  });
  let out = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      out += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then((code) => reject(new Error(`ended with ${code}: ${out}`)));
  });
  return { process: child, url, out: () => out, ended };
}

describe.skipIf(!chromiumIsHere())('npm start', () => {
  const runs: Run[] = [];
  const folders: string[] = [];
  afterAll(async () => {
    for (const run of runs) run.process.kill('SIGKILL');
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  const begin = async (settings: Record<string, string>, args?: string[]) => {
    const run = await start(settings, args);
    runs.push(run);
    return run;
  };

  test('--keep keeps what was recorded and said; a taken port is answered by another one; Ctrl+C ends it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hakaru-keep-'));
    folders.push(folder);
    const browser = await openBrowser();
    const page = await browser.newPage();
    const first = await begin({ PORT: '0' }, ['--keep', folder]);
    await page.goto(first.url);
    await page.locator('#composer-text').fill('@Hakaru 移住のKPIは？');
    await page.keyboard.press('Enter');
    await page.locator('#thread-messages .face-bot').waitFor();
    await page.locator('#composer-text').fill('/kpi 実績 地域総括補助金を導入したまちづくり協議会の数');
    await page.keyboard.press('Enter');
    await page.locator('#modal').getByLabel(/^実績/).fill('137団体');
    await page.locator('#modal').getByText('として登録します').waitFor();
    await page.locator('#modal-submit').click();
    await page.getByText('登録しました').first().waitFor();
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const holder = await begin({ PORT: '0' });
    const again = await begin({ PORT: new URL(holder.url).port }, ['--keep', folder]);
    expect(again.url).not.toBe(holder.url);
    expect(again.out()).toContain('使われている');
    await page.goto(again.url);
    await page.getByText('@Hakaru').first().waitFor();
    await page.locator('#composer-text').fill('/kpi 地域総括補助金を導入したまちづくり協議会の数');
    await page.keyboard.press('Enter');
    await page
      .getByText(/実績 137団体（R7）/)
      .first()
      .waitFor();
    await browser.close();
    for (const run of [holder, again]) {
      run.process.kill('SIGINT');
      expect(await run.ended).toBe(0);
    }
  });

  test('--keep without a folder says what is missing', async () => {
    await expect(begin({ PORT: '0' }, ['--keep'])).rejects.toThrow(
      'ended with 2: --keep のあとに、保存先のフォルダーを指定してください',
    );
  });

  test('without --keep nothing stays behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hakaru-none-'));
    folders.push(folder);
    const run = await begin({ PORT: '0', TMPDIR: folder });
    run.process.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith('hakaru-'))).toEqual([]);
  });
});
