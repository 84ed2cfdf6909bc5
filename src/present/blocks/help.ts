// Examples of what can be asked, each a button.
import type { HelpAnswer } from '../../answer/answer.ts';
import { actions, type Block, button, rich } from './block.ts';

export function helpBlocks(sections: HelpAnswer['sections']): Block[] {
  return sections
    .slice(0, 10)
    .flatMap((section) => [
      rich(
        [{ bold: section.title }],
        ...section.examples.slice(0, 10).map(({ ask, what }) => [`${ask}　${what}`]),
      ),
      ...actions(...section.examples.slice(0, 10).map(({ ask }) => button('ask', ask, { ask }))),
    ]);
}
