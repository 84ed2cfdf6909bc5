// The bot of many workspaces: the door, those who are served, and what keeps both up to date.
import { StoreUnavailable } from '../../ports/store.ts';
import type { StoreHouse } from '../../ports/workspaces.ts';
import { within } from '../../slack/within.ts';
import { createFront } from '../../slack/workspaces/front.ts';
import { createInstallationStore, renewSeals } from '../../slack/workspaces/installations.ts';
import type { Owner } from '../../slack/workspaces/owner.ts';
import { createSealer } from '../../slack/workspaces/seal.ts';
import { bringSingle } from './bring-single.ts';
import { createTeamBots } from './team-bots.ts';
import { createTenants, type TenantParts, type Tenants } from './tenants.ts';

/** What starting needs. */
export interface WorkspaceOptions extends Omit<TenantParts, 'bots' | 'sealer'> {
  /** Scopes that are asked for. */
  scopes: string[];
  /** Folder for the indexes over brought plans; null: in memory. */
  indexFolder: string | null;
  /** Interface of the HTTP receiver; absent: all. */
  host?: string;
  /** Milliseconds between looks at installations and plans (3,000). */
  every?: number;
}

/** Many workspaces, served. */
export interface RunningWorkspaces {
  port: number | null;
  tenants: Tenants;
  /** Looks at installations, plans and the clock now, in every workspace. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a start waits for the store. */
const patience = 3000;
/** What a workspace had is kept for so long after it left. */
const keptAfterLeaving = 30 * 86_400_000;

/** Starts; a store that is down is waited for while the door is open already. */
export async function runWorkspaces(options: WorkspaceOptions): Promise<RunningWorkspaces> {
  const { config, clock, log, house, scopes, host, every = 3000 } = options;
  if (!config.workspaces) throw new Error('many workspaces need OAuth settings');
  const sealer = createSealer(config.workspaces.tokenKeys);
  const bots = createTeamBots({ ...options, seeds: config.seeds });
  const tenants = createTenants({ ...options, bots, sealer });
  const keeping = { workspaces: house.workspaces, sealer, clock, log };
  await bots.warm();
  const looking = followed(lookAtStore(options, keeping, tenants), log, every);
  await within(patience, looking.first, undefined);
  await within(patience, Promise.all(tenants.all().map(({ work }) => work.first)), undefined);
  const front = createFront(
    { config, log, scopes, ...(host ? { host } : {}) },
    {
      appOf: (owner) => tenants.appOf(owner),
      ...leaving(options, tenants),
      installations: createInstallationStore(keeping, () => tenants.refresh(), config.workspaces.invited),
    },
  );
  const { port } = await front.start().catch(async (error: unknown) => {
    await looking.stop();
    await tenants.stop();
    throw error;
  });
  return {
    port,
    tenants,
    async tick() {
      await looking.now();
      await Promise.all(tenants.all().map(({ work }) => work.tick()));
    },
    async stop() {
      await looking.stop();
      await front.stop();
      await tenants.stop();
      await house.close();
    },
  };
}

/** Takes up what other copies wrote: installations, plans, and once a day whom to forget. */
function lookAtStore(
  { house, config, clock, log }: WorkspaceOptions,
  keeping: Parameters<typeof renewSeals>[0],
  tenants: Tenants,
): () => Promise<void> {
  const known = { renewed: false, mark: -1, forgotDay: '' };
  return async () => {
    if (!known.renewed) {
      await bringSingle({ ...keeping, clock, house, config });
      await renewSeals(keeping);
      known.renewed = true;
    }
    await tenants.refresh();
    const mark = await house.workspaces.plansMark();
    if (mark !== known.mark) for (const { work } of tenants.all()) await work.refreshPlans();
    known.mark = mark;
    const now = clock.now();
    const day = now.toISOString().slice(0, 10);
    if (day !== known.forgotDay) await forgetGone(house, now, log);
    known.forgotDay = day;
  };
}

/** What happens when Slack says that the app was removed, or a workspace taken out of its organisation's. */
function leaving({ house, clock, log }: WorkspaceOptions, tenants: Tenants) {
  const { workspaces } = house;
  return {
    async removed(owner: Pick<Owner, 'team' | 'enterprise'>): Promise<void> {
      const id = await idOfRemoved(house, owner);
      if (id === null) return;
      await workspaces.removeInstallation(id, clock.now());
      log.info({ team: id }, 'the app was removed');
      await tenants.refresh();
    },
    async takenOut(teams: readonly string[]): Promise<void> {
      for (const team of teams)
        if (await workspaces.takeOut(team, clock.now()))
          log.info({ team }, 'the organisation took a workspace out');
      await tenants.refresh();
    },
  };
}

/** An organisation's event names both; only its own installation is gone then. */
async function idOfRemoved(
  { workspaces }: StoreHouse,
  { team, enterprise }: { team: string | null; enterprise: string | null },
): Promise<string | null> {
  for (const id of [team, enterprise]) if (id !== null && (await workspaces.installation(id))) return id;
  return null;
}

async function forgetGone(
  { workspaces }: StoreHouse,
  now: Date,
  log: WorkspaceOptions['log'],
): Promise<void> {
  const forgotten = await workspaces.forgetGone(new Date(now.getTime() - keptAfterLeaving));
  for (const team of forgotten) log.info({ team }, 'what a workspace had that left is forgotten');
}

/** Looks again and again; a store that is down is said once. */
function followed(look: () => Promise<void>, log: WorkspaceOptions['log'], every: number) {
  const state = { stopped: false, down: false };
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    running ??= look()
      .then(
        () => {
          state.down = false;
        },
        (error: unknown) => {
          const expected = error instanceof StoreUnavailable;
          if (!state.down)
            log.error(
              { err: error },
              expected ? 'store down: installations are not read' : 'workspaces could not be looked at',
            );
          state.down = true;
        },
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const round = async (): Promise<void> => {
    await now();
    if (state.stopped) return;
    timer = setTimeout(() => void round(), every);
    timer.unref();
  };
  return {
    first: round(),
    now,
    async stop() {
      state.stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
