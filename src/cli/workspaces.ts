// `workspaces`: who installed the app, and whether this TOKEN_KEY opens their tokens.
import { readConfig } from '../config.ts';
import { dayInJapan } from '../ports/clock.ts';
import { accessOf } from '../slack/workspaces/installations.ts';
import { createSealer } from '../slack/workspaces/seal.ts';
import { dataSettings } from '../start/plans/here.ts';
import { openHouse } from '../start/store/here.ts';
import { longDate } from '../wording/dates.ts';
import { type CommandHelp, readArgs, withoutWords } from './read-args.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '[--json]',
  about: 'Hakaru を使うワークスペースを表示します。トークンは表示しません。',
  examples: ['', '--json'],
};

/** Prints one line for each workspace, or JSON. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } });
  withoutWords(positionals);
  const keys = readConfig(process.env).workspaces?.tokenKeys;
  const sealer = keys && createSealer(keys);
  const house = await openHouse(dataSettings(process.env));
  try {
    const installed = await house.workspaces.installations();
    const rows = (await house.workspaces.workspaces()).map((workspace) => {
      const kept = installed.find(({ id }) => id === workspace.team || id === workspace.enterprise);
      const opens = kept && sealer ? accessOf(sealer, kept) !== null : null;
      return { ...workspace, installedAt: kept?.at ?? '', installedBy: kept?.by ?? '', opens };
    });
    if (values.json) return void process.stdout.write(`${JSON.stringify(rows)}\n`);
    if (rows.length === 0) process.stdout.write('ワークスペースはまだありません。\n');
    for (const { team, name, goneAt, installedAt, opens } of rows) {
      const state =
        goneAt !== ''
          ? `${dayOf(goneAt)}に取り外し`
          : installedAt === ''
            ? '1つのトークンで利用'
            : `${dayOf(installedAt)}に追加${opens === false ? '（TOKEN_KEY で開けません）' : ''}`;
      process.stdout.write(`${team}　${name}　${state}\n`);
    }
  } finally {
    await house.close();
  }
}

const dayOf = (instant: string) => longDate(dayInJapan(new Date(instant)));
