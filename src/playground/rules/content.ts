// Slack's rules for a whole message: its blocks, and that it says something.
import { type Obj, objs, str } from '../json.ts';
import { blockProblems } from './blocks.ts';
import { refuseAt, SlackRefusal } from './refusal.ts';

/** @throws SlackRefusal invalid_blocks, no_text */
export function checkContent(args: Obj): void {
  refuseAt('invalid_blocks', args.blocks === undefined ? [] : blockProblems(args.blocks));
  if (str(args.text) === '' && objs(args.blocks).length === 0)
    throw new SlackRefusal('no_text', ['text も blocks もありません']);
}
