// kill -9 at any moment while people ask: nothing that was acknowledged is lost, nothing comes twice.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliver, json, mentionBody, pause, type Running, start } from './bots.ts';
import { openStandIn } from './stand-in.ts';

/** What was acknowledged, and what became of it. */
export interface KillMeasure {
  kills: number;
  acknowledged: number;
  answered: number;
  lost: number;
  doubled: number;
  /** Posts that came again with the same client_msg_id, of which Slack shows one. */
  repeated: number;
}

/** Each life takes mentions until it is killed, at a moment between 0 and 800 ms after the first one of it. */
export async function measureKills(kills: number, databaseUrl?: string): Promise<KillMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bench-'));
  const slack = await openStandIn();
  const where: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: folder };
  const acknowledged = new Set<string>();
  let next = 0;
  let bot: Running | undefined;
  for (let life = 0; life <= kills; life += 1) {
    bot = await start(slack, where);
    const { port } = bot;
    let alive = true;
    const ask = async () => {
      while (alive) {
        const ts = `1795478400.${String(next++).padStart(6, '0')}`;
        // Slack sends an event that was not acknowledged again, at once.
        for (const retry of [0, 1]) {
          const ack = await deliver(port, mentionBody(`Ev${ts}`, 'C0KIKAKU', '移住のKPIは？'), json, retry);
          if (ack === null) continue;
          acknowledged.add(ts);
          break;
        }
        await pause(15);
      }
    };
    if (life === kills) break;
    const asking = Promise.all([ask(), ask(), ask()]);
    await pause(Math.random() * 800);
    bot.process.kill('SIGKILL');
    await bot.ended;
    alive = false;
    await asking;
  }
  const times = (ts: string) => slack.posts.filter(({ thread }) => thread === ts).length;
  const missing = () => [...acknowledged].filter((ts) => times(ts) === 0);
  // The last life finds what the others left.
  for (let waited = 0; missing().length > 0 && waited < 120_000; waited += 500) await pause(500);
  bot?.process.kill('SIGTERM');
  await bot?.ended;
  slack.close();
  rmSync(folder, { recursive: true, force: true });
  const threads = new Map<string, number>();
  for (const { thread } of slack.posts) if (thread) threads.set(thread, (threads.get(thread) ?? 0) + 1);
  return {
    kills,
    acknowledged: acknowledged.size,
    answered: threads.size,
    lost: missing().length,
    doubled: [...threads.values()].filter((n) => n > 1).length,
    repeated: slack.repeated,
  };
}

/** One line of the table. */
export function killLine(
  name: string,
  { kills, acknowledged, answered, lost, doubled, repeated }: KillMeasure,
): string {
  return `${name}: ${kills} kills, ${acknowledged} acknowledged, ${answered} answered, lost ${lost}, doubled ${doubled} (${repeated} sent again with the same id)`;
}
