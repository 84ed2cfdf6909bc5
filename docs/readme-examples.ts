// Fills the outputs of README's console blocks, and the tables of questions and answers in README and guide, from the real
// commands (`npm run readme`); a test keeps them true.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../..');
const block = /```console\n\$ npm run --silent (ask|digest) -- (.+)\n([\s\S]*?)\n```/g;

/** What a command of the README prints. */
function output(command: string, rest: string): string[] {
  const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  const launch = join(root, 'bin/launch.js');
  const printed = execFileSync(process.execPath, [launch, 'cli', command, ...args], { encoding: 'utf8' });
  return printed.trimEnd().split('\n');
}

/** The README with every output as the command prints it now, cut to the length it has there. A block that holds just a number asks for that many lines. */
export function withRealOutputs(readme: string): string {
  return readme.replaceAll(block, (_, command: string, rest: string, shown: string) => {
    const kept = shown.split('\n').filter((line) => line !== '…').length;
    const length = /^\d+$/.test(shown) ? Number(shown) : kept;
    const lines = output(command, rest);
    const cut = lines.length > length ? ['…'] : [];
    return `\`\`\`console\n$ npm run --silent ${command} -- ${rest}\n${[...lines.slice(0, length), ...cut].join('\n')}\n\`\`\``;
  });
}

const table = /(<!-- asked -->\n)([\s\S]*?)(<!-- \/asked -->)/g;
const row = /^\| (.+?) \| (.+?) \| .*\|$/;
/** Letters of an answer that a table shows. */
const longest = 110;

/** The text with the first sentences of real answers in its tables: kind of question, question, answer. */
export function withRealAnswers(text: string): string {
  return text.replaceAll(table, (_, open: string, rows: string, close: string) => {
    const [heading = '', rule = '', ...asked] = rows.trimEnd().split('\n');
    const read = asked.map((line) => row.exec(line)?.slice(1) ?? [line, '']);
    const leads = leadsOf(read.map(([, question = '']) => question));
    const filled = read.map(([kind, question], place) => `| ${kind} | ${question} | ${leads[place]} |`);
    return `${open}${[heading, rule, ...filled].join('\n')}\n${close}`;
  });
}

/** What is said first of each question, by one process. */
function leadsOf(questions: string[]): string[] {
  const args = [join(root, 'bin/launch.js'), 'cli', 'ask', '--as-of', '2026-11-24', '--lines', '--json'];
  const printed = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    input: `${questions.join('\n')}\n`,
  });
  return printed
    .trimEnd()
    .split('\n')
    .map((line) => shortened(JSON.parse(line).lead.replaceAll('\n', ' ').replaceAll('|', '\\|')));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of ['README.md', 'docs/guide.ja.md']) {
    const file = join(root, name);
    writeFileSync(file, withRealAnswers(withRealOutputs(readFileSync(file, 'utf8'))));
  }
}
