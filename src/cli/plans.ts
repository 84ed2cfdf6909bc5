// `plans`: the plans people brought and their versions; restoring, undoing, removing.
import { userInfo } from 'node:os';
import { newestOf, removePlan, restorePlan, undoStep } from '../plans/versions/steps.ts';
import type { PlanVersion } from '../ports/plan-version.ts';
import type { Store } from '../ports/store.ts';
import { dataSettings } from '../start/plans/here.ts';
import { existingStore } from '../start/store/existing.ts';
import { share } from './plans/share.ts';
import type { CommandHelp } from './read-args.ts';
import { systemClock } from './system-clock.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage:
    '[list] [--json] | restore 計画 版 | undo 計画 | remove 計画 | share 計画 [ワークスペース… | --public | --private] | shelve',
  about:
    '取り込んだ計画とその版を表示し、前の版に戻すか、取り下げます。share は、ほかのワークスペースに見せるかを決めます（はじめは見せません）。shelve は、PLANS=postgres で答える表に計画を入れます。',
  examples: ['', '--json', 'share midori-keikaku --public'],
};

const kinds = { taken: '取り込み', restored: '復元', removed: '取り下げ' } as const;

/** Lists the versions, or takes one step. Exit code 1 when there is no such plan or version. */
export async function run(args: readonly string[]): Promise<void> {
  if (args[0] === 'share') return await share(args.slice(1));
  if (args[0] === 'shelve' && args.length === 1) return await (await import('./plans/shelve.ts')).shelve();
  const [step = '', plan = '', version, ...more] = args[0] === 'list' ? args.slice(1) : args;
  const lists = step === '' || step === '--json';
  if (!lists && !['restore', 'undo', 'remove'].includes(step))
    throw new UsageError(`知らない指定です: ${step}`);
  if (lists ? plan !== '' : plan === '') throw new UsageError('計画のIDを1つ指定してください');
  if ((step === 'restore') !== (version !== undefined && /^[1-9]\d*$/.test(version)) || more.length > 0)
    throw new UsageError('restore のときだけ、計画のIDのあとに版の番号を指定してください');
  const store = await existingStore(dataSettings(process.env));
  try {
    const versions = (await store?.planVersions()) ?? [];
    if (lists) process.stdout.write(step === '--json' ? `${JSON.stringify(versions)}\n` : list(versions));
    else await take(store, { step, plan, version: Number(version) });
  } finally {
    await store?.close();
  }
}

async function take(
  store: Store | null,
  { step, plan, version }: { step: string; plan: string; version: number },
): Promise<void> {
  const by = { broughtBy: userInfo().username, broughtAt: systemClock.now() };
  const newest = store ? newestOf(await store.planVersions(), plan) : null;
  const done =
    !store || !newest
      ? null
      : step === 'restore'
        ? await restorePlan(store, { plan, version }, by)
        : step === 'remove'
          ? await removePlan(store, plan, by)
          : await undoStep(store, newest, by);
  if (done) {
    process.stdout.write(`${describe(done)}\n`);
    return;
  }
  process.stderr.write(`計画「${plan}」にその版はありません。一覧: npm run plans\n`);
  process.exitCode = 1;
}

function list(versions: readonly PlanVersion[]): string {
  if (versions.length === 0) return '取り込んだ計画はありません。取り込むには: npm run import -- ファイル\n';
  const plans = [...new Set(versions.map(({ plan }) => plan))];
  return plans
    .map((plan) => {
      const own = versions.filter((version) => version.plan === plan);
      const newest = own.at(-1) as PlanVersion;
      const state = newest.kind === 'removed' ? '（取り下げ済み）' : '';
      return `${newest.title}${state}　${plan}\n${own.map((one) => `  ${describe(one)}\n`).join('')}`;
    })
    .join('');
}

function describe({ version, kind, file, hash, broughtBy, broughtAt, title }: PlanVersion): string {
  const origin = file === '' ? '' : `　${file}（${hash.slice(0, 8)}）`;
  return `第${version}版　${kinds[kind]}　${title}${origin}　${broughtBy}　${broughtAt.slice(0, 16).replace('T', ' ')}`;
}
