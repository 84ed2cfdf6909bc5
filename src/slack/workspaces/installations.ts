// Installations as Bolt's installer stores and fetches them, kept sealed in our store.
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { KeptInstallation, Workspaces } from '../../ports/workspaces.ts';
import { readCarried } from '../../present/carried.ts';
import type { Sealer } from './seal.ts';

/** What this bot needs of an installation. */
const neededSchema = z.object({
  bot: z.object({ token: z.string(), id: z.string().optional(), userId: z.string().optional() }).optional(),
});

/** The rest is Bolt's own and goes back to it as it came. */
const installationSchema = z.custom<Installation>((value) => neededSchema.safeParse(value).success);

/** What an app works with for one installation. */
export interface Access {
  /** Id of the workspace, or of the organisation. */
  id: string;
  orgWide: boolean;
  enterprise: string | null;
  name: string;
  botToken: string;
  botId?: string | undefined;
  botUserId?: string | undefined;
  /** When it was installed or renewed. */
  at: string;
}

/** Thrown for a workspace that is not among those that may install the app. */
export class NotInvited extends Error {
  readonly code = 'not-invited';
}

/** What keeping installations needs. */
export interface KeepingParts {
  workspaces: Workspaces;
  sealer: Sealer;
  clock: Clock;
  log: Logger;
}

/** Said where no key opens a token. */
export const wrongKey =
  'ワークスペースのトークンを、今の TOKEN_KEY では開けません。以前の鍵を TOKEN_KEY の2番目に加えて起動し直すか、/slack/install からインストールし直してください。';

/** Bolt's port over ours. `stored` hears of every installation; `invited` names who may install, empty: everybody. */
export function createInstallationStore(
  { workspaces, sealer, clock, log }: KeepingParts,
  stored: (id: string) => Promise<void>,
  invited: readonly string[] = [],
): InstallationStore {
  return {
    async storeInstallation(installation) {
      const { team, enterprise, user, isEnterpriseInstall: orgWide = false } = installation;
      const owner = orgWide ? enterprise : team;
      if (!owner?.id || !installation.bot?.token) throw new Error('Slack named no workspace or no token');
      if (invited.length > 0 && !invited.includes(owner.id)) {
        log.warn({ team: owner.id, name: owner.name }, 'a workspace that is not invited was refused');
        throw new NotInvited('this workspace may not install the app');
      }
      await workspaces.saveInstallation({
        id: owner.id,
        enterprise: enterprise?.id ?? '',
        orgWide,
        name: owner.name ?? owner.id,
        sealed: sealer.seal(JSON.stringify(installation), owner.id),
        by: user.id,
        at: clock.now().toISOString(),
      });
      log.info({ team: owner.id, orgWide, by: user.id }, 'installed');
      await stored(owner.id);
    },
    async fetchInstallation(query) {
      const kept = await find(workspaces, query);
      const installation = kept && readInstallation(sealer, kept);
      if (!installation) throw new Error('there is no such installation');
      return installation as Installation<'v1' | 'v2', never>;
    },
    async deleteInstallation(query) {
      const kept = await find(workspaces, query);
      if (kept) await workspaces.removeInstallation(kept.id, clock.now());
    },
  };
}

async function find(
  workspaces: Workspaces,
  { teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>,
): Promise<KeptInstallation | null> {
  const own = !isEnterpriseInstall && teamId ? await workspaces.installation(teamId) : null;
  return own ?? (enterpriseId ? await workspaces.installation(enterpriseId) : null);
}

/** Null where no key opens it, or where it holds something else. */
function readInstallation(sealer: Sealer, { id, sealed }: KeptInstallation): Installation | null {
  return readCarried(installationSchema, sealer.open(sealed, id)?.text);
}

/** The token and names behind a kept installation; null when no key opens it. */
export function accessOf(sealer: Sealer, kept: KeptInstallation): Access | null {
  const installation = readInstallation(sealer, kept);
  const bot = installation?.bot;
  if (!bot?.token) return null;
  const { id, orgWide, enterprise, name, at } = kept;
  return {
    id,
    orgWide,
    enterprise: enterprise === '' ? null : enterprise,
    name,
    botToken: bot.token,
    botId: bot.id,
    botUserId: bot.userId,
    at,
  };
}

/** Seals everything under the first key that an older one still opens; says clearly what no key opens. */
export async function renewSeals({ workspaces, sealer, log }: KeepingParts): Promise<void> {
  for (const kept of await workspaces.installations()) {
    const opened = sealer.open(kept.sealed, kept.id);
    if (!opened) log.error({ team: kept.id, name: kept.name }, wrongKey);
    else if (opened.old) {
      await workspaces.saveInstallation({ ...kept, sealed: sealer.seal(opened.text, kept.id) });
      log.info({ team: kept.id }, 'the token is sealed under the first key now');
    }
  }
}
