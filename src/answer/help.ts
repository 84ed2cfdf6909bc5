// What can be asked, by example: the answer to a bare command and to ヘルプ.
import type { ProjectRecord, Repository } from '../data/repository.ts';
import { era, fiscalYearName } from '../wording/years.ts';
import type { HelpAnswer } from './answer.ts';
import { askableHeadings } from './say/words-only.ts';

/** Sections of examples, each of which really works when typed. */
const ofSeeds: HelpAnswer['sections'] = [
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

/** Examples over the plans there are: the chosen ones where towns are known, else names taken from the plans themselves. */
export function helpSections(repository: Repository): HelpAnswer['sections'] {
  return repository.municipalities.length > 0 ? ofSeeds : examplesFrom(repository);
}

/** Three questions that have an answer in the plans, the plan named or any. */
export function questionsToTry(repository: Repository, plan?: string): string[] {
  const { projects, kpis } = repository;
  const own = <T extends { plan: string }>(records: readonly T[]) =>
    plan === undefined ? records : records.filter((record) => record.plan === plan);
  const funded = shortest(own(projects).filter(({ amounts }) => amounts.some(({ yen }) => yen !== null)));
  const measured = shortest(own(kpis).filter(({ actuals }) => actuals.some(({ value }) => value !== null)));
  const kpi = measured ?? shortest(own(kpis));
  // A project that no text tells of is only said to be listed.
  const told = own(projects).find(({ summary }) => !summary.endsWith('に掲載された事業です。'));
  const fy = funded && newestYear(funded);
  return [
    ...(funded && fy !== undefined ? [`${funded.name}の${fiscalYearName(fy)}の予算は？`] : []),
    ...(kpi ? [`${kpi.name}の${measured ? '実績' : '目標'}は？`] : []),
    ...(funded?.department ? [`${funded.department}の事業は？`] : []),
    ...(told ? [`${told.name}の概要は？`] : []),
    ...(fy !== undefined && own(projects).length > 1
      ? [`${fiscalYearName(fy)}の予算が一番多い事業は？`]
      : []),
    ...own(projects)
      .slice(0, 3)
      .map(({ name }) => `${name}について教えて`),
    ...askableHeadings(repository, plan).map((heading) => `${heading}について教えて`),
  ].slice(0, 3);
}

function examplesFrom(repository: Repository): HelpAnswer['sections'] {
  const { projects, kpis } = repository;
  const project = shortest(projects);
  const funded = shortest(projects.filter(({ amounts }) => amounts.some(({ yen }) => yen !== null)));
  const kpi = shortest(kpis);
  const fy = funded && newestYear(funded);
  const sections: HelpAnswer['sections'] = [];
  if (kpi)
    sections.push({
      title: 'KPIを調べる',
      examples: [
        { ask: `/kpi ${kpi.name}`, what: '基準値・実績・目標・達成率' },
        { ask: '/kpi 遅れ', what: '遅れているKPI' },
        { ask: '/kpi 実績未登録', what: '実績の登録を待つKPI' },
      ],
    });
  if (project)
    sections.push({
      title: '事業を調べる',
      examples: [
        { ask: `/jigyo ${project.name}`, what: '事業を名前で調べる' },
        ...(project.department ? [{ ask: `/jigyo ${project.department}`, what: '所管課の事業' }] : []),
      ],
    });
  if (funded && fy !== undefined)
    sections.push({
      title: '予算を調べる',
      examples: [{ ask: `/yosan ${funded.name} ${era(fy)}`, what: '事業の予算' }],
    });
  const [heading] = askableHeadings(repository);
  if (heading !== undefined)
    sections.push({
      title: '文章を調べる',
      examples: [{ ask: `${heading}について教えて`, what: 'PDFなどの文章から引用します' }],
    });
  return sections;
}

/** Short names make good examples; of equals the first. */
function shortest<T extends { name: string }>(records: readonly T[]): T | undefined {
  return records.reduce<T | undefined>(
    (best, one) => (best && best.name.length <= one.name.length ? best : one),
    undefined,
  );
}

function newestYear({ amounts }: ProjectRecord): number | undefined {
  return amounts.findLast(({ yen }) => yen !== null)?.fy;
}
