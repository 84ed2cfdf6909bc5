// response_url: five uses within thirty minutes, works without membership, private by default.
import { randomBytes } from 'node:crypto';
import { type Obj, objs, str } from './json.ts';
import { blockProblems } from './rules/blocks.ts';
import { SlackRefusal } from './rules/refusal.ts';
import { botUser, type Message, type Workspace } from './workspace.ts';

/** Where an answer to an interaction goes. */
export interface Origin {
  user: string;
  channel: string;
  /** The message that was clicked; absent for a command. */
  ts?: string;
}

export interface ResponseUrls {
  /** The path below the playground's address. */
  issue(origin: Origin): string;
  /** @throws SlackRefusal used_url, expired_url, invalid_blocks, no_text */
  use(id: string, body: Obj): void;
}

/** `elapsed` gives milliseconds that only grow. */
export function createResponseUrls(workspace: Workspace, elapsed: () => number): ResponseUrls {
  const issued = new Map<string, { origin: Origin; at: number; uses: number }>();
  return {
    issue(origin) {
      // Not to be guessed by another site in the same browser.
      const id = randomBytes(12).toString('hex');
      issued.set(id, { origin, at: elapsed(), uses: 0 });
      return `/response/${id}`;
    },
    use(id, body) {
      const known = issued.get(id);
      if (!known) throw new SlackRefusal('invalid_url', ['この response_url は発行されていません']);
      if (elapsed() - known.at > 30 * 60_000)
        throw new SlackRefusal('expired_url', ['30分を過ぎた response_url です']);
      if (known.uses >= 5) throw new SlackRefusal('used_url', ['response_url は5回までです']);
      known.uses += 1;
      answer(workspace, known.origin, body);
    },
  };
}

/** Does what a body sent to a response_url (or given as an acknowledgement) asks for. */
export function answer(workspace: Workspace, origin: Origin, body: Obj): void {
  const original = origin.ts === undefined ? undefined : workspace.message(origin.channel, origin.ts);
  if (body.delete_original === true) {
    if (original) workspace.remove(original);
    return;
  }
  const problems = blockProblems(body.blocks);
  if (problems.length > 0) throw new SlackRefusal('invalid_blocks', problems);
  const text = str(body.text);
  if (text === '' && objs(body.blocks).length === 0)
    throw new SlackRefusal('no_text', ['text も blocks もありません']);
  if (body.replace_original === true && original) {
    replace(workspace, original, text, objs(body.blocks));
    return;
  }
  workspace.post({
    channel: origin.channel,
    user: botUser,
    text,
    blocks: objs(body.blocks),
    threadTs: str(body.thread_ts) || null,
    ephemeralTo: body.response_type === 'in_channel' ? null : origin.user,
  });
}

/** Gives a message new contents. */
export function replace(workspace: Workspace, message: Message, text: string, blocks: Obj[]): void {
  message.text = text;
  message.blocks = workspace.withBlockIds(blocks);
  message.edited = message.ephemeralTo === null;
  workspace.changed();
}
