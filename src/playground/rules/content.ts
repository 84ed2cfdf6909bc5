// Slack's rules for a whole message: its blocks, its length, and that it says something.
import { codePoints, type Obj, objs, str } from '../json.ts';
import { blockProblems } from './blocks.ts';
import { refuseAt, SlackRefusal } from './refusal.ts';

/** @throws SlackRefusal invalid_blocks, msg_too_long, no_text */
export function checkContent(args: Obj): void {
  refuseAt('invalid_blocks', args.blocks === undefined ? [] : blockProblems(args.blocks));
  const length = codePoints(str(args.text));
  if (length > 40_000) throw new SlackRefusal('msg_too_long', [`text は40,000文字までです（${length}文字）`]);
  if (length === 0 && objs(args.blocks).length === 0)
    throw new SlackRefusal('no_text', ['text も blocks もありません']);
}
