// App Home: what lags, what is due this fiscal year, results to record, subscriptions, a search box and a short guide.
import type { KpiEntry } from '../../answer/answer.ts';
import type { Day } from '../../ports/clock.ts';
import type { Feedback, Subscription } from '../../ports/store.ts';
import type { Standings } from '../../status/standing.ts';
import { longDate } from '../../wording/dates.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { actionId, encodeValue } from '../actions.ts';
import { clip } from '../block-limits.ts';
import { type Block, button, context, type Element, plainText, rich } from '../blocks/block.ts';
import { withPrefix } from '../blocks/command-prefix.ts';
import {
  awaitedTarget,
  figuresLine,
  kpiFigures,
  missingText,
  sourceText,
  stateText,
} from '../blocks/figures.ts';
import { mapTexts } from '../blocks/map-texts.ts';
import { escaped } from '../escape.ts';
import { heading, input, option, select, type View, viewLimits } from '../modal-view.ts';
import { standingsText } from '../standings.ts';
import { careBlocks } from './care.ts';
import type { DueEntry } from './due.ts';
import { subscriptionBlocks } from './subscriptions.ts';

/** Action ids of App Home's own controls; its questions open in a modal (`view-ask:…`). */
export const homeActions = {
  search: 'home-search',
  department: 'home-department',
  conditions: 'home-conditions',
} as const;
/** The department choice that stands for all. */
export const everyDepartment = '*';

/** What App Home shows, gathered beforehand. */
export interface HomeData {
  asOf: Day;
  fiscalYear: number;
  departments: string[];
  /** '' when none is chosen. */
  department: string;
  /** Results of years that are over and nobody has recorded, of that department. */
  toRecord: KpiEntry[];
  lagging: KpiEntry[];
  /** Of all KPIs: the same numbers as digests and lists. */
  standings: Standings;
  /** What the numbers lack, above them. */
  warning?: string;
  /** Targets of this fiscal year, and results due in it. */
  due: DueEntry[];
  /** The question that lists all of these. */
  dueAsk?: string;
  /** Null while the store is down. */
  subscriptions: Subscription[] | null;
  /** For those who may record: what stopped by itself, whoever made it, and what was said to be wrong. */
  stopped?: Subscription[];
  reports?: Feedback[];
  commandPrefix: string;
}

/** Entries shown of each list; the rest is counted. */
const shown = 5;

/** App Home of one person; the same data gives the same view. */
export function homeView(data: HomeData): View {
  const blocks = [
    ...top(data),
    // What lags comes before what nobody entered: the chief looks for it first.
    ...list(
      data.lagging.map((entry) => ({ entry, when: stateText(entry) })),
      {
        title: '遅れているKPI',
        none: '注意・遅れのKPIはありません。',
        all: '/kpi 遅れ',
      },
    ),
    ...toRecord(data),
    ...list(data.due, {
      title: `${fiscalYearName(data.fiscalYear)}に期限を迎えるもの`,
      none: '今年度に期限を迎える目標・実績はありません。',
      all: data.dueAsk ?? null,
    }),
    ...subscriptionBlocks(data.subscriptions),
    ...careBlocks(data),
    ...guide(data),
  ];
  return { type: 'home', callback_id: 'home', blocks: numbered(blocks, data.commandPrefix) };
}

function top(data: HomeData): Block[] {
  return [
    { type: 'header', text: plainText('計画・事業・KPIを調べる') },
    input({
      id: 'home-search',
      live: true,
      optional: true,
      label: '言葉や質問を入力してEnter',
      element: {
        type: 'plain_text_input',
        action_id: homeActions.search,
        max_length: 300,
        placeholder: plainText('移住、市町が参加する事業、R5の予算が多い事業'),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    }),
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: homeActions.conditions, text: plainText('条件を選んで検索') },
        button('record', '実績を入力', {}, 'primary'),
        ask('使い方', 'ヘルプ'),
      ],
    },
    ...(data.warning === undefined ? [] : [rich([{ bold: `⚠️ ${data.warning}` }])]),
    rich([{ bold: '判定　' }, standingsText(data.standings)]),
    ...context(`${longDate(data.asOf)}時点の判定です。判定基準は100/80/60で、市の公式基準ではありません。`),
  ];
}

function toRecord(data: HomeData): Block[] {
  const options = [
    option('すべての担当', everyDepartment),
    ...data.departments.map((name) => option(name, name)),
  ];
  const which = data.department === '' ? everyDepartment : data.department;
  const rest = data.toRecord.length - shown;
  return [
    { type: 'divider' },
    heading(`実績の登録を待っているKPI（${data.toRecord.length}件）`),
    {
      type: 'actions',
      elements: [select(homeActions.department, options, which, '自分の担当課')],
    },
    ...(data.toRecord.length === 0 ? [rich(['登録を待っている実績はありません。'])] : []),
    ...data.toRecord
      .slice(0, shown)
      .map((entry) =>
        row(
          entry,
          { says: missingText(entry), figures: `目標 ${awaitedTarget(entry)}` },
          button('record', '実績を入力', { kpi: entry.id }),
        ),
      ),
    ...more(rest, `/kpi 実績未登録 ${data.department}`.trim()),
  ];
}

/** KPIs with what is said of each; `none` stands for an empty list, `all` asks for the whole. */
function list(
  items: readonly { entry: KpiEntry; when: string }[],
  { title, none, all }: { title: string; none: string; all: string | null },
): Block[] {
  return [
    { type: 'divider' },
    heading(`${title}（${items.length}件）`),
    ...(items.length === 0 ? [rich([none])] : []),
    ...items
      .slice(0, shown)
      .map(({ entry, when }) =>
        row(entry, { says: when, figures: figuresLine(kpiFigures(entry)) }, ask('詳細', `/kpi ${entry.id}`)),
      ),
    ...more(items.length - shown, all),
  ];
}

/** The name bold, what is said of it and its figures below. */
function row(
  entry: KpiEntry,
  { says, figures }: { says: string; figures: string },
  accessory: Element,
): Block {
  const { record, plan, departments } = entry;
  const place = [plan.shortName, departments.join('・'), `出典 ${sourceText(record.sources, 1)}`];
  const below = [`${says}　${figures}`, place.filter(Boolean).join(' ／ ')].join('\n');
  return {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*${unmarked(clip(record.name, 300)).replace(/\s+/g, ' ').trim()}*\n${unmarked(clip(below, 1200))}`,
      verbatim: true,
    },
    accessory,
  };
}

const lookAlikes: Readonly<Record<string, string>> = { '*': '＊', _: '＿', '~': '～', '`': '｀' };

/** Slack has no escape for the marks of bold, italic, struck and code: look-alikes stand in. */
function unmarked(text: string): string {
  return escaped(text.replace(/[*_~`]/g, (mark) => lookAlikes[mark] ?? mark));
}

function more(rest: number, all: string | null): Block[] {
  if (rest <= 0) return [];
  if (all === null) return context(`ほか${rest}件`);
  return [{ type: 'actions', elements: [ask(`ほか${rest}件を見る`, all)] }];
}

function guide(data: HomeData): Block[] {
  return [
    { type: 'divider' },
    heading('使い方'),
    rich(
      ['/kpi 移住　KPIの基準値・実績・目標と判定'],
      ['/jigyo 空き家　事業の概要・所管・市町・予算'],
      [`/yosan ${data.departments[0] ?? '担当課'} R5　予算を年度ごとに`],
      ['/machi 市町の名前　市町が参加する事業'],
      ['/kpi 実績 移住　実績を登録'],
      ['/kpi 通知　朝のお知らせ'],
      ['@Hakaru に話しかけるか、メッセージのメニューから「このメッセージの事業を調べる」も使えます。'],
    ),
  ];
}

/** A button that asks and opens the answer in a modal. */
function ask(label: string, question: string): Element {
  return {
    type: 'button',
    action_id: 'view-ask',
    text: plainText(label),
    value: encodeValue({ ask: question }),
  };
}

const unnumbered = new Set<string>(Object.values(homeActions));

/** Numbers the action ids, so that each is unique, and puts the prefix before the commands. */
export function numbered(blocks: Block[], prefix: string): Block[] {
  let n = 0;
  return mapTexts(blocks.slice(0, viewLimits.blocks), (value, field) => {
    if (field === 'action_id') return unnumbered.has(value) ? value : actionId(value as 'ask', ++n);
    return field === 'text' ? withPrefix(value, prefix) || ' ' : value;
  });
}
