// Processor time of a PostgreSQL server of our own: on a machine with other work it tells more than the clock.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Clock ticks a second, on every Linux of today. */
const ticks = 100;

/** Seconds that the server at this address has spent, with all its processes, those that ended among them; NaN where the system does not tell. */
export function serverSpent(databaseUrl: string): number {
  try {
    const folder = new URL(databaseUrl).searchParams.get('host') ?? '';
    const first = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const spent = readdirSync('/proc').map((pid) => ticksOf(pid, first));
    return spent.reduce((sum, one) => sum + one, 0) / ticks;
  } catch {
    return Number.NaN;
  }
}

/** Of the server's first process and of those it started. */
function ticksOf(pid: string, first: string): number {
  if (!/^\d+$/.test(pid)) return 0;
  const line = statOf(pid);
  // The name in brackets may hold blanks; behind it: state, parent, …, user, system, those of ended children.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const sum = (from: number, to: number) =>
    fields.slice(from, to).reduce((all, field) => all + Number(field), 0);
  if (pid === first) return sum(11, 15);
  return fields[1] === first ? sum(11, 13) : 0;
}

/** A process may be gone by now. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
