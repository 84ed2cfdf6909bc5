// `digest --as-of DATE [--filter WORDS] [--since DATE] [--json]`: what would be posted, without posting anything.
import { createRepository, type Repository } from '../data/repository.ts';
import { composeDigest } from '../digest/compose.ts';
import type { Digest, DigestItem } from '../digest/digest.ts';
import { kpisOfAnswer } from '../digest/filter.ts';
import { viewOf } from '../digest/snapshot.ts';
import { type Day, dayInJapan } from '../ports/clock.ts';
import { digestMessages, digestText } from '../present/digest/digest.ts';
import { itemText } from '../present/digest/lines.ts';
import { headline } from '../present/digest/summary.ts';
import { readDay } from './day.ts';
import { type CommandHelp, readArgs, withoutWords } from './read-args.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '[--as-of YYYY-MM-DD] [--since YYYY-MM-DD] [--filter 言葉] [--json]',
  about: '朝のお知らせに何が書かれるかを表示します。どこにも投稿しません。',
  examples: [
    '--as-of 2026-11-24',
    '--as-of 2026-11-24 --since 2026-11-20',
    '--as-of 2026-11-24 --filter 移住',
  ],
};

interface DigestArguments {
  asOf: Day;
  since: Day | null;
  filter: string;
  json: boolean;
}

/** Reads the arguments; without `--as-of` it is today. @throws UsageError */
export function readArguments(args: readonly string[], today: Day): DigestArguments {
  const { values, positionals } = readArgs(args, {
    'as-of': { type: 'string' },
    since: { type: 'string' },
    filter: { type: 'string' },
    json: { type: 'boolean' },
  });
  withoutWords(positionals);
  const day = (flag: string, text: string | undefined) => (text === undefined ? null : readDay(flag, text));
  const read: DigestArguments = {
    asOf: day('--as-of', values['as-of']) ?? today,
    since: day('--since', values.since),
    filter: (values.filter ?? '').trim(),
    json: values.json === true,
  };
  if (read.since !== null && read.since >= read.asOf)
    throw new UsageError(`--since は --as-of より前の日を指定してください: ${read.since}`);
  return read;
}

/** What is composed from; `kpisOf` is called only for a filter. */
interface DigestSource {
  repository: Repository;
  /** The plans as they stood on that day: later recordings taken out. */
  repositoryOn(day: Day): Repository;
  kpisOf(filter: string, day: Day): Promise<ReadonlySet<string>>;
}

/** The dry run: without `since` the first summary, else the change since that day's state. */
async function dryRun(source: DigestSource, { asOf, since, filter }: DigestArguments): Promise<Digest> {
  const kpis = filter === '' ? null : await source.kpisOf(filter, asOf);
  if (kpis?.size === 0)
    process.stderr.write(`「${filter}」に当てはまるKPIはありません。言葉を確かめてください。\n`);
  return composeDigest({
    view: viewOf(source.repository, asOf),
    known:
      since === null
        ? null
        : { snapshot: viewOf(source.repositoryOn(since), since).snapshot, postedOn: since },
    kpis,
    filter,
  }).digest;
}

/** Prints the digest of a day. */
export async function run(args: readonly string[]): Promise<void> {
  const { systemClock } = await import('./system-clock.ts');
  const read = readArguments(args, dayInJapan(systemClock.now()));
  const digest = await dryRun(await openSource(), read);
  process.stdout.write(`${read.json ? JSON.stringify(digestJson(digest)) : digestText(digest)}\n`);
}

/** The digest as `--json` prints it. */
function digestJson(digest: Digest) {
  const messages = digestMessages(digest);
  const common = {
    day: digest.day,
    filter: digest.filter,
    watched: digest.watched,
    headline: headline(digest),
  };
  if (digest.kind === 'none')
    return {
      kind: 'none',
      ...common,
      why: digest.why,
      next: digest.next,
      text: headline(digest),
      blocks: [],
      thread: [],
    };
  return {
    kind: digest.kind,
    ...common,
    since: digest.since,
    changed: digest.changed,
    items: digest.items.map(itemJson),
    more: digest.more,
    lines: digest.lines.map(({ kind, items, fy, due, byPlan }) => ({
      kind,
      count: items.length,
      fy,
      due,
      byPlan,
      kpis: items.map(({ entry }) => entry.id),
    })),
    standing: digest.standing,
    unrecorded: digest.unrecorded,
    recordedInWeek: digest.recordedInWeek,
    snoozed: digest.snoozed,
    text: messages?.post.text ?? '',
    blocks: messages?.post.blocks ?? [],
    thread: messages?.thread ?? [],
  };
}

function itemJson(item: DigestItem) {
  const { entry, judgement } = item;
  return {
    kpi: entry.id,
    name: entry.record.name,
    plan: entry.plan.id,
    tier: item.tier,
    status: judgement?.verdict.status ?? null,
    fy: judgement?.fy ?? null,
    before: item.before,
    who: item.who,
    policies: item.policies,
    sources: entry.record.sources,
    text: itemText(item),
  };
}

async function openSource(): Promise<DigestSource> {
  const { openRepository, readPlansHere } = await import('./open-repository.ts');
  const repository = await openRepository();
  const plans = await readPlansHere();
  return {
    repository,
    repositoryOn(day) {
      const then = createRepository(plans);
      const log = repository.kpis.flatMap((kpi) => repository.history(kpi.id));
      then.applyEntries(log.filter((entry) => dayInJapan(new Date(entry.recordedAt)) <= day));
      return then;
    },
    async kpisOf(words, day) {
      const { openBotHere } = await import('../start/bot/here.ts');
      const { systemClock } = await import('./system-clock.ts');
      const bot = await openBotHere(systemClock, (message) => void process.stderr.write(`${message}\n`));
      const answer = await bot.ask(words, { command: 'kpi', asOf: day });
      for (const word of answer.unread ?? [])
        process.stderr.write(`「${word}」は読み取れないため、絞り込みに使っていません。\n`);
      if (answer.near)
        process.stderr.write(`「${words}」をすべて満たすKPIはないため、言葉に近いものを対象にしています。\n`);
      return kpisOfAnswer(answer);
    },
  };
}
