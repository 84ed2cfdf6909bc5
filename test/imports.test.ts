// The folders form one direction: each imports only from what stands to its left in the flow, and the core stays pure.
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** What a folder may import from besides itself. */
const mayImport: Record<string, string[]> = {
  ports: [],
  language: [],
  data: ['ports', 'language'],
  facts: ['data', 'ports', 'language', 'status'],
  search: ['data', 'ports', 'language', 'facts'],
  status: ['data', 'ports', 'language', 'wording'],
  question: ['data', 'ports', 'language', 'facts', 'search', 'status'],
  answer: ['data', 'ports', 'language', 'facts', 'search', 'status', 'question', 'wording'],
  wording: ['data', 'language'],
  digest: ['data', 'ports', 'language', 'facts', 'search', 'status', 'question', 'answer', 'wording'],
  present: [
    'data',
    'ports',
    'language',
    'facts',
    'search',
    'status',
    'question',
    'answer',
    'digest',
    'wording',
    'plans',
  ],
  stores: ['ports'],
  'plans-postgres': [
    'data',
    'ports',
    'language',
    'facts',
    'search',
    'status',
    'question',
    'answer',
    'bot.ts',
  ],
  import: ['data', 'ports', 'language', 'wording'],
  plans: ['data', 'language', 'ports'],
  start: [
    'plans-postgres',
    'data',
    'ports',
    'language',
    'facts',
    'wording',
    'search',
    'stores',
    'bot.ts',
    'config.ts',
    'errors.ts',
    'slack',
    'playground',
    'present',
    'digest',
    'cli',
  ],
  cli: [
    'plans-postgres',
    'data',
    'ports',
    'language',
    'facts',
    'wording',
    'search',
    'status',
    'question',
    'answer',
    'digest',
    'present',
    'stores',
    'import',
    'plans',
    'slack',
    'start',
    'bot.ts',
    'config.ts',
    'errors.ts',
  ],
  slack: [
    'data',
    'ports',
    'language',
    'facts',
    'wording',
    'search',
    'status',
    'question',
    'answer',
    'digest',
    'present',
    'plans',
    'bot.ts',
    'config.ts',
    'errors.ts',
  ],
  playground: ['ports'],
};
const core = [
  'data',
  'language',
  'facts',
  'wording',
  'search',
  'status',
  'question',
  'answer',
  'digest',
  'ports',
];

interface SourceFile {
  path: string;
  folder: string;
  text: string;
  imports: string[];
}

function sourceFiles(): SourceFile[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(source, path), 'utf8');
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
        (match) => match[1] ?? '',
      );
      return { path, folder: path.split('/')[0] ?? '', text, imports };
    });
}

/** The top-level folder (or file) below src an import leads to; undefined for packages, and for word lists as data. */
function target(file: SourceFile, specifier: string): string | undefined {
  const path = normalize(join(file.path, '..', specifier));
  if (!specifier.startsWith('.') || /^\.\.\/index\/lexicon\/[a-z-]+\.json$/.test(path)) return undefined;
  return path.split('/')[0];
}

/** Folders that may read the words of a question, and those that never meet one: a file's words are read in `plans`, a search's in `search`. */
const readers = ['language', 'question', 'search', 'plans', 'import', 'playground', 'status', 'stores'];

/** Words of Slack itself, beside the question: what each may read. */
const ownWords: Record<string, string> = {
  'slack/scope.ts': "「全体」 and the channel's own words",
  'slack/excel.ts': '「Excelで」, and the name of the file',
  'slack/subscriptions/request.ts': '「購読」 and the like, which ask for no answer',
  'slack/subscriptions/schedule.ts': 'days and times of a subscription',
};

/** Looks into the text of a question, spelled in any of the ways it is called here. */
const looksInto = new RegExp(
  [
    String.raw`\b(?:question|typed|plain|understood\.text|context\.text)\b(?:\s*\.(?:trim|normalize|toLowerCase)\([^)]*\))*`,
    String.raw`\s*\.(?:includes|match|matchAll|search|startsWith|endsWith|replace|replaceAll|split|indexOf)\(`,
    String.raw`|\.(?:test|exec)\(\s*(?:\w+\()*(?:[\w.]+\.)?(?:question|typed|plain|understood\.text|context\.text)\b`,
  ].join(''),
  'g',
);

/** Code without comments: a word in a docstring is no use of it. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('imports run one way', () => {
  const files = sourceFiles();

  test('every folder imports only from what stands to its left', () => {
    const wrong = files.flatMap((file) => {
      const allowed = mayImport[file.folder];
      if (!file.path.includes('/')) return [];
      if (!allowed) return [`${file.path}: the folder ${file.folder} is not in the flow`];
      return file.imports
        .map((specifier) => target(file, specifier))
        .filter((to) => to !== undefined && to !== file.folder && !allowed.includes(to))
        .map((to) => `${file.path} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  test('the core knows no Slack, no database, no environment and no clock of its own', () => {
    const forbidden = [
      /@slack\//,
      /\bkysely\b/,
      /\blibsql\b/,
      /['"]pg['"]/,
      /process\.env/,
      /Date\.now\(/,
      /new Date\(\)/,
    ];
    const wrong = files
      .filter((file) => core.includes(file.folder))
      .flatMap((file) =>
        forbidden
          .filter((pattern) => pattern.test(code(file.text)))
          .map((pattern) => `${file.path} uses ${pattern.source}`),
      );
    expect(wrong).toEqual([]);
  });

  test('the machine is asked for the time where something is started, and nowhere else', () => {
    const asking = files
      .filter(({ text }) => /Date\.now\(|new Date\(\)/.test(code(text)))
      .map(({ path }) => path);
    expect(asking.sort()).toEqual([
      'cli/system-clock.ts',
      'playground/clock.ts',
      // Its signature is as old as the request is, wherever the playground's clock was moved to.
      'playground/deliver.ts',
      'start/slack.ts',
      'start/terminal.ts',
      'start/workspaces/start.ts',
    ]);
  });

  test('a type is only said to be another one at named borders', () => {
    const said = files
      .filter(({ text }) => /\bas (?:unknown as|never|any)\b/.test(code(text)))
      .map(({ path }) => path);
    expect(said.sort()).toEqual([
      'answer/entries-of-members.ts',
      'facts/read-cells.ts',
      'plans-postgres/read/stands-for.ts',
      'slack/sdk-types.ts',
      'start/watch/store.ts',
      'stores/copy-rows.ts',
    ]);
  });

  test('stored JSON is read through its schema, or it is our own and known by its hash', () => {
    const trusted: Record<string, string> = {
      'language/tokenizer/dictionary-cache.ts': 'a cache, with its hash',
      'language/words/word-list-texts.ts': 'checked when it was read from its files',
      'plans-postgres/far-bot.ts': 'derived tables of one version',
      'plans-postgres/read/candidate-rows.ts': 'derived tables of one version',
      'plans-postgres/read/candidates.ts': 'derived tables of one version',
      'plans-postgres/read/records.ts': 'derived tables of one version',
      'plans-postgres/read/shelf.ts': 'derived tables of one version',
      'plans/versions/steps.ts': 'checked when it was taken',
      'playground/keep.ts': 'its shape is looked at; of the local Slack only',
      'question/kana-reader/sounds.ts': 'its own, prepared with a hash',
      'search/index-data.ts': 'with its hash',
      'start/bot/prepared.ts': 'with its hash',
    };
    const cast = files
      .filter(({ text }) => /JSON\.parse\([^;\n]*\) as (?!unknown)/.test(code(text)))
      .map(({ path }) => path);
    expect(cast.sort()).toEqual(Object.keys(trusted));
  });

  test('no module keeps what changes: that is held by who was opened, or hangs on what it was made from', () => {
    // The code of the workbook, loaded once: its file may be replaced while the app runs.
    const known = ['slack/excel.ts'];
    const wrong = files
      .filter(({ path }) => !known.includes(path))
      .flatMap(({ path, text }) =>
        [...code(text).matchAll(/^(?:export )?(?:let .*|const .* = new (?:Map|Set)(?:<.*>)?\(\);)/gm)].map(
          ([line]) => `${path}: ${line}`,
        ),
      );
    expect(wrong).toEqual([]);
  });

  test('no parameter is a boolean: what a call is to do is named', () => {
    const wrong = files.flatMap(({ path, text }) =>
      [...code(text).matchAll(/[(,]\s*\w+\??: boolean(?: \| (?:null|undefined))?\s*[,)]/g)].map(
        ([parameter]) => `${path}: ${parameter.replace(/\s+/g, ' ')}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('the text of a question is read in `language` and `question` only', () => {
    const reading = files
      .filter(({ folder }) => !readers.includes(folder))
      .flatMap(({ path, text }) => [...code(text).matchAll(looksInto)].map(([part]) => `${path}: ${part}`));
    const wrong = reading.filter((line) => !Object.keys(ownWords).some((path) => line.startsWith(path)));
    expect(wrong).toEqual([]);
    // An exception that is none any more goes.
    for (const path of Object.keys(ownWords))
      expect(
        reading.some((line) => line.startsWith(path)),
        path,
      ).toBe(true);
  });

  test.each([
    "question.includes('予算')",
    'answer.understood.text.trim().startsWith("/yosan")',
    '/yosan/.test(answer.understood.text)',
    'word.exec(normalize(question))',
    '/x/.test(typed)',
  ])('the check itself sees `%s`', (line) => {
    expect(line.match(looksInto)).not.toBeNull();
  });

  test('the check itself sees a wrong import', () => {
    const file = { path: 'data/x.ts', folder: 'data', text: '', imports: [] };
    expect(target(file, '../slack/create-app.ts')).toBe('slack');
    expect(target(file, 'zod')).toBeUndefined();
  });
});
