// What a person reads after recording or taking back.
import type { KpiEntry } from '../../answer/answer.ts';
import type { RecordedEntry } from '../../ports/store.ts';
import { actionId } from '../../present/actions.ts';
import { clip } from '../../present/block-limits.ts';
import { type Block, button, context, type Element, rich } from '../../present/blocks/block.ts';
import { statusWord, year } from '../../present/blocks/figures.ts';
import { escaped } from '../../present/escape.ts';
import { mention } from '../../present/modal-view.ts';
import type { Status } from '../../status/verdict.ts';
import { moment } from '../../wording/dates.ts';
import type { Message } from '../reply.ts';
import { change } from './modal-preview.ts';
import type { Undone } from './save.ts';

/** 「登録しました」 with the status before and after, and 「取り消す」. */
export function recordedMessage(entry: RecordedEntry, kpi: KpiEntry, before: Status): Message {
  const what = `${year(entry.fy)}の実績 ${entry.typed}`;
  const done = entry.kind === 'corrected' ? '訂正しました' : '登録しました';
  return message(`${kpi.record.name}：${what}を${done}。`, [
    rich(
      [{ bold: done }],
      [kpi.record.name],
      [`${what}　判定 ${change(before, kpi.state.status)}`],
      [kpi.state.reason],
    ),
    ...context(
      entry.comment && `コメント ${entry.comment}`,
      entry.link && `リンク ${entry.link}`,
      'この表示はあなただけに見えています。登録した実績は、全員への答えに反映されます。',
    ),
    buttons(undoButton(entry), ...leadOn(kpi)),
  ]);
}

/** What became of 「取り消す」. */
export function undoneMessage(undone: Undone, kpi: KpiEntry, fy: number): Message {
  const name = kpi.record.name;
  switch (undone.kind) {
    case 'saved': {
      const { kind, typed } = undone.entry;
      const said =
        kind === 'withdrawn'
          ? `${year(fy)}の実績 ${typed} の登録を取り消しました。`
          : `${year(fy)}の実績を、前の値 ${typed} に戻しました。`;
      return message(`${name}：${said}`, [
        rich([{ bold: '取り消しました' }], [name], [`${said}　判定 ${statusWord(kpi.state.status)}`]),
        buttons(...leadOn(kpi)),
      ]);
    }
    case 'conflict':
      return message(`${name}：取り消していません。`, [
        rich([{ bold: '取り消していません' }], [name]),
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: `そのあとに ${year(fy)} ${undone.latest.typed}（` },
                mention(undone.latest.recordedBy),
                { type: 'text', text: `さん・${moment(undone.latest.recordedAt)}）が登録されています。` },
              ],
            },
          ],
        },
        buttons(...leadOn(kpi)),
      ]);
    case 'already':
    case 'gone':
      return message(`${name}：すでに取り消されています。`, [
        rich([{ bold: 'すでに取り消されています' }], [name]),
        buttons(...leadOn(kpi)),
      ]);
    case 'down':
      return message(storeDown, [rich([storeDown])]);
    default:
      return undone satisfies never;
  }
}

/** Recording is off while the store is down; questions go on. */
export const storeDown =
  '記録の保存先につながらないため、いまは実績を登録できません。質問への回答は続けられます。少し待ってからもう一度お試しください。';

/** A message of words alone, for a modal that was closed in between. */
export function plainMessage(text: string): Message {
  return message(text, [rich([text])]);
}

function leadOn(kpi: KpiEntry): Element[] {
  return [
    button('ask', '詳細', { ask: `/kpi ${kpi.id}` }),
    button('ask', '履歴', { ask: `/kpi 履歴 ${kpi.id}` }),
  ];
}

function undoButton(entry: RecordedEntry): Element {
  return button('undo', '取り消す', { seq: entry.seq, kpi: entry.kpi, fy: entry.fy });
}

/** A row of buttons with ids of their own. */
function buttons(...elements: Element[]): Block {
  return {
    type: 'actions',
    elements: elements.map((element, n) => ({
      ...element,
      action_id: actionId(element.action_id as 'ask' | 'undo', n + 1),
    })),
  };
}

function message(text: string, blocks: Block[]): Message {
  return { text: escaped(clip(text, 450)), blocks, plain: () => blocks };
}
