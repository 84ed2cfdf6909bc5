// A KPI in a message: the card (status word first, a line of numbers, source small below), its detail and its table rows.
import type { KpiEntry } from '../../answer/answer.ts';
import { kpiChart } from '../charts/kpi-chart.ts';
import { flagsText } from '../flag-words.ts';
import { kpiButtons } from './asks.ts';
import { actions, type Block, button, cell, context, dataTable, numberCell, rich } from './block.ts';
import {
  figuresLine,
  kpiFigures,
  percent,
  publishedText,
  sourceText,
  stateText,
  valueText,
  year,
} from './figures.ts';
import type { HowShown } from './page.ts';

/** 「移住・定住パッケージ」 or the names of its projects. */
function belongsTo(entry: KpiEntry): string {
  const [first, ...rest] = entry.projects;
  if (!first) return entry.policyLabel ?? '';
  return `事業 ${first.name}${rest.length > 0 ? ` ほか${rest.length}件` : ''}`;
}

/** Plan, department, place: small below a card. */
function origin(entry: KpiEntry): string {
  return [
    entry.plan.shortName,
    belongsTo(entry),
    entry.departments.join('・'),
    publishedText(entry),
    `出典 ${sourceText(entry.record.sources)}`,
  ]
    .filter((part) => part !== '')
    .join(' ／ ');
}

/** The card of a KPI; in its own detail without 詳細. */
export function kpiCard(entry: KpiEntry, here?: '詳細'): Block[] {
  return [
    rich(
      [{ bold: `${stateText(entry)}　${entry.record.name}` }],
      [figuresLine(kpiFigures(entry))],
      ...(entry.state.reason === '' ? [] : [[entry.state.reason]]),
    ),
    ...context(origin(entry), entry.state.flags.length > 0 ? `※${flagsText(entry.state.flags)}` : null),
    ...actions(...kpiButtons(entry, here)),
  ];
}

/** Everything about one KPI: card, chart, every printed and recorded year, remarks. */
export function kpiDetail(entry: KpiEntry, { plain }: HowShown): Block[] {
  const { record } = entry;
  const rows = yearRows(entry);
  return [
    ...kpiCard(entry, '詳細'),
    ...(plain ? [] : kpiChart(entry)),
    ...(plain
      ? yearLines(rows)
      : dataTable(
          `${record.name}の年度ごとの値`,
          ['年度', '区分', '値', '達成率'],
          rows.map((row) => [
            cell(row.when),
            cell(row.what),
            numberCell(row.value, row.text),
            numberCell(row.rate, row.rate === null ? '' : rateText(row)),
          ]),
        )),
    ...context(...record.notes),
  ];
}

function yearLines(rows: YearRow[]): Block[] {
  if (rows.length === 0) return [];
  return [
    rich(
      ...rows.map((row) => [
        `${row.when}　${row.what} ${row.text}${row.rate === null ? '' : `（${row.ofWay ? '' : '達成率 '}${rateText(row)}）`}`,
      ]),
    ),
  ];
}

interface YearRow {
  /** Fiscal year to sort by. */
  at: number;
  when: string;
  what: string;
  value: number | null;
  text: string;
  rate: number | null;
  /** The rate is the way done from the baseline, not actual ÷ target. */
  ofWay?: boolean;
}

function rateText({ rate, ofWay }: YearRow): string {
  if (rate === null) return '';
  return ofWay === true ? `進み具合 ${percent(rate)}` : percent(rate);
}

/** Year by year, targets before actuals; what names no year stands at the ends. The headline's year carries the headline's rate. */
function yearRows(entry: KpiEntry): YearRow[] {
  const { record } = entry;
  const headline = kpiFigures(entry).rate;
  const rateOf = (fy: number): Pick<YearRow, 'rate' | 'ofWay'> =>
    headline?.fy === fy
      ? { rate: headline.value, ofWay: headline.label !== '達成率' }
      : { rate: record.achievements.find((own) => own.fy === fy)?.value ?? null };
  const when = (own: { fy: number | null; every?: true | undefined }) =>
    own.every ? '毎年度' : own.fy === null ? '年度の記載なし' : year(own.fy);
  const rows = [
    ...(record.baseline
      ? [
          {
            at: record.baseline.fy ?? Number.NEGATIVE_INFINITY,
            when: when(record.baseline),
            what: '基準',
            value: record.baseline.value,
            text: valueText(record.baseline.text, record.baseline.unit),
            rate: null,
          },
        ]
      : []),
    ...record.targets.map((own) => ({
      at: own.fy ?? Number.MAX_VALUE,
      when: when(own),
      what: own.term === 'final' ? '目標（最終）' : '目標',
      value: own.value,
      text: valueText(own.text, own.unit),
      rate: null,
    })),
    ...record.actuals.map((own) => ({
      at: own.fy,
      when: year(own.fy),
      what: '実績',
      value: own.value,
      text: valueText(own.text, own.unit),
      // A recorded result outdoes the printed one of its year.
      ...(record.recorded.some(({ fy }) => fy === own.fy) ? { rate: null } : rateOf(own.fy)),
    })),
    ...record.recorded.map((own) => ({
      at: own.fy,
      when: year(own.fy),
      what: '実績（登録）',
      value: own.value,
      text: own.text,
      ...rateOf(own.fy),
    })),
  ];
  return rows.sort((a, b) => a.at - b.at);
}

/** One KPI in a short line of a plain message, with a button. */
export function kpiLine(entry: KpiEntry): Block {
  return {
    type: 'section',
    text: {
      type: 'plain_text',
      emoji: false,
      text: `${stateText(entry)}　${entry.record.name}\n${figuresLine(kpiFigures(entry))}\n${entry.plan.shortName} ／ 出典 ${sourceText(entry.record.sources, 1)}`,
    },
    accessory: button('ask', '詳細', { ask: `/kpi ${entry.id}` }),
  };
}
