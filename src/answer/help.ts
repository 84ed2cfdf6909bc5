// What can be asked, by example: the answer to a bare command and to ヘルプ.
import type { HelpAnswer } from './answer.ts';

/** Sections of examples, each of which really works when typed. */
export const helpSections: HelpAnswer['sections'] = [
  {
    title: 'KPIを調べる',
    examples: [
      { ask: '/kpi 移住', what: '言葉でKPIを探す' },
      { ask: '/kpi 遅れ', what: '遅れているKPI' },
      { ask: '/kpi U・Iターン就職決定者数 目標', what: '基準値・実績・目標・達成率' },
      { ask: '/kpi 実績未登録', what: '実績の登録を待つKPI' },
      { ask: '/kpi 達成率50%以下', what: '条件で絞る' },
    ],
  },
  {
    title: '事業を調べる',
    examples: [
      { ask: '/jigyo 空き家', what: '言葉で事業を探す' },
      { ask: '/jigyo 国際政策課', what: '所管課の事業' },
      { ask: '/jigyo SDGs16', what: 'SDGsゴールの事業' },
      { ask: '/jigyo 評価 大変順調', what: '評価の言葉で絞る' },
    ],
  },
  {
    title: '予算を調べる',
    examples: [
      { ask: '/yosan 地域総括補助金 R7', what: '事業の予算' },
      { ask: '/yosan 企画課 R5 合計', what: '合計（同じ事業は1回だけ数えます）' },
    ],
  },
  {
    title: '市町を調べる',
    examples: [
      { ask: '/machi 上毛町', what: '市町が参加する事業' },
      { ask: '/machi U・Iターン応援プロジェクト', what: '事業の参加市町' },
    ],
  },
];
