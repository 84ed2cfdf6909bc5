// The prepared dictionary file: written, used, and made anew whenever it does not fit.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type DictionaryOptions, loadDictionary } from '../../../src/language/tokenizer/dictionary-load.ts';
import { Tokenizer } from '../../../src/language/tokenizer/tokenizer.ts';

const installed = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
const temporary = mkdtempSync(join(tmpdir(), 'hakaru-dictionary-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const cacheFile = join(temporary, 'cache', 'dictionary.bin');
const SENTENCE = '引っ越して子育てする人へ';
const READINGS = ['ヒッコシ', 'テ', 'コソダテ', 'スル', 'ヒト', 'ヘ'];

/** Loads as a new process would, and says how the file served. */
async function start(options: DictionaryOptions = { cacheFile, dictionaryFolder: installed }) {
  const { dictionary, cache } = await loadDictionary(options);
  const state = await cache;
  const readings = new Tokenizer(dictionary, cache).tokenize(SENTENCE).map(({ reading }) => reading);
  return { state, readings };
}

/** Changes one byte. */
function damage(at: number): void {
  const bytes = readFileSync(cacheFile);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(cacheFile, bytes);
}

describe('the prepared dictionary', () => {
  beforeEach(async () => {
    if (!existsSync(cacheFile)) await start();
  });

  test('is written on the first start and used on the next', async () => {
    rmSync(dirname(cacheFile), { recursive: true });
    expect(await start()).toEqual({ state: 'written', readings: READINGS });
    expect(await start()).toEqual({ state: 'used', readings: READINGS });
    expect(readdirSync(dirname(cacheFile))).toEqual(['dictionary.bin']);
  });

  test.each([
    ['its first bytes', 0],
    ['what it was made from', 10],
    ['the trie', 5_000_000],
    ['the connection costs', 17_000_000],
  ])('is made anew after damage in %s', async (_, at) => {
    damage(at);
    expect(await start()).toEqual({ state: 'written', readings: READINGS });
    expect(await start()).toEqual({ state: 'used', readings: READINGS });
  });

  test('is made anew when it was cut short or is empty', async () => {
    const bytes = readFileSync(cacheFile);
    writeFileSync(cacheFile, bytes.subarray(0, bytes.length - 1));
    expect(await start()).toEqual({ state: 'written', readings: READINGS });
    writeFileSync(cacheFile, '');
    expect(await start()).toEqual({ state: 'written', readings: READINGS });
  });

  test('is made anew when its feature lines are damaged to the end', async () => {
    const bytes = readFileSync(cacheFile);
    bytes.fill(0, bytes.length - 36_000_000);
    writeFileSync(cacheFile, bytes);
    expect(await start()).toEqual({ state: 'written', readings: READINGS });
  });

  test('says so when a feature line is damaged, and is made anew on the next start', async () => {
    const bytes = readFileSync(cacheFile);
    bytes.fill(0, bytes.length - 36_000_000, bytes.length - 1000);
    writeFileSync(cacheFile, bytes);
    await expect(start()).rejects.toThrow(
      'the prepared dictionary was damaged; the next start makes it anew',
    );
    expect(await start()).toEqual({ state: 'written', readings: READINGS });
  });

  test('is made anew for other dictionary files', async () => {
    const other = join(temporary, 'other');
    cpSync(installed, other, { recursive: true });
    const changed = join(other, 'unk_char.dat.gz');
    const classes = gunzipSync(readFileSync(changed));
    classes.writeUInt8(2, 0x3042); // あ as if it were kanji
    writeFileSync(changed, gzipSync(classes));
    expect((await start({ cacheFile, dictionaryFolder: other })).state).toBe('written');
    expect((await start({ cacheFile, dictionaryFolder: other })).state).toBe('used');
    expect((await start()).state).toBe('written');
  });

  test('is not needed: where it cannot be written, all the rest works', async () => {
    const file = join(temporary, 'not-a-folder');
    writeFileSync(file, '');
    expect(await start({ cacheFile: join(file, 'dictionary.bin') })).toEqual({
      state: 'unwritable',
      readings: READINGS,
    });
    expect(await start({})).toEqual({ state: 'none', readings: READINGS });
  });

  test('serves several processes that start at once', async () => {
    const program = join(temporary, 'start.mjs');
    const source = fileURLToPath(new URL('../../../src/language/tokenizer/tokenizer.ts', import.meta.url));
    await build({
      stdin: {
        contents: `import { loadTokenizer } from ${JSON.stringify(source)};
          const tokenizer = await loadTokenizer(${JSON.stringify({ cacheFile, dictionaryFolder: installed })});
          const readings = tokenizer.tokenize(${JSON.stringify(SENTENCE)}).map(({ reading }) => reading);
          console.log(JSON.stringify({ state: await tokenizer.cache, readings }));`,
        resolveDir: temporary,
      },
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
    });
    rmSync(dirname(cacheFile), { recursive: true });
    const run = promisify(execFile);
    const said = await Promise.all([1, 2, 3].map(() => run(process.execPath, [program])));
    for (const { stdout, stderr } of said) {
      expect(JSON.parse(stdout).readings).toEqual(READINGS);
      expect(stderr).toBe('');
    }
    expect(await start()).toEqual({ state: 'used', readings: READINGS });
    expect(readdirSync(dirname(cacheFile))).toEqual(['dictionary.bin']);
  });
});

test('missing dictionary files are named, with and without a prepared file', async () => {
  const nowhere = join(temporary, 'nowhere');
  await expect(loadDictionary({ dictionaryFolder: nowhere })).rejects.toThrow(
    `dictionary files cannot be read: ${nowhere}`,
  );
  await expect(loadDictionary({ dictionaryFolder: nowhere, cacheFile })).rejects.toMatchObject({
    code: 'dictionary-unreadable',
    path: nowhere,
  });
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
  ['empty', () => Buffer.alloc(0)],
  ['no gzip file', () => Buffer.from('not found')],
  ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 100_000, 100_010)],
])('a dictionary file that is %s fails the load', async (what, change) => {
  const folder = join(temporary, what);
  cpSync(installed, folder, { recursive: true });
  for (const name of ['tid_map.dat.gz', 'tid_pos.dat.gz', 'base.dat.gz']) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    writeFileSync(path, change(bytes));
    await expect(loadDictionary({ dictionaryFolder: folder })).rejects.toThrow(
      `dictionary files cannot be read: ${folder}`,
    );
    writeFileSync(path, bytes);
  }
});
