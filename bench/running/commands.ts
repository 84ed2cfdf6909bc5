// Commands one after the other, many of them: how fast, and whether the process grows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandBody, deliver, form, pause, quantile, questions, start } from './bots.ts';
import { openStandIn, type StandIn } from './stand-in.ts';

/** Acknowledgements and answers in milliseconds; memory along the way in MB. */
export interface CommandMeasure {
  acks: number[];
  answers: number[];
  lost: number;
  doubled: number;
  memory: number[];
}

/** `side` commands on their way at a time; a look at the memory every tenth. */
export async function measureCommands(
  count: number,
  side: number,
  databaseUrl?: string,
): Promise<CommandMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bench-'));
  const slack = await openStandIn();
  const bot = await start(slack, databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: folder });
  for (const [n, text] of questions.entries()) await one(`warm${n}`, text);
  const acks: number[] = [];
  const answers: number[] = [];
  const memory: number[] = [];
  let next = 0;
  async function one(id: string, text: string) {
    const began = performance.now();
    const ack = await deliver(bot.port, commandBody(slack, id, text), form);
    const answer = await answered(slack, id);
    return { ack: ack ?? 9999, answer: answer === null ? null : answer - began };
  }
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      const { ack, answer } = await one(`q${n}`, questions[n % questions.length] ?? '');
      acks.push(ack);
      if (answer !== null) answers.push(answer);
      if (n % Math.ceil(count / 10) === 0)
        memory.push(Math.round((await bot.metric('process_resident_memory_bytes')) / 1e6));
    }
  };
  await Promise.all(Array.from({ length: side }, worker));
  memory.push(Math.round((await bot.metric('process_resident_memory_bytes')) / 1e6));
  const doubled = [...slack.responses.values()].filter((times) => times.length > 1).length;
  bot.process.kill('SIGTERM');
  await bot.ended;
  slack.close();
  rmSync(folder, { recursive: true, force: true });
  return { acks, answers, lost: count - answers.length, doubled, memory };
}

async function answered(slack: StandIn, id: string): Promise<number | null> {
  for (let waited = 0; waited < 30_000; waited += 2) {
    const at = slack.responses.get(id)?.[0];
    if (at !== undefined) return at;
    await pause(2);
  }
  return null;
}

/** One line of the table. */
export function commandLine(name: string, { acks, answers, lost, doubled, memory }: CommandMeasure): string {
  const of = (values: number[]) =>
    `p50 ${quantile(values, 0.5)} p99 ${quantile(values, 0.99)} worst ${Math.round(Math.max(...values))} ms`;
  return `${name}: ack ${of(acks)}; answer ${of(answers)}; lost ${lost}, doubled ${doubled}; resident MB ${memory.join(' ')}`;
}
