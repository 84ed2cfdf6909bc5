// The last touch to blocks: every string inside them, with the name of the field it stands in.
import type { Block } from './block.ts';

/** The blocks with each string as `change` returns it; `field` is '' for the strings of a list. */
export function mapTexts(blocks: readonly Block[], change: (text: string, field: string) => string): Block[] {
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return change(value, field);
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
  };
  return blocks.map((block) => walk(block, '') as Block);
}
