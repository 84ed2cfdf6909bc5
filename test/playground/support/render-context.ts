// A context for drawing blocks in tests.
import type { RenderContext } from '../../../src/playground/html/text.ts';

export function context(more: Partial<RenderContext> = {}): RenderContext {
  const people = [{ id: 'U0SATO', name: '佐藤 美咲' }];
  const channels = [{ id: 'C0KIKAKU', name: '企画課' }];
  return {
    nameOf: (id) => [...people, ...channels].find((known) => known.id === id)?.name,
    channels,
    currentChannel: 'C0KIKAKU',
    people,
    state: {},
    idPrefix: 't',
    ...more,
  };
}
