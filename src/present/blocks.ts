// An answer as a Slack message: one template per kind, cut to what Slack accepts.
import type { Answer, Entry } from '../answer/answer.ts';
import { type ActionKind, actionId } from './actions.ts';
import { clip, codePoints, limits } from './block-limits.ts';
import { basisBlocks, historyBlocks } from './blocks/basis.ts';
import { actions, type Block, button, context, rich } from './blocks/block.ts';
import { budgetBlocks } from './blocks/budget.ts';
import { withPrefix } from './blocks/command-prefix.ts';
import { alternatives, controls, pageLine } from './blocks/controls.ts';
import { helpBlocks } from './blocks/help.ts';
import { unrecordedTable } from './blocks/kpi-table.ts';
import { leadBlocks, leadLines } from './blocks/lead.ts';
import { chooser, entryBlocks, oneAndRelated } from './blocks/list.ts';
import { mapTexts } from './blocks/map-texts.ts';
import { type BlockOptions, entriesOf, type HowShown, pageSize } from './blocks/page.ts';
import { townsBlocks } from './blocks/towns.ts';
import { asBudget } from './budget-totals.ts';
import { escaped } from './escape.ts';
import { phrases } from './phrases.ts';
import { inShownOrder, standingsOfAnswer } from './standings.ts';

export type { Block } from './blocks/block.ts';
export type { BlockOptions } from './blocks/page.ts';

/** A message that Slack accepts, whatever the answer holds: at most 50 blocks and about 11,500 characters. */
export function toBlocks(given: Answer, options: BlockOptions = {}): Block[] {
  const answer = inShownOrder(given);
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
export function toNotice(given: Answer, options: BlockOptions = {}): string {
  const answer = inShownOrder(given);
  const names = entriesOf(answer)
    .slice(0, 3)
    .map((entry) => entry.record.name);
  const counts = standingsOfAnswer(answer);
  const parts = [answer.lead, ...(counts === '' ? [] : [`判定　${counts}`]), ...answer.notes, ...names];
  // Everything here is plain words; `& < >` are escaped because Slack parses `text` as mrkdwn.
  const text = withPrefix(clip(clean(parts.join('\n')), limits.notice / 2), options.commandPrefix ?? '');
  return escaped(text) || 'お答えします。';
}

function message(answer: Answer, options: BlockOptions, rows: number): Block[] {
  const all = entriesOf(answer);
  const from = Math.min(Math.max(0, Math.trunc(options.from ?? 0)), Math.max(0, all.length - 1));
  const shown = all.slice(from, from + rows);
  return [
    ...sharer(options.sharedBy),
    ...leadBlocks(answer),
    ...standings(answer),
    ...quotes(answer),
    ...body(answer, { from, rows }, options),
    ...context(...new Set([...answer.understood.assumed, ...answer.notes])),
    ...alternatives(answer),
    ...pageLine({ total: all.length, from, shown: shown.length, rows }),
    ...controls(answer, options, { from, next: from + shown.length, rows }),
  ];
}

/** How many KPIs stand where, above their list. */
function standings(answer: Answer): Block[] {
  const text = standingsOfAnswer(answer);
  return text === '' ? [] : [rich([{ bold: '判定　' }, text])];
}

/** What the document says in words, with its place; the lead may be cut, the quote is whole. */
function quotes(answer: Answer): Block[] {
  const lead = leadLines(answer.lead).join('\n');
  const told = (answer.quotes ?? []).filter(({ text }) => !lead.includes(text.replace(/。$/, '')));
  return told.length === 0
    ? []
    : [rich(...told.map(({ text, place, plan }) => [`「${text}」（${plan} ${place}）`]))];
}

function body(
  answer: Answer,
  { from, rows }: { from: number; rows: number },
  { plain = false }: HowShown,
): Block[] {
  const page = <T>(entries: readonly T[]) => entries.slice(from, from + rows);
  switch (answer.kind) {
    case 'list': {
      const money = asBudget(answer);
      if (money) return budgetBlocks({ entries: page(money.entries), answer: money, plain });
      const [first, ...others] = page<Entry>(answer.entries);
      const own = answer.main ?? answer.entries.length;
      return first && own === 1 && from === 0
        ? oneAndRelated(first, others, { plain })
        : entryBlocks(page<Entry>(answer.entries), answer.entries.length, { plain });
    }
    case 'fact':
    case 'lagging':
    case 'silent':
      return entryBlocks(page<Entry>(answer.entries), answer.entries.length, { plain });
    case 'unrecorded':
      return plain || answer.entries.length <= 3
        ? entryBlocks(page(answer.entries), answer.entries.length, { plain })
        : [
            ...unrecordedTable('実績が登録されていないKPI', page(answer.entries)),
            ...chooser(page(answer.entries)),
            ...actions(button('record', '実績を入力', {}, 'primary')),
          ];
    case 'budget':
      return budgetBlocks({ entries: page(answer.entries), answer, plain });
    case 'towns':
      return townsBlocks(page(answer.entries), answer.entries.length, answer, { plain });
    case 'nothing-found':
      return answer.alternatives.length > 0
        ? []
        : [...context(phrases.tryOthers), ...actions(button('ask', '使い方を見る', { ask: 'ヘルプ' }))];
    case 'help':
      return helpBlocks(answer);
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

/** Numbers the action ids, so that each is unique, and cleans every text. */
function finish(blocks: Block[], options: BlockOptions): Block[] {
  let n = 0;
  return mapTexts(blocks.slice(0, limits.blocks), (value, field) => {
    if (field === 'action_id') return actionId(value as ActionKind, ++n);
    const cleaned = clean(value);
    return field === 'text' ? withPrefix(cleaned, options.commandPrefix ?? '') || ' ' : cleaned;
  });
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
