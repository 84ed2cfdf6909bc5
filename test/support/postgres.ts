// A PostgreSQL server of our own for tests: Debian's binaries, a folder in the temporary directory, a Unix socket.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const VERSIONS = '/usr/lib/postgresql';

/** Folder of `initdb` and `pg_ctl`, of the newest version installed; null without PostgreSQL. */
export function postgresBinaries(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const folders = readdirSync(VERSIONS)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(VERSIONS, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

export interface PostgresServer {
  /** Makes an empty database of a plain role and returns its address. */
  createDatabase(): Promise<string>;
  /** Ends the server without ceremony, as a crash would. */
  crash(): void;
  start(): void;
  remove(): void;
}

/** Starts a server; it listens on a socket in its own folder only. */
export function startPostgres(binaries: string): PostgresServer {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-pg-'));
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  // The server refuses to run as root; Debian's package brings the user postgres along.
  if (asRoot) {
    chmodSync(folder, 0o700);
    execFileSync('chown', ['postgres', folder]);
  }
  const run = (program: string, args: string[]) => {
    const command = [join(binaries, program), ...args];
    const [file = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(file, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
  };
  const start = () => {
    // Without fsync a crash of the server still loses nothing, only one of the machine would; tests are three times faster.
    const options = `-c fsync=off -c listen_addresses='' -c unix_socket_directories='${folder}'`;
    run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', options, 'start']);
  };
  const crash = () => run('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop']);
  run('initdb', ['-D', data, '-U', 'hakaru', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  start();
  const address = (database: string, role: string) =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(folder)}`;
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      const client = new pg.Client(address('postgres', 'hakaru'));
      await client.connect();
      // A superuser would see through row-level security: the store works as a role like any other.
      if (databases === 1) await client.query('create role app login nosuperuser nobypassrls');
      await client.query(`create database ${name} owner app`);
      await client.end();
      return address(name, 'app');
    },
    crash,
    start,
    remove() {
      crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
