// The way from one workspace to many: what the single workspace had becomes its own, and its token goes on as its installation.
import { WebClient } from '@slack/web-api';
import type { Config } from '../../config.ts';
import type { StoreHouse } from '../../ports/workspaces.ts';
import { explainSlackError, slackErrorName } from '../../slack/errors/explain.ts';
import type { KeepingParts } from '../../slack/workspaces/installations.ts';

/** Does nothing without `SLACK_BOT_TOKEN`, or where its workspace is installed already. @throws StoreUnavailable */
export async function bringSingle({
  house,
  config,
  workspaces,
  sealer,
  clock,
  log,
}: KeepingParts & { house: StoreHouse; config: Config }): Promise<void> {
  const { slack } = config;
  if (slack.mode === 'playground' || slack.botToken === '') return;
  const client = new WebClient(slack.botToken, {
    ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}),
    retryConfig: { retries: 2 },
  });
  const told = await client.auth.test().catch((error: unknown) => {
    // The workspaces that are installed go on without it.
    log.warn({ slack: slackErrorName(error), cure: explainSlackError(error) }, 'SLACK_BOT_TOKEN is refused');
    return null;
  });
  if (told === null) return;
  const { team_id: team, team: name = '', enterprise_id: enterprise = '' } = told;
  if (!team) return;
  await house.settle({ team, enterprise, name });
  if (await workspaces.installation(team)) return;
  const installation = {
    team: { id: team, name },
    ...(enterprise ? { enterprise: { id: enterprise } } : {}),
    user: { id: told.user_id ?? '', token: undefined, scopes: undefined },
    bot: { token: slack.botToken, id: told.bot_id, userId: told.user_id, scopes: [] },
    isEnterpriseInstall: false,
    authVersion: 'v2',
  };
  await workspaces.saveInstallation({
    id: team,
    enterprise,
    orgWide: false,
    name,
    sealed: sealer.seal(JSON.stringify(installation), team),
    by: '',
    at: clock.now().toISOString(),
  });
  log.info({ team, name }, 'the single workspace goes on as one of many');
}
