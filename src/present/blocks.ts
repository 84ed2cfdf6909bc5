// An answer as a Slack message: one template per kind, cut to what Slack accepts.
import type { Answer, Entry } from '../answer/answer.ts';
import { type ActionKind, actionId } from './actions.ts';
import { clip, codePoints, limits } from './block-limits.ts';
import { basisBlocks, historyBlocks } from './blocks/basis.ts';
import { actions, type Block, button, context, type Element, rich } from './blocks/block.ts';
import { budgetBlocks } from './blocks/budget.ts';
import { withPrefix } from './blocks/command-prefix.ts';
import { helpBlocks } from './blocks/help.ts';
import { unrecordedTable } from './blocks/kpi-table.ts';
import { chooser, entryBlocks } from './blocks/list.ts';
import { townsBlocks } from './blocks/towns.ts';
import { phrases } from './phrases.ts';

export type { Block } from './blocks/block.ts';

export interface BlockOptions {
  /** Index of the first entry to show. */
  from?: number;
  /** Only sections and text: for workspaces that refuse data_table and data_visualization. */
  plain?: boolean;
  /** Stands before the names of commands in what is shown. */
  commandPrefix?: string;
  /** The day that was asked for, kept in the buttons. */
  asOf?: string;
  /** The thread's question before this one, kept in the buttons. */
  context?: string;
  /** Slack id of the person who shares the answer: the post says so and carries no private controls. */
  sharedBy?: string;
  /** False where everybody reads the answer already (threads, direct messages). */
  shareable?: boolean;
}

/** Entries of a page. */
export const pageSize = 10;

/** A message that Slack accepts, whatever the answer holds: at most 50 blocks and about 11,500 characters. */
export function toBlocks(answer: Answer, options: BlockOptions = {}): Block[] {
  let blocks: Block[] = [];
  for (const rows of [pageSize, 8, 6, 5, 4, 3, 2, 1]) {
    blocks = finish(message(answer, options, rows), options);
    if (fits(blocks)) return blocks;
  }
  // One entry alone is too heavy: tables and charts go first, then the end.
  if (!options.plain) return toBlocks(answer, { ...options, plain: true });
  const kept = [...blocks];
  while (!fits(kept) && kept.length > 1) kept.splice(Math.max(1, kept.length - 3), 1);
  return kept;
}

/** The `text` beside the blocks: what a notification shows and a screen reader reads. */
export function toNotice(answer: Answer, options: BlockOptions = {}): string {
  const names = entriesOf(answer)
    .slice(0, 3)
    .map((entry) => entry.record.name);
  const parts = [answer.lead, ...answer.notes, ...names];
  // Everything here is plain words; `& < >` are escaped because Slack parses `text` as mrkdwn.
  const text = withPrefix(clip(clean(parts.join('\n')), limits.notice / 2), options.commandPrefix ?? '');
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') || 'お答えします。';
}

/** The entries of an answer that can be paged. */
export function entriesOf(answer: Answer): readonly Entry[] {
  return 'entries' in answer ? answer.entries : [];
}

function message(answer: Answer, options: BlockOptions, rows: number): Block[] {
  const all = entriesOf(answer);
  const from = Math.min(Math.max(0, Math.trunc(options.from ?? 0)), Math.max(0, all.length - 1));
  const shown = all.slice(from, from + rows);
  return [
    ...sharer(options.sharedBy),
    rich([{ bold: clip(answer.lead, 600) }]),
    ...body(answer, from, rows, options.plain === true),
    ...context(...new Set([...answer.understood.assumed, ...answer.notes])),
    ...alternatives(answer),
    ...pageLine(all.length, from, shown.length),
    ...controls(answer, options, from, from + shown.length),
  ];
}

function body(answer: Answer, from: number, rows: number, plain: boolean): Block[] {
  const page = <T>(entries: readonly T[]) => entries.slice(from, from + rows);
  switch (answer.kind) {
    case 'list':
    case 'fact':
    case 'lagging':
    case 'silent':
      return entryBlocks(page<Entry>(answer.entries), answer.entries.length, {
        plain,
        detail: answer.kind === 'list',
      });
    case 'unrecorded':
      return plain || answer.entries.length <= 3
        ? entryBlocks(page(answer.entries), answer.entries.length, { plain })
        : [
            ...unrecordedTable('実績が登録されていないKPI', page(answer.entries)),
            ...chooser(page(answer.entries)),
            ...actions(button('record', '実績を入力', {}, 'primary')),
          ];
    case 'budget':
      return budgetBlocks(page(answer.entries), answer.entries.length, answer.years, answer.lead, plain);
    case 'towns':
      return townsBlocks(page(answer.entries), answer.entries.length, answer.towns, answer.lead, plain);
    case 'nothing-found':
      return answer.alternatives.length > 0
        ? []
        : [...context(phrases.tryOthers), ...actions(button('ask', '使い方を見る', { ask: 'ヘルプ' }))];
    case 'help':
      return helpBlocks(answer.sections);
    case 'basis':
      return basisBlocks(answer);
    case 'history':
      return historyBlocks(answer);
    default:
      return answer satisfies never;
  }
}

function sharer(user: string | undefined): Block[] {
  if (user === undefined) return [];
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: user },
            { type: 'text', text: ' さんが共有しました' },
          ],
        },
      ],
    },
  ];
}

/** Near terms and other readings; 「もしかして」 stands above them when nothing was found. */
function alternatives(answer: Answer): Block[] {
  const offered = answer.alternatives.slice(0, 8);
  if (offered.length === 0) return [];
  return [
    ...(answer.kind === 'nothing-found' ? [rich(['もしかして'])] : []),
    ...actions(...offered.map(({ label, ask }) => button('ask', label || ask, { ask }))),
  ];
}

function pageLine(total: number, from: number, shown: number): Block[] {
  if (total <= shown) return [];
  const rest = total - from - shown;
  return context(`${from + 1}〜${from + shown}件目／全${total}件${rest > 0 ? `　ほか${rest}件` : ''}`);
}

function controls(answer: Answer, options: BlockOptions, from: number, next: number): Block[] {
  const ask = clip(answer.understood.text, 300);
  const value = {
    ask,
    ...(options.asOf ? { asOf: options.asOf } : {}),
    ...(options.context ? { context: clip(options.context, 300) } : {}),
  };
  const rest = entriesOf(answer).length - next;
  const more =
    rest > 0 ? [button('more', `次の${Math.min(rest, pageSize)}件`, { ...value, from: next })] : [];
  if (options.sharedBy !== undefined || answer.kind === 'help') return actions(...more);
  const share =
    answer.kind === 'nothing-found' || options.shareable === false
      ? []
      : [button('share', 'チャンネルに共有', { ...value, ...(from > 0 ? { from } : {}) })];
  return [...actions(...more, ...share), ...feedback(ask, options.plain === true)];
}

function feedback(ask: string, plain: boolean): Block[] {
  const good = button('feedback', '役に立った', { ask, verdict: 'good' });
  const bad = button('feedback', '違う', { ask, verdict: 'bad' });
  if (plain) return actions(good, bad);
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: { text: good.text, value: good.value },
          negative_button: { text: bad.text, value: bad.value },
        },
      ],
    },
  ];
}

/** Numbers the action ids, so that each is unique, and cleans every text. */
function finish(blocks: Block[], options: BlockOptions): Block[] {
  let n = 0;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (key === 'action_id') return actionId(value as ActionKind, ++n);
      if (key === 'value') return clean(value);
      return key === 'text' ? withPrefix(clean(value), options.commandPrefix ?? '') || ' ' : clean(value);
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as Element).map(([name, item]) => [name, walk(item, name)]),
    );
  };
  return blocks.slice(0, limits.blocks).map((block) => walk(block, '') as Block);
}

/** Without what JSON or Slack cannot carry: control characters except line breaks, and halves of emoji. */
function clean(text: string): string {
  return text
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

function fits(blocks: Block[]): boolean {
  return codePoints(JSON.stringify(blocks)) <= limits.messageJson;
}
