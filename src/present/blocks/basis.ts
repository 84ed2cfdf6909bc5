// 「根拠は？」 and 「履歴」: how a status came about, and who recorded what.
import type { BasisAnswer, HistoryAnswer } from '../../answer/answer.ts';
import type { Verdict } from '../../status/verdict.ts';
import { longDate, longMoment } from '../../wording/dates.ts';
import { flagsText } from '../flag-words.ts';
import { mention } from '../modal-view.ts';
import { kpiButtons } from './asks.ts';
import { actions, type Block, context, type Element, type Run, rich } from './block.ts';
import { era, percent, sourceText, statusWord, valueText, year } from './figures.ts';

/** Each judgement with its figures, its calculation and its sources. */
export function basisBlocks(answer: BasisAnswer): Block[] {
  return [
    ...answer.verdicts.slice(0, 4).flatMap(({ label, verdict }) => verdictBlocks(label, verdict)),
    ...actions(...kpiButtons(answer.entry).filter((button) => textOf(button) !== '根拠')),
  ];
}

function textOf(button: Element): unknown {
  return (button.text as { text?: unknown } | undefined)?.text;
}

function verdictBlocks(label: string, verdict: Verdict): Block[] {
  const { inputs } = verdict;
  const at = (fy: number | null) => (fy === null ? '' : `（${era(fy)}）`);
  const line = (name: string, text: string | null | undefined): Run[][] =>
    text ? [[{ bold: `${name}　` }, text]] : [];
  return [
    rich(
      [{ bold: `${label}　${statusWord(verdict.status)}` }],
      [verdict.reason],
      ...line('基準', inputs.baseline ? valueText(inputs.baseline.text) + at(inputs.baseline.fy) : null),
      ...line('目標', inputs.target ? valueText(inputs.target.text) + at(inputs.target.fy) : null),
      ...line('実績', inputs.actual ? valueText(inputs.actual.text) + at(inputs.actual.fy) : null),
      ...line('計算', inputs.formula),
      ...line('率', inputs.rate === null ? null : percent(inputs.rate)),
      ...line('実績の登録期限（Hakaruの設定）', inputs.due === null ? null : longDate(inputs.due)),
      ...line('注記', flagsText(verdict.flags)),
    ),
    ...context(
      `判定基準 ${inputs.bands.join('/')}・市の公式基準ではありません`,
      inputs.sources.length > 0 ? `出典 ${sourceText(inputs.sources)}` : null,
    ),
  ];
}

const kinds = { recorded: '登録', corrected: '訂正', withdrawn: '取り消し' } as const;

/** The log of one KPI, the newest first. */
export function historyBlocks(answer: HistoryAnswer): Block[] {
  // The newest first: people look for what happened last.
  const shown = answer.log.slice(-20).reverse();
  const rest = answer.log.length - shown.length;
  return [
    rich([{ bold: answer.entry.record.name }]),
    ...shown.map((entry) => ({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            {
              type: 'text',
              text: `${longMoment(entry.recordedAt)}　${kinds[entry.kind]}　${year(entry.fy)} ${entry.typed}　`,
            },
            // A mention in a private answer notifies nobody.
            mention(entry.recordedBy),
            ...(entry.comment === '' ? [] : [{ type: 'text', text: `　${entry.comment}` }]),
            ...(entry.link === '' ? [] : [{ type: 'text', text: `　${entry.link}` }]),
          ],
        },
      ],
    })),
    ...context(rest > 0 ? `ほか${rest}件` : null),
    ...actions(...kpiButtons(answer.entry)),
  ];
}
