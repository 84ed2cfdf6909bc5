// What can be asked, in one screen: a line of examples for each kind, where to ask, which plans there are and as of when.
import type { HelpAnswer } from '../../answer/answer.ts';
import { longDate } from '../../wording/dates.ts';
import { yearText } from '../../wording/years.ts';
import { actions, askSelect, type Block, button, context, type Run, rich } from './block.ts';

/** The whole help: lines, one row of buttons, what it rests on. */
export function helpBlocks(answer: HelpAnswer): Block[] {
  const examples = answer.sections.flatMap((section) => section.examples);
  const lines = answer.sections.map(({ title, examples: own }): Run[] => [
    { bold: `${title}　` },
    own.map(({ ask }) => ask).join('　'),
  ]);
  return [
    rich(...lines, ...(answer.sections.length > 0 ? onlyHere(wordIn(answer)) : [])),
    ...actions(
      ...answer.sections
        .flatMap(({ examples: own }, i) => own.slice(0, i === 0 ? 2 : 1))
        .map(({ ask }) => button('ask', ask, { ask })),
      ...askSelect(
        'ほかの例をためす',
        examples.map(({ ask, what }) => ({ label: `${ask}　${what}`, ask })),
      ),
      button('record', '実績を入力', {}),
    ),
    ...context(...plansHeld(answer)),
  ];
}

/** What Slack alone can do: the form needs its window, the digest its channel. */
function onlyHere(word: string | null): Run[][] {
  if (word === null)
    return [
      [
        { bold: '話しかける　' },
        'チャンネルでは「@Hakaru」に続けて、ダイレクトメッセージではそのまま質問できます。',
      ],
    ];
  return [
    [
      { bold: '実績の登録と朝のお知らせ　' },
      `/kpi 実績 ${word}　/kpi 通知　/kpi 通知 ${word} 9:30　/kpi 通知 一覧`,
    ],
    [
      { bold: '担当・範囲・ファイル　' },
      `/kpi 担当 ${word}　/kpi 設定 ${word}　「${word}のKPIをExcelでください」`,
    ],
    [
      { bold: '話しかける　' },
      `チャンネルで「@Hakaru ${word}のKPIは？」、ダイレクトメッセージでもお答えします。スレッドでは「R3は？」のように続けられます。`,
    ],
  ];
}

/** The first KPI example's words; none where no plan holds KPIs. */
function wordIn({ sections }: HelpAnswer): string | null {
  const asked = sections.flatMap(({ examples }) => examples.map(({ ask }) => ask));
  return asked.find((ask) => ask.startsWith('/kpi '))?.slice('/kpi '.length) ?? null;
}

/** Nothing of plans and days where none is held. */
export function plansHeld(answer: Pick<HelpAnswer, 'plans' | 'asOf'>): string[] {
  if (answer.plans.length === 0) return [];
  return [`収録している計画：${plansText(answer)}`, `判定は${longDate(answer.asOf)}時点です。`];
}

/** `北九州市 R5行政評価（令和3～5年度）、久留米市 久留米総合戦略（令和2～6年度）` */
function plansText({ plans }: Pick<HelpAnswer, 'plans'>): string {
  const shown = plans.slice(0, 12).map(({ municipality, shortName, period }) => {
    const years = yearText({ fy: period.to, periodStart: period.from });
    return `${municipality} ${shortName}（${years}）`;
  });
  return `${shown.join('、')}${plans.length > 12 ? `ほか${plans.length - 12}件` : ''}`;
}
