// Examples of what can be asked, each a button.
import type { HelpAnswer } from '../../answer/answer.ts';
import { actions, type Block, button, rich } from './block.ts';

/** The sections of the help, each with its examples. */
export function helpBlocks(sections: HelpAnswer['sections']): Block[] {
  return [...sections.slice(0, 10).flatMap(sectionBlocks), ...onlyHere];
}

/** What Slack alone can do: the form needs its window, the digest its channel. */
const onlyHere: Block[] = [
  rich(
    [{ bold: '実績の登録と朝のお知らせ' }],
    ['/kpi 実績 移住　実績を登録する'],
    ['/kpi 通知　変化のあったKPIを、朝このチャンネルにお知らせ'],
    ['/kpi 通知 移住 9:30　言葉と時刻を決めてお知らせ'],
  ),
  ...actions(button('record', '実績を入力', {})),
];

function sectionBlocks(section: HelpAnswer['sections'][number]): Block[] {
  const examples = section.examples.slice(0, 10);
  return [
    rich([{ bold: section.title }], ...examples.map(({ ask, what }) => [`${ask}　${what}`])),
    ...actions(...examples.map(({ ask }) => button('ask', ask, { ask }))),
  ];
}
