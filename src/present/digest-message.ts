// A message about digests as Slack takes it: action ids numbered, commands with their prefix, the text escaped.
import { type ActionKind, actionId } from './actions.ts';
import type { Block, Element } from './blocks/block.ts';
import { withPrefix } from './blocks/command-prefix.ts';

/** A message for Slack. */
export interface DigestMessage {
  text: string;
  blocks: Block[];
}

/** Numbers the action ids, puts the prefix before commands and escapes the text. */
export function numbered(text: string, blocks: Block[], prefix: string): DigestMessage {
  let n = 0;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (key === 'action_id') return actionId(value as ActionKind, ++n);
      return key === 'text' ? withPrefix(value, prefix) : value;
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as Element).map(([name, item]) => [name, walk(item, name)]),
    );
  };
  const shown = withPrefix(text, prefix).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return { text: shown, blocks: blocks.map((block) => walk(block, '') as Block) };
}
