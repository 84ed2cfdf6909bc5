// What the people in charge read in a direct message: their due results with an input button each, or a department's month.
import type { KpiEntry } from '../../answer/answer.ts';
import type { DueResult } from '../../digest/due-results.ts';
import { dateText, longDate } from '../../wording/dates.ts';
import { clip } from '../block-limits.ts';
import { actions, type Block, button, context, rich } from '../blocks/block.ts';
import { era } from '../blocks/figures.ts';
import { shortName } from './lines.ts';
import { type DigestMessage, numbered } from './message.ts';

/** Results with a button of their own; the rest is counted. */
const shown = 10;

/** One message with all of a person's due results. */
export function reminderMessage(day: string, due: readonly DueResult[], prefix = ''): DigestMessage {
  const title = `${dateText(day)} 実績の登録のお願い ${due.length}件`;
  const lines = due.slice(0, shown).map((one) => ({ one, words: dueText(one, day) }));
  const rest = due.length - lines.length;
  const blocks: Block[] = [
    rich([{ bold: title }], ['担当のKPIの実績がまだ登録されていません。']),
    ...lines.flatMap(({ one, words }) => [
      rich([{ bold: one.entry.record.name }], [words]),
      ...actions(
        button('record', '実績を入力', { kpi: one.entry.id, fy: one.fy }),
        button('ask', '詳細', { ask: `/kpi ${one.entry.id}` }),
      ),
    ]),
    ...context(
      rest > 0 ? `ほか${rest}件` : null,
      '実績の登録期限はHakaruの設定です。担当の変更は「/kpi 担当」',
    ),
    ...actions(
      button('remind', '3日後にもう一度', { do: 'again', days: 3 }),
      button('remind', '1週間後にもう一度', { do: 'again', days: 7 }),
      button('remind', 'このお願いを止める', { do: 'stop' }),
    ),
  ];
  const text = [title, ...lines.map(({ one, words }) => `・${shortName(one.entry.record.name)}　${words}`)];
  return numbered(clip(text.join('\n'), 2800), blocks, prefix);
}

/** `R6の実績　登録期限 2025/9/30（あと14日）` */
function dueText({ entry, fy, due, stage }: DueResult, day: string): string {
  const left = Math.round((Date.parse(due) - Date.parse(day)) / 86_400_000);
  const when = stage === 'after' || left < 0 ? '過ぎています' : left === 0 ? '今日まで' : `あと${left}日`;
  return `${era(fy)}の実績　登録期限 ${longDate(due)}（${when}）　${entry.plan.shortName}`;
}

/** What a department's month looks like for its chief. */
export interface MonthSummary {
  department: string;
  counts: { label: string; count: number }[];
  missing: { entry: KpiEntry; people: readonly string[] }[];
}

/** One message a month with the departments a person follows. */
export function monthMessage(day: string, summaries: readonly MonthSummary[], prefix = ''): DigestMessage {
  const title = `${Number(day.slice(5, 7))}月の集計`;
  const text = summaries.map(
    ({ department, counts, missing }) =>
      `${department}　${countsText(counts)}　実績未登録 ${missing.length}件`,
  );
  const blocks = summaries.slice(0, 8).flatMap(({ department, counts, missing }) => [
    rich([{ bold: department }, `　${countsText(counts)}`], [`実績未登録 ${missing.length}件`]),
    ...missing.slice(0, 5).map(({ entry, people }) => ({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: `・${shortName(entry.record.name)}　担当 ` },
            ...(people.length === 0 ? [{ type: 'text', text: '未設定' }] : []),
            ...people.slice(0, 3).map((user) => ({ type: 'user', user_id: user })),
          ],
        },
      ],
    })),
    ...(missing.length > 5
      ? actions(button('ask', `ほか${missing.length - 5}件を見る`, { ask: `/kpi 実績未登録 ${department}` }))
      : []),
  ]);
  return numbered(
    clip([title, ...text].join('\n'), 2800),
    [
      rich([{ bold: title }]),
      ...blocks.slice(0, 46),
      ...context('毎月最初の開庁日にお送りします。担当の変更は「/kpi 担当」'),
      ...actions(button('remind', 'この集計を止める', { do: 'stop' })),
    ],
    prefix,
  );
}

function countsText(counts: MonthSummary['counts']): string {
  return counts.map(({ label, count }) => `${label} ${count}`).join('・');
}
