// `npx tsx bench/running/running.ts [digests|mentions|commands|many|kills …]`: the bot as a process under load; minutes.
import { postgresBinaries, startPostgres } from '../../test/support/postgres.ts';
import { commandLine, measureCommands } from './commands.ts';
import { digestLine, measureDigests } from './digests.ts';
import { killLine, measureKills } from './kills.ts';

const parts: Record<string, (name: string, databaseUrl?: string) => Promise<string>> = {
  digests: async (name, url) =>
    digestLine(name, await measureDigests(500, { what: 'command', number: 300, seconds: 5 }, url)),
  mentions: async (name, url) =>
    digestLine(name, await measureDigests(500, { what: 'mention', number: 300, seconds: 60 }, url)),
  commands: async (name, url) => commandLine(name, await measureCommands(300, 60, url)),
  many: async (name, url) => commandLine(name, await measureCommands(20_000, 4, url)),
  kills: async (name, url) => killLine(name, await measureKills(60, url)),
};

const wanted = process.argv.slice(2).filter((part) => part in parts);
const binaries = postgresBinaries();
const server = binaries === null ? null : startPostgres(binaries);
for (const part of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const measure = parts[part];
  console.log(await measure?.(`${part}, SQLite`));
  if (server) console.log(await measure?.(`${part}, PostgreSQL`, await server.createDatabase()));
}
server?.remove();
