// What stands below an answer: near terms, the page, the next entries, sharing and feedback.
import type { Answer } from '../../answer/answer.ts';
import type { AskValue } from '../action-values.ts';
import { clip } from '../block-limits.ts';
import { actions, type Block, button, context, rich } from './block.ts';
import { type BlockOptions, entriesOf, type HowShown } from './page.ts';

/** Near terms and other readings; 「もしかして」 stands above them when nothing was found. */
export function alternatives(answer: Answer): Block[] {
  const offered = answer.alternatives.slice(0, 8);
  if (offered.length === 0) return [];
  return [
    ...(answer.kind === 'nothing-found' ? [rich(['もしかして'])] : []),
    ...actions(...offered.map(({ label, ask }) => button('ask', label || ask, { ask }))),
  ];
}

/** A stretch of entries: where it begins, how many it shows, how many a page takes. */
export interface Stretch {
  total: number;
  from: number;
  shown: number;
  rows: number;
}

/** Which entries are shown, of how many, on which page; nothing when all are. */
export function pageLine({ total, from, shown, rows }: Stretch): Block[] {
  if (total <= shown) return [];
  const rest = total - from - shown;
  const page = Math.ceil(from / rows) + 1;
  const pages = page + Math.ceil(Math.max(0, rest) / rows);
  return context(
    `${page}／${pages}ページ　${from + 1}〜${from + shown}件目／全${total}件${rest > 0 ? `　ほか${rest}件` : ''}`,
  );
}

/** The entries before and after, sharing and feedback, as far as the answer and its place allow. */
export function controls(
  answer: Answer,
  options: BlockOptions,
  { from, next, rows }: { from: number; next: number; rows: number },
): Block[] {
  const ask = clip(answer.understood.text, 300);
  const value = {
    ask,
    ...(options.asOf ? { asOf: options.asOf } : {}),
    ...(options.context ? { context: clip(options.context, 300) } : {}),
    ...(options.thread ? { thread: options.thread } : {}),
  };
  const rest = entriesOf(answer).length - next;
  const back = Math.min(from, rows);
  const more = [
    ...(back > 0 ? [button('more', `前の${back}件`, { ...value, from: from - back })] : []),
    ...(rest > 0 ? [button('more', `次の${Math.min(rest, rows)}件`, { ...value, from: next })] : []),
  ];
  if (options.sharedBy !== undefined || answer.kind === 'help') return actions(...more);
  const share =
    answer.kind === 'nothing-found' || options.shareable === false
      ? []
      : [button('share', 'チャンネルに共有', { ...value, ...(from > 0 ? { from } : {}) })];
  const excel = entriesOf(answer).length > 0 ? [button('excel', 'Excelで', value)] : [];
  return [...actions(...more, ...excel, ...share), ...feedback(value, options)];
}

function feedback(value: AskValue, { plain }: HowShown): Block[] {
  const good = button('feedback', '役に立った', { ...value, verdict: 'good' });
  const bad = button('feedback', '違う', { ...value, verdict: 'bad' });
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
