// Who may record results: RECORDERS names users and user groups; empty, it is everybody.
import type { WebClient } from '@slack/web-api';
import type { SlackContext } from '../context.ts';
import { explainSlackError, slackErrorName } from '../errors/explain.ts';
import { promptClient } from '../prompt-client.ts';

/** Why somebody may not record, and whom to ask (ids). */
export interface Refusal {
  lines: string[];
  ask: string[];
}

export interface Recorders {
  /** Null when the person may record. Never rejects: a group Slack does not tell is a refusal that says so. */
  refusal(client: WebClient, user: string): Promise<Refusal | null>;
}

const kept = 5 * 60_000;
const made = new WeakMap<SlackContext, Recorders>();

/** One for each running app, so that its listeners share what is known of the groups. */
export function recordersOf(context: SlackContext): Recorders {
  const recorders = made.get(context) ?? createRecorders(context);
  made.set(context, recorders);
  return recorders;
}

/** Members of a group are asked for once in five minutes. */
export function createRecorders({
  config,
  clock,
  log,
}: Pick<SlackContext, 'config' | 'clock' | 'log'>): Recorders {
  const groups = new Map<string, { members: string[]; at: number }>();

  async function membersOf(client: WebClient, group: string): Promise<string[]> {
    const now = clock.now().getTime();
    const known = groups.get(group);
    if (known && Math.abs(now - known.at) < kept) return known.members;
    const { users = [] } = await promptClient(client).usergroups.users.list({ usergroup: group });
    groups.set(group, { members: users, at: now });
    return users;
  }

  return {
    async refusal(client, user) {
      const { recorders } = config;
      if (recorders.length === 0 || recorders.includes(user)) return null;
      const unknown: string[] = [];
      for (const group of recorders.filter((id) => id.startsWith('S'))) {
        try {
          if ((await membersOf(client, group)).includes(user)) return null;
        } catch (error) {
          log.warn(
            { group, slack: slackErrorName(error), cause: String(error) },
            'members of a user group are unknown',
          );
          unknown.push(
            slackErrorName(error) === 'missing_scope'
              ? '登録できる方のグループを確認する権限（usergroups:read）がアプリにありません。管理者にご連絡ください。'
              : (explainSlackError(error) ??
                  '登録できる方のグループを確認できませんでした。少し待ってからもう一度お試しください。'),
          );
        }
      }
      log.info({ user }, 'may not record');
      return {
        lines: [
          '実績を登録できるのは、決められた方だけです。登録が必要なときは、次の方にご依頼ください。',
          ...new Set(unknown),
        ],
        ask: [...recorders],
      };
    },
  };
}
