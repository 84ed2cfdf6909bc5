// The papers lead somewhere: every link, every file and every script they name is there, and README leads to each of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const within = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const decisions = within('docs/decisions');
const papers = ['CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...within('docs')];
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

/** As GitHub names a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

/** What a link or a name leads to that is not there. */
function missing(paper: string): string[] {
  const text = read(paper);
  const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, to = '']) => to.split('#'));
  const nowhere = links.flatMap(([to = '', part]) => {
    const file = to === '' ? paper : join(dirname(paper), to);
    if (!existsSync(join(root, file))) return [to];
    const headings = part === undefined ? [] : [...read(file).matchAll(/^#+ (.+)$/gm)];
    return part === undefined || headings.some(([, heading = '']) => anchor(heading) === part)
      ? []
      : [`${to}#${part}`];
  });
  const named = [...text.matchAll(/`((?:src|test|index|docs|bench|seeds)\/[\w./-]+)`/g)].map(
    ([, file = '']) => file,
  );
  const run = [...text.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, script = '']) => script);
  return [
    ...nowhere,
    ...named.filter((file) => !existsSync(join(root, file))),
    ...run.filter((script) => !scripts.includes(script)),
  ];
}

test.each([...papers, ...decisions])('%s names what is there', (paper) => {
  expect(missing(paper)).toEqual([]);
});

test('README leads to every paper, the list of decisions to every decision', () => {
  const readme = read('README.md');
  expect(papers.filter((paper) => !readme.includes(`](${paper})`))).toEqual([]);
  const list = read('docs/decisions/README.md');
  const own = decisions.filter((name) => !name.endsWith('README.md'));
  expect(own.filter((name) => !list.includes(`](${name.split('/').at(-1)})`))).toEqual([]);
});
