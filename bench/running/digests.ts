// 500 digests due in one minute, while people go on asking: how late acknowledgements are, and when the last digest stands in its channel.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreSettings } from '../../src/stores/open-store.ts';
import { commandBody, deliver, form, json, mentionBody, pause, quantile, questions, start } from './bots.ts';
import { openStandIn } from './stand-in.ts';

const filters = ['', '移住', '観光', '子育て', '福祉', '環境', '企業', '農業', '防災', '教育'];

/** What came of it. */
export interface DigestMeasure {
  acks: number[];
  /** From a command to its answer, in milliseconds; empty for mentions. */
  answers: number[];
  answered: number;
  asked: number;
  posted: number;
  doubled: number;
  lastSeconds: number;
  worstLoopMs: number;
}

/** `asking`: so many commands (or mentions) within so many seconds, from the moment the digests are due. */
export async function measureDigests(
  count: number,
  asking: { what: 'command' | 'mention'; number: number; seconds: number },
  databaseUrl?: string,
): Promise<DigestMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-bench-'));
  const slack = await openStandIn(1000);
  const settings: StoreSettings = { databaseUrl, sqliteFile: join(folder, 'hakaru.sqlite') };
  const store = openStore(settings);
  for (let n = 0; n < count; n += 1)
    await store.saveSubscription({
      id: `s${n}`,
      channel: `C${n}`,
      owner: 'U0SATO',
      filter: filters[n % filters.length] ?? '',
      time: '09:00',
      weekdays: [1, 2, 3, 4, 5],
      state: 'active',
      stopReason: '',
      refusals: 0,
      createdAt: '2026-11-01T00:00:00.000Z',
    });
  await store.close();
  const where: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: folder };
  const bot = await start(slack, where, '2026-11-24T08:59:30+09:00');
  // A bot has usually been asked before nine.
  for (const [n, text] of questions.entries())
    await deliver(bot.port, commandBody(slack, `warm${n}`, text), form);
  // A look at the loop begins a new one: the start does not count.
  await bot.metric('nodejs_eventloop_lag_max_seconds');
  while (slack.posts.length === 0) await pause(5);
  const began = performance.now();
  const acks: number[] = [];
  const sent = new Map<string, number>();
  const asked: Promise<unknown>[] = [];
  for (let n = 0; n < asking.number; n += 1) {
    const text = questions[n % questions.length] ?? '';
    const body =
      asking.what === 'command'
        ? commandBody(slack, `q${n}`, text)
        : mentionBody(`Ev1795478400.${String(n).padStart(6, '0')}`, `M${n % 50}`, text);
    const type = asking.what === 'command' ? form : json;
    sent.set(`q${n}`, performance.now());
    asked.push(deliver(bot.port, body, type).then((ms) => acks.push(ms ?? 9999)));
    await pause((asking.seconds * 1000) / asking.number);
  }
  await Promise.all(asked);
  const main = () => slack.posts.filter(({ mark }) => mark?.endsWith(' 0'));
  const answered = () =>
    asking.what === 'command'
      ? [...slack.responses.keys()].filter((id) => id.startsWith('q')).length
      : slack.posts.filter(({ channel }) => channel.startsWith('M')).length;
  const done = () => main().length >= count && answered() >= asking.number;
  while (!done() && performance.now() - began < 900_000) await pause(100);
  // What follows in threads.
  for (let quiet = -1; quiet !== slack.posts.length; await pause(3000)) quiet = slack.posts.length;
  const worstLoopMs = Math.round((await bot.metric('nodejs_eventloop_lag_max_seconds')) * 1000);
  const marks = slack.posts.flatMap(({ mark }) => mark ?? []);
  bot.process.kill('SIGTERM');
  await bot.ended;
  slack.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    acks,
    answers: [...slack.responses]
      .flatMap(([id, [at = 0]]) => at - (sent.get(id) ?? Number.NaN))
      .filter(Number.isFinite),
    answered: answered(),
    asked: asking.number,
    posted: main().length,
    doubled: marks.length - new Set(marks).size,
    lastSeconds: Math.round(((main().at(-1)?.at ?? 0) - began) / 1000),
    worstLoopMs,
  };
}

/** One line of the table. */
export function digestLine(name: string, measure: DigestMeasure): string {
  const { acks, answers, answered, asked, posted, doubled, lastSeconds, worstLoopMs } = measure;
  return `${name}: ack p50 ${quantile(acks, 0.5)} p99 ${quantile(acks, 0.99)} worst ${Math.round(Math.max(...acks, 0))} ms; answer p50 ${quantile(answers, 0.5)} p99 ${quantile(answers, 0.99)} ms; answered ${answered} of ${asked}; digests ${posted}, doubled ${doubled}, last after ${lastSeconds} s; loop held ${worstLoopMs} ms at most`;
}
