// Which bot scope a Web API method needs; a method that is not listed needs none.
import { SlackRefusal } from './refusal.ts';

const needed: Record<string, string | ((channelKind: string) => string)> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.open': 'im:write',
  'conversations.info': (kind) => `${scopeFamily(kind)}:read`,
  'conversations.members': (kind) => `${scopeFamily(kind)}:read`,
  'conversations.replies': (kind) => `${scopeFamily(kind)}:history`,
  'conversations.history': (kind) => `${scopeFamily(kind)}:history`,
  'users.info': 'users:read',
  'usergroups.users.list': 'usergroups:read',
  'bots.info': 'users:read',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setTitle': 'assistant:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
};

function scopeFamily(kind: string): string {
  return kind === 'im' ? 'im' : kind === 'private' ? 'groups' : 'channels';
}

/**
 * Lets the method pass when the manifest asks for its scope.
 * @throws SlackRefusal missing_scope with `needed` and `provided`.
 */
export function requireScope(method: string, granted: Set<string>, channelKind = 'public'): void {
  const rule = needed[method];
  const scope = typeof rule === 'function' ? rule(channelKind) : rule;
  if (!scope || granted.has(scope)) return;
  throw new SlackRefusal('missing_scope', [`${method} は権限 ${scope} を必要とします`], {
    needed: scope,
    provided: [...granted].join(','),
  });
}
