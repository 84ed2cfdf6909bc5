// Fills the outputs of README's console blocks from the real commands (`npm run readme`); a test keeps them true.
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'README.md');
  writeFileSync(file, withRealOutputs(readFileSync(file, 'utf8')));
}
