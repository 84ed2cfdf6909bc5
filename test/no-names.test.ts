// The product knows no plan: names of plans, towns, departments and levels stand in the seeds and word lists, never in the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../src/data/load-seeds.ts';

const root = join(import.meta.dirname, '..');
const { files, municipalities } = loadSeeds(join(root, 'seeds'));

/** 施策 is what the product calls any policy. */
const ownWords = ['施策'];

const names = [
  ...new Set([
    ...files.flatMap(({ plan, projects }) => [
      plan.id,
      plan.name,
      plan.shortName,
      plan.publisher,
      ...plan.levels.map((level) => level.name),
      ...projects.flatMap(({ department }) => department ?? []),
    ]),
    ...municipalities.flatMap(({ name, area }) => [name, area]),
  ]),
].filter((name) => !ownWords.includes(name));

/** Names that still stand in the code, file by file: examples, and nouns that are no names there. Nothing may be added. */
const known: Record<string, string[]> = {
  'answer/help.ts': ['上毛町', '企画課', '国際政策課'],
  'cli/judge.ts': ['kitakyushu-renkei'],
  // Counted things and kinds of labels in any text.
  'language/numbers/other-figures.ts': ['パッケージ', 'ビジョン', '基本目標'],
  'language/numbers/units.ts': ['パッケージ', 'ビジョン', '分野'],
  'plans/layout/table.ts': ['分野', '基本目標'],
  'plans/mapping/columns/content.ts': ['分野'],
  'plans/mapping/paper.ts': ['ビジョン'],
  'playground/town-hall.ts': ['上毛町', '企画課'],
  'question/compose/conditions/names.ts': ['ビジョン'],
  'question/compose/rules/figures/count.ts': ['パッケージ'],
  'question/mentions/names.ts': ['パッケージ'],
  'slack/listeners/ask-prompts.ts': ['上毛町'],
  'slack/listeners/owners.ts': ['総務課'],
  'slack/subscriptions/modal.ts': ['総務課', '直方市'],
};

/** The code without its comments, which may show what a line makes of real text. */
function codeOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;,{(])\/\/.*$/gm, '$1');
}

describe('no name of the seeds stands in src', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|css|html)$/.test(name))
    .map((name) => name.replaceAll('\\', '/'));

  test('but for what is listed here', () => {
    const found = sources.flatMap((name) => {
      const code = codeOf(join(root, 'src', name));
      const held = names.filter((one) => code.includes(one) && !known[name]?.includes(one));
      return held.map((one) => `${name}: ${one}`);
    });
    expect(found).toEqual([]);
  });

  test('and there is something to look for', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(names.length).toBeGreaterThan(40);
  });
});
