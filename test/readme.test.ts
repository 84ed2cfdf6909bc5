// The README tells the truth: its outputs are what the commands print, its permissions are the manifest's.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withRealAnswers, withRealOutputs } from '../docs/readme-examples.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

describe('README', () => {
  test('shows what the commands print today (npm run readme renews it)', { timeout: 120_000 }, () => {
    expect(withRealOutputs(readme)).toBe(readme);
  });

  test.each(['README.md', 'docs/guide.ja.md'])(
    '%s: what can be asked, with the answers of today (npm run readme)',
    { timeout: 60_000 },
    (name) => {
      const text = readFileSync(join(root, name), 'utf8');
      expect(text).toContain('<!-- asked -->');
      expect(withRealAnswers(text)).toBe(text);
    },
  );

  test('names every scope of the manifest with its reason, and no other', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes;
    const table = [...readme.matchAll(/^\| `([a-z_]+(?::[a-z_]+)?)`( \(optional\))? \|/gm)].map(
      (match) => match[1],
    );
    const scopes = table.filter((name) => name?.includes(':') || name === 'commands');
    expect(scopes.toSorted()).toEqual([...bot, ...bot_optional].toSorted());
  });

  test('names only scripts and files that exist', () => {
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
