// Who belongs to the workspace: people of other workspaces, strangers and guests get only what was published.
import type { WebClient } from '@slack/web-api';
import type { SlackParts } from './context.ts';
import { slackErrorName } from './errors/explain.ts';
import { promptClient } from './prompt-client.ts';
import { within } from './within.ts';

/** Who sends something, as Slack says it in the body. */
export interface Sender {
  user: string | null;
  /** The person's own workspace; null where the body does not tell. */
  team: string | null;
  /** The organisation (Enterprise Grid) of that workspace. */
  enterprise: string | null;
}

export interface Members {
  /** Learns which workspace the token belongs to; before that nobody is an outsider. */
  learn(client: WebClient): Promise<void>;
  /** The same, where the installation names it. */
  belongTo(workspace: { team: string; enterprise: string | null }): void;
  /** The workspace of the token; null until it is known. */
  workspace(): { team: string; enterprise: string | null; name: string } | null;
  isOutsider(client: WebClient, sender: Sender): Promise<boolean>;
}

const kept = 60 * 60_000;
const keptPeople = 2000;
/** People wait for their answer meanwhile. */
const patience = 1000;

export function createMembers({ config, clock, log }: Pick<SlackParts, 'config' | 'clock' | 'log'>): Members {
  let own: { team: string; enterprise: string | null; name: string } | null = null;
  let mayAsk = true;
  const people = new Map<string, { outside: boolean; at: number }>();

  /** Null where Slack does not tell: then it is asked again at the next click. */
  async function lookUp(client: WebClient, user: string): Promise<boolean | null> {
    try {
      const { user: found } = await promptClient(client).users.info({ user });
      const foreign = found?.team_id !== undefined && own !== null && found.team_id !== own.team;
      const sameOrganisation =
        own?.enterprise != null && found?.enterprise_user?.enterprise_id === own.enterprise;
      const guest = found?.is_restricted === true || found?.is_ultra_restricted === true;
      return (
        found?.is_stranger === true || (foreign && !sameOrganisation) || (guest && !config.guestsAreMembers)
      );
    } catch (error) {
      if (slackErrorName(error) === 'missing_scope') {
        mayAsk = false;
        log.warn('without the scope users:read guests cannot be told from members');
        return false;
      }
      log.warn({ user, cause: String(error) }, 'it is unknown whether a person is a guest');
      return null;
    }
  }

  return {
    async learn(client) {
      const { team_id: team, enterprise_id: enterprise, team: name = '' } = await client.auth.test();
      if (team) own = { team, enterprise: enterprise ?? null, name };
    },
    belongTo(workspace) {
      own = { ...workspace, name: '' };
    },
    workspace: () => own,
    async isOutsider(client, { user, team, enterprise }) {
      if (own === null) return false;
      if (team !== null && team !== own.team && (own.enterprise === null || enterprise !== own.enterprise))
        return true;
      if (user === null || !mayAsk) return false;
      const now = clock.now().getTime();
      const known = people.get(user);
      if (known && Math.abs(now - known.at) < kept) return known.outside;
      const outside = await within(patience, lookUp(client, user), null);
      if (outside === null) return known?.outside ?? false;
      people.delete(user);
      people.set(user, { outside, at: now });
      const [oldest] = people.keys();
      if (people.size > keptPeople && oldest !== undefined) people.delete(oldest);
      return outside;
    },
  };
}

type Body = Record<string, unknown>;
const part = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads commands, clicks, views, options and events alike. */
export function senderOf(body: unknown): Sender {
  const root = part(body);
  const event = part(root.event);
  const user = part(root.user);
  const team = part(root.team);
  if (root.event !== undefined)
    return {
      user: text(event.user) ?? text(part(event.user).id),
      // In a shared channel the message tells whose workspace its author belongs to.
      team: text(event.user_team) ?? text(event.source_team) ?? text(event.team) ?? text(root.team_id),
      enterprise: text(event.user_enterprise) ?? text(root.enterprise_id),
    };
  return {
    user: text(root.user_id) ?? text(user.id),
    team: text(user.team_id) ?? text(root.team_id) ?? text(team.id),
    enterprise: text(user.enterprise_id) ?? text(root.enterprise_id) ?? text(team.enterprise_id),
  };
}
