// The store as terminal commands use it: that of the single workspace, or of the one that `SLACK_TEAM` names.
import { ConfigError } from '../../errors.ts';
import { type Store, StoreUnavailable } from '../../ports/store.ts';
import type { StoreHouse } from '../../ports/workspaces.ts';
import { sqliteFileIn } from './sqlite-file.ts';

/** Where the store lies. */
export interface StorePlace {
  databaseUrl: string | undefined;
  dataDir: string | undefined;
}

/** Opens the store of all workspaces; its driver is loaded only then. */
export async function openHouse({ databaseUrl, dataDir }: StorePlace): Promise<StoreHouse> {
  const { openStore } = await import('../../stores/open-store.ts');
  return openStore({ databaseUrl, sqliteFile: sqliteFileIn(dataDir) });
}

/** One workspace's store; closing it closes all. @throws ConfigError where it is not clear whose it is */
export async function openStoreHere(place: StorePlace): Promise<Store> {
  const house = await openHouse(place);
  const team = process.env.SLACK_TEAM || undefined;
  const workspaces = await house.workspaces.workspaces().catch((error: unknown) => {
    // Down: whatever is asked of it next says so.
    if (error instanceof StoreUnavailable) return null;
    throw error;
  });
  if (workspaces === null || (team === undefined && workspaces.length <= 1)) return house;
  if (team !== undefined && workspaces.some((one) => one.team === team))
    return { ...house.ofTeam(team), close: () => house.close() };
  await house.close();
  const known = workspaces.map((one) => `  ${one.team}　${one.name}`).join('\n');
  throw new ConfigError(
    team === undefined
      ? `ワークスペースが${workspaces.length}つあります。環境変数 SLACK_TEAM でひとつ指定してください。\n${known}`
      : `SLACK_TEAM のワークスペース「${team}」はありません。\n${known}`,
  );
}
