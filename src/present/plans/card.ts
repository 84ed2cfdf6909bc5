// The card of a file that was sent: what was found, what is asked, ten rows, sums, and the two buttons.

import type { Proposal } from '../../plans/mapping/propose.ts';
import type { Question } from '../../plans/mapping/question.ts';
import { sayProposal, sayProposed } from '../../plans/mapping/say-proposal.ts';
import { actionId, type BringValue, encodeValue } from '../actions.ts';
import { clip, limits } from '../block-limits.ts';
import { actions, type Block, context, type Element, plainText, rich } from '../blocks/block.ts';
import { input } from '../modal-view.ts';

/** A message in its rich form and as text. */
export interface CardMessage {
  text: string;
  blocks: Block[];
}

/** Block of the n-th question: its answer is found there again. */
export const questionBlock = (place: number) => `bring-question-${place}`;
const mostQuestions = 20;

/** The card; `trouble` says why a click did not take the file yet. */
export function planCard(
  proposal: Proposal,
  file: string,
  value: Extract<BringValue, { do: 'take' | 'stop' }>,
  trouble: string | null = null,
): CardMessage {
  const [found = '', ...rest] = sayProposal(proposal, file).split('\n');
  const parts = rest.join('\n').split('\n\n');
  const columns = parts.filter((part) => part.trim().startsWith('■') && part.includes('の列'));
  const shown = parts.filter((part) => !columns.includes(part) && part.trim() !== '');
  const { questions } = proposal;
  const refused = proposal.plan.problems.length > 0;
  return {
    text: found,
    blocks: [
      rich([{ bold: found }]),
      ...shown.map((part) => rich([clip(part.trim(), 2500)])),
      ...questions.slice(0, mostQuestions).map(questionInput),
      ...(trouble === null ? [] : [rich([{ bold: trouble }])]),
      ...actions(
        buttonOf('取り込む', { ...value, do: 'take' }, 1, 'primary'),
        buttonOf('やめる', { ...value, do: 'stop' }, 2),
      ),
      ...context(
        questions.length > 0
          ? `確認が必要なことが${questions.length}件あります。選んでから「取り込む」を押してください。`
          : null,
        refused ? '読み取れないセルは、直したファイルを送り直すと取り込めます。' : null,
      ),
    ],
  };
}

function questionInput({ text, options, proposed }: Question, place: number): Block {
  const choices = optionsOf(options, proposed);
  const likely = choices.find(({ value }) => value === proposed);
  const element: Element =
    choices.length > 0
      ? {
          type: 'static_select',
          action_id: actionId('bring', `answer-${place}`),
          options: choices.slice(0, limits.options).map(optionOf),
          ...(likely ? { initial_option: optionOf(likely) } : {}),
        }
      : {
          type: 'plain_text_input',
          action_id: actionId('bring', `answer-${place}`),
          ...(proposed === null ? {} : { initial_value: sayProposed(proposed).slice(0, 3000) }),
        };
  return input({ id: questionBlock(place), optional: true, label: clip(text, 2000), element });
}

/** Directions are confirmed in bulk: as proposed, or none said. */
function optionsOf(options: Question['options'], proposed: Question['proposed']) {
  if (options) return options;
  if (typeof proposed === 'object' && proposed !== null && !Array.isArray(proposed))
    return [
      { value: '提案どおり', label: '提案どおりにする' },
      { value: '不明', label: 'どれも決めないでおく' },
    ];
  return [];
}

const optionOf = ({ value, label }: { value: string; label: string }) => ({
  text: plainText(clip(label, limits.optionText)),
  value,
});

export function buttonOf(label: string, value: BringValue, n: number, style?: 'primary'): Element {
  return {
    type: 'button',
    action_id: actionId('bring', n),
    text: plainText(label),
    value: encodeValue(value),
    ...(style ? { style } : {}),
  };
}

/** After it was taken: what to try, and how to take it back. */
export function takenCard(
  taken: { title: string; plan: string; version: number },
  lines: readonly string[],
  tries: readonly string[],
  sharing: readonly Block[] = [],
): CardMessage {
  const text = `「${taken.title}」を第${taken.version}版として取り込みました。数秒後から質問に使われます。`;
  return {
    text,
    blocks: [
      rich([text]),
      ...lines.map((line) => rich([clip(line, 2500)])),
      ...sharing,
      ...actions(
        ...tries.map((ask, place) => ({
          type: 'button',
          action_id: actionId('ask', place + 1),
          text: plainText(clip(ask, limits.buttonText)),
          value: encodeValue({ ask }),
        })),
        buttonOf('取り消す', { do: 'undo', plan: taken.plan, version: taken.version }, 9),
      ),
    ],
  };
}
