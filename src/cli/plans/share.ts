// `plans share PLAN …`: which other workspaces see a brought plan.
import { newestOf } from '../../plans/versions/steps.ts';
import { everyone } from '../../ports/plan-version.ts';
import { sharingText } from '../../present/plans/sharing.ts';
import { dataSettings } from '../../start/plans/here.ts';
import { existingStore } from '../../start/store/existing.ts';
import { UsageError } from '../usage.ts';

/** Without workspaces it says who sees the plan; exit code 1 when there is no such plan. */
export async function share(args: readonly string[]): Promise<void> {
  const [plan = '', ...rest] = args;
  if (plan === '') throw new UsageError('計画のIDを1つ指定してください');
  const teams = readTeams(rest);
  const store = await existingStore(dataSettings(process.env));
  try {
    const newest = store && newestOf(await store.planVersions(), plan);
    if (!store || !newest || newest.kind === 'removed') {
      process.stderr.write(`計画「${plan}」はありません。一覧: npm run plans\n`);
      process.exitCode = 1;
      return;
    }
    if (teams !== null) await store.sharePlan(plan, teams);
    const shares = (await store.planShares()).filter((one) => one.plan === plan);
    process.stdout.write(`「${newest.title}」は、${sharingText(shares)}\n`);
  } finally {
    await store?.close();
  }
}

/** Null: nothing is changed. @throws UsageError */
function readTeams(given: readonly string[]): string[] | null {
  const [only] = given;
  if (only === undefined) return null;
  if (given.length === 1 && only === '--public') return [everyone];
  if (given.length === 1 && only === '--private') return [];
  const wrong = given.find((team) => !/^[TE][A-Z0-9]+$/.test(team));
  if (wrong !== undefined)
    throw new UsageError(`ワークスペースのIDではありません: ${wrong}（例：T0123ABCD、--public、--private）`);
  return [...given];
}
