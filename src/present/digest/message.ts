// A message about digests as Slack takes it: action ids numbered, commands with their prefix, the text escaped.
import { type ActionKind, actionId } from '../actions.ts';
import type { Block } from '../blocks/block.ts';
import { withPrefix } from '../blocks/command-prefix.ts';
import { mapTexts } from '../blocks/map-texts.ts';
import { escaped } from '../escape.ts';

/** A message for Slack. */
export interface DigestMessage {
  text: string;
  blocks: Block[];
}

/** Numbers the action ids, puts the prefix before commands and escapes the text. */
export function numbered(text: string, blocks: Block[], prefix: string): DigestMessage {
  let n = 0;
  const numberedBlocks = mapTexts(blocks, (value, field) => {
    if (field === 'action_id') return actionId(value as ActionKind, ++n);
    return field === 'text' ? withPrefix(value, prefix) : value;
  });
  const shown = escaped(withPrefix(text, prefix));
  return { text: shown, blocks: numberedBlocks };
}
