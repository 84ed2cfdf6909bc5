// Who may record results: RECORDERS names users and user groups; empty, it is everybody.
import type { WebClient } from '@slack/web-api';
import type { SlackParts } from '../context.ts';
import { explainSlackError, slackErrorName } from '../errors/explain.ts';
import { promptClient } from '../prompt-client.ts';
import { within } from '../within.ts';

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
/** A submission wants its answer within three seconds. */
const patience = 1800;

/** Members of a group are asked for once in five minutes, and again for somebody who was not among them. */
export function createRecorders(
  { config, clock, log }: Pick<SlackParts, 'config' | 'clock' | 'log'>,
  only = recordersOnly,
): Recorders {
  const groups = new Map<string, { members: string[]; at: number }>();

  async function isMember(client: WebClient, group: string, user: string): Promise<boolean> {
    const now = clock.now().getTime();
    const known = groups.get(group);
    if (known && Math.abs(now - known.at) < kept && known.members.includes(user)) return true;
    const { users = [] } = await promptClient(client).usergroups.users.list({ usergroup: group });
    groups.set(group, { members: users, at: now });
    return users.includes(user);
  }

  /** Null for a member, '' for somebody else, a sentence when Slack does not tell. */
  async function look(client: WebClient, group: string, user: string): Promise<string | null> {
    try {
      const member = await within(patience, isMember(client, group, user), 'late' as const);
      if (member === 'late') log.warn({ group }, 'the members of a user group were not told in time');
      return member === 'late' ? unknownGroup : member ? null : '';
    } catch (error) {
      log.warn(
        { group, slack: slackErrorName(error), cause: String(error) },
        'members of a user group are unknown',
      );
      return slackErrorName(error) === 'missing_scope'
        ? '登録できる方のグループを確認する権限（usergroups:read）がアプリにありません。管理者にご連絡ください。'
        : (explainSlackError(error) ?? unknownGroup);
    }
  }

  return {
    async refusal(client, user) {
      const { recorders } = config;
      if (recorders.length === 0 || recorders.includes(user)) return null;
      const groupsNamed = recorders.filter((id) => id.startsWith('S'));
      const answers = await Promise.all(groupsNamed.map((group) => look(client, group, user)));
      if (answers.includes(null)) return null;
      log.info({ user }, 'may not record');
      const unknown = answers.filter((answer): answer is string => answer !== null && answer !== '');
      return {
        lines: [only, ...new Set(unknown)],
        ask: [...recorders],
      };
    },
  };
}

const unknownGroup = '登録できる方のグループを確認できませんでした。少し待ってからもう一度お試しください。';

const recordersOnly =
  '実績を登録できるのは、決められた方だけです。登録が必要なときは、次の方にご依頼ください。';
/** For those who bring plans. */
export const plannersOnly =
  '計画を取り込めるのは、決められた方だけです。取り込みが必要なときは、次の方にご依頼ください。';
