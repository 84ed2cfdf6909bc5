// response_url: five uses within thirty minutes, works without membership, private by default.
import { randomBytes } from 'node:crypto';
import { type Obj, objs, str } from './json.ts';
import { checkContent } from './rules/blocks.ts';
import { SlackRefusal } from './rules/refusal.ts';
import { botUser, type Workspace } from './workspace.ts';

/** Where an answer to an interaction goes; `ts` names the message that was clicked. */
export type Origin = { user: string; channel: string; ts?: string };

/** `elapsed` gives milliseconds that only grow. */
export function createResponseUrls(workspace: Workspace, elapsed: () => number) {
  const issued = new Map<string, { origin: Origin; at: number; uses: number }>();
  return {
    /** The path below the playground's address. */
    issue(origin: Origin): string {
      // Not to be guessed by another site in the same browser.
      const id = randomBytes(12).toString('hex');
      issued.set(id, { origin, at: elapsed(), uses: 0 });
      return `/response/${id}`;
    },
    knows: (id: string) => issued.has(id),
    /** @throws SlackRefusal used_url, expired_url, invalid_blocks, no_text */
    use(id: string, body: Obj): void {
      const known = issued.get(id);
      if (!known || elapsed() - known.at > 30 * 60_000)
        throw new SlackRefusal('expired_url', ['30分を過ぎた response_url です']);
      if (known.uses >= 5) throw new SlackRefusal('used_url', ['response_url は5回までです']);
      known.uses += 1;
      answer(workspace, known.origin, body);
    },
  };
}

/** Does what a body sent to a response_url (or given as an acknowledgement) asks for. */
export function answer(workspace: Workspace, { user, channel, ts = '' }: Origin, body: Obj): void {
  const blocks = objs(body.blocks);
  const text = str(body.text);
  checkContent(body);
  const original = body.replace_original === true && workspace.message(channel, ts);
  if (original) {
    const edited = original.ephemeralTo === null;
    Object.assign(original, { text, blocks: workspace.withBlockIds(blocks), edited });
    return void workspace.changed();
  }
  const ephemeralTo = body.response_type === 'in_channel' ? null : user;
  workspace.post({
    channel,
    user: botUser,
    text,
    blocks,
    threadTs: str(body.thread_ts) || null,
    ephemeralTo,
  });
}
