// The workspaces a copy serves: each with an app, a store and a bot of its own, opened when it is installed, ended when it leaves.
import type { App } from '@slack/bolt';
import type { Config } from '../../config.ts';
import { StoreUnavailable } from '../../ports/store.ts';
import type { KeptInstallation, StoreHouse } from '../../ports/workspaces.ts';
import { type SlackContext, type SlackParts, slackContext } from '../../slack/context.ts';
import { createWorkspaceApp, type RunningApp } from '../../slack/create-app.ts';
import { type Access, accessOf, wrongKey } from '../../slack/workspaces/installations.ts';
import type { Owner } from '../../slack/workspaces/owner.ts';
import type { Sealer } from '../../slack/workspaces/seal.ts';
import type { TeamBots } from './team-bots.ts';
import { startTenantWork, type TenantWork } from './tenant-work.ts';

/** What serving workspaces needs. */
export interface TenantParts extends Omit<SlackParts, 'bot' | 'store'> {
  house: StoreHouse;
  bots: TeamBots;
  sealer: Sealer;
}

/** One workspace that is served. */
export interface Tenant {
  team: string;
  access: Access;
  context: SlackContext;
  app: RunningApp;
  work: TenantWork;
}

export interface Tenants {
  /** Opens what is installed and ends what is not, as the store says now. @throws StoreUnavailable */
  refresh(): Promise<void>;
  /** The app of a delivery's workspace; null where none is installed. @throws StoreUnavailable for one not opened yet */
  appOf(owner: Owner): Promise<Pick<App, 'processEvent'> | null>;
  /** Those served now. */
  all(): readonly Tenant[];
  stop(): Promise<void>;
}

/** The apps of workspaces that are open, each opened once however many ask for it. */
function openTenants(parts: TenantParts, installed: Installed) {
  const { house, log } = parts;
  const open = new Map<string, Tenant>();
  const opening = new Map<string, Promise<Tenant | null>>();
  let stopped = false;

  async function tenantOf(team: string, enterprise: string | null): Promise<Tenant | null> {
    const kept = installed.of(team, enterprise);
    const known = open.get(team);
    if (known && kept && isSame(known.access, kept)) return known;
    const waiting = opening.get(team);
    if (waiting) return await waiting;
    const made = replace(team, enterprise, kept).finally(() => opening.delete(team));
    opening.set(team, made);
    return await made;
  }

  async function replace(
    team: string,
    enterprise: string | null,
    kept: KeptInstallation | undefined,
  ): Promise<Tenant | null> {
    await close(team);
    const access = kept && !stopped ? installed.access(kept) : null;
    if (!access) return null;
    if (access.orgWide) await house.workspaces.welcome({ team, enterprise: enterprise ?? '', name: '' });
    const tenant = await openTenant(parts, team, access);
    open.set(team, tenant);
    log.info({ team, name: access.name }, 'a workspace is served');
    return tenant;
  }

  async function close(team: string): Promise<void> {
    const tenant = open.get(team);
    if (!tenant) return;
    open.delete(team);
    await tenant.work.stop();
  }

  return {
    tenantOf,
    close,
    teams: () => open.keys(),
    all: () => [...open.values()],
    isStopped: () => stopped,
    async stop(): Promise<void> {
      stopped = true;
      await Promise.all([...open.keys()].map(close));
    },
  };
}

/** Serves nobody until `refresh`. */
export function createTenants(parts: TenantParts): Tenants {
  const { log } = parts;
  const installed = createInstalled(parts);
  const { tenantOf, close, teams, all, isStopped, stop } = openTenants(parts, installed);
  return {
    async refresh() {
      await installed.read();
      const here = await installed.workspaces();
      for (const team of teams()) if (!here.has(team)) await close(team);
      for (const [team, enterprise] of here) {
        if (isStopped()) return;
        await tenantOf(team, enterprise).catch((error: unknown) => {
          if (error instanceof StoreUnavailable) throw error;
          log.error({ err: error, team }, 'a workspace could not be opened');
        });
      }
    },
    async appOf({ team, enterprise, otherTeam }) {
      const candidates = [team ?? enterprise, otherTeam].filter((one) => one !== null);
      for (const candidate of candidates) {
        // Another copy may have installed it a moment ago.
        if (!installed.of(candidate, enterprise)) await installed.read();
        const tenant = installed.of(candidate, enterprise) && (await tenantOf(candidate, enterprise));
        if (tenant) return tenant.app.app;
      }
      return null;
    },
    all,
    stop,
  };
}

type Installed = ReturnType<typeof createInstalled>;

/** What is installed, as the store said when it was read last. */
function createInstalled({ house, sealer, log }: TenantParts) {
  /** When the installation was made that could not be opened, by its id. */
  const complained = new Map<string, string>();
  let all: readonly KeptInstallation[] = [];
  /** A workspace's own installation comes before that of its organisation. */
  const of = (team: string | null, enterprise: string | null): KeptInstallation | undefined =>
    all.find(({ id }) => id === team) ?? all.find(({ id, orgWide }) => orgWide && id === enterprise);
  return {
    of,
    async read(): Promise<void> {
      all = await house.workspaces.installations();
    },
    /** Every workspace with its organisation; of an organisation those that used it and were not taken out. */
    async workspaces(): Promise<Map<string, string | null>> {
      const here = new Map<string, string | null>();
      for (const { id, orgWide, enterprise } of all) if (!orgWide) here.set(id, enterprise || null);
      for (const { team, enterprise, goneAt } of await house.workspaces.workspaces())
        if (goneAt === '' && of(team, enterprise)) here.set(team, enterprise || null);
      return here;
    },
    /** The tokens; null, and said once in the log, where the key does not open them. */
    access(kept: KeptInstallation): Access | null {
      const access = accessOf(sealer, kept);
      if (access !== null) return access;
      if (complained.get(kept.id) !== kept.at) log.error({ team: kept.id, name: kept.name }, wrongKey);
      complained.set(kept.id, kept.at);
      return null;
    },
  };
}

const isSame = (access: Access, { id, at }: KeptInstallation) => access.id === id && access.at === at;

async function openTenant(parts: TenantParts, team: string, access: Access): Promise<Tenant> {
  const { house, bots, sealer: _, ...rest } = parts;
  const log = rest.log.child({ team });
  const store = house.ofTeam(team);
  const teamBot = await bots.open(team, store);
  const { slack } = rest.config;
  if (slack.mode === 'playground') throw new Error('a workspace needs a token');
  const config: Config = { ...rest.config, slack: { ...slack, botToken: access.botToken } };
  const context = slackContext({ ...rest, bot: teamBot.bot, store, config, log });
  const app = createWorkspaceApp(context, {
    team,
    enterprise: access.enterprise,
    botId: access.botId,
    botUserId: access.botUserId,
  });
  await app.start();
  return { team, access, context, app, work: startTenantWork(context, app, teamBot) };
}
