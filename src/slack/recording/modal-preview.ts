// The part of the recording modal that follows the typing: what stands already, how the value is read, the status before and after.
import { type Block, context, type Element, rich } from '../../present/blocks/block.ts';
import { statusWord, year } from '../../present/blocks/figures.ts';
import { mention } from '../../present/modal-view.ts';
import type { Status } from '../../status/verdict.ts';
import { moment } from '../../wording/dates.ts';
import type { RecordScreen } from './modal-data.ts';

export function previewBlocks(screen: RecordScreen): Block[] {
  return [...standingBlocks(screen), ...readingBlocks(screen)];
}

function standingBlocks({ standing, conflict, meta: { fy } }: RecordScreen): Block[] {
  if (!standing || standing.kind === 'withdrawn') {
    return conflict && standing ? [line(['入力中に、この年度の実績が取り消されました。'])] : [];
  }
  return [
    line([
      conflict ? '⚠️ 入力中に、ほかの方がこの年度の実績を登録しました：' : '登録済みの実績があります：',
      `${fy === undefined ? '' : `${year(fy)} `}${standing.typed}（`,
      mention(standing.recordedBy),
      `さん・${moment(standing.recordedAt)}）。`,
      conflict ? '確認のうえ、上書きする場合はもう一度登録してください。' : '登録すると上書きします。',
    ]),
  ];
}

function readingBlocks({ preview, confirm }: RecordScreen): Block[] {
  // What is wrong with a value stands at its field alone.
  if (!preview?.parsed.ok) return context('入力すると、登録後の判定がここに表示されます。');
  const { now } = preview;
  const own = preview.year.after.inputs.fy;
  const elsewhere = now.after.inputs.fy !== own;
  return [
    rich(
      ...(preview.reading ? [[`${preview.reading} として登録します。`]] : []),
      [
        { bold: elsewhere && own !== null ? `${year(own)}の判定　` : '判定　' },
        change(preview.year.before.status, preview.year.after.status),
      ],
      [preview.year.after.reason],
      ...(elsewhere ? [[{ bold: '現在の判定　' }, change(now.before.status, now.after.status)]] : []),
      ...(preview.hint ? [[{ bold: `⚠️ ${preview.hint}` }]] : []),
      ...(preview.hint && confirm ? [['よろしければ、もう一度「このまま登録」を押してください。']] : []),
    ),
    ...context(
      [...preview.year.after.flags].join('、') || null,
      `判定基準 ${preview.year.after.inputs.bands.join('/')}・市の公式基準ではありません`,
    ),
  ];
}

/** `🔴 遅れ → 🟢 順調`; `🟢 順調（変わりません）`. */
export function change(before: Status, after: Status): string {
  return before === after
    ? `${statusWord(after)}（変わりません）`
    : `${statusWord(before)} → ${statusWord(after)}`;
}

function line(parts: (string | Element)[]): Block {
  const elements = parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
