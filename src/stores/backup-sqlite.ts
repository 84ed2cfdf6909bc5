// A whole copy of the embedded store in one file, taken while the bot runs.
import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'libsql';

/** Writes the copy; the new file must not exist yet, so that no older copy is lost. */
export function backupSqlite(file: string, copy: string): void {
  closeSync(openSync(copy, 'wx', 0o600));
  const database = new Database(file);
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    // Takes in what still lies in the write-ahead log; an empty file may be written to.
    database.exec(`vacuum into '${copy.replaceAll("'", "''")}'`);
    chmodSync(copy, 0o600);
  } finally {
    database.close();
  }
}
