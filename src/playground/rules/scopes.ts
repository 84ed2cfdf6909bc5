// Which bot scope a Web API method needs; a method that is not listed needs none.
import { SlackRefusal } from './refusal.ts';

const needed: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'files.info': 'files:read',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

/**
 * Lets the method pass when the manifest asks for its scope.
 * @throws SlackRefusal missing_scope with `needed` and `provided`.
 */
export function requireScope(method: string, granted: Set<string>): void {
  const scope = needed[method];
  if (!scope || granted.has(scope)) return;
  throw new SlackRefusal('missing_scope', [`${method} は権限 ${scope} を必要とします`], {
    needed: scope,
    provided: [...granted].join(','),
  });
}
