// Judged by hand: KPI, day, perhaps a year or assumed results → status. The documents' own figures unless `actuals` are given.
import type { Status } from '../../src/status/verdict.ts';

/** A query as `npm run judge` takes it, and the status a careful reader gives. */
export const judgedCases: { status: Status; query: Record<string, unknown> }[] = [
  {
    status: '達成',
    query: { plan: 'kitakyushu-hyoka', kpi: '著名な学術雑誌への論文掲載数', asOf: '2026-11-21', year: 2021 },
  },
  {
    status: '順調',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '科学研究費を含む外部資金獲得数',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '市民の「多文化共生」という言葉の認知度',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '20歳代～30歳代の社会動態の増加数',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '本市への誇りや自信があると答えた（肯定的な回答をした）市民の割合',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  { status: '達成', query: { plan: 'kitakyushu-hyoka', kpi: '寄附金額', asOf: '2026-11-21', year: 2021 } },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '北九州市の認知度(地域ブランド調査によるもの)',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '判定対象外',
    query: { plan: 'kitakyushu-hyoka', kpi: '公共施設保有量の縮減', asOf: '2026-11-21', year: 2021 },
  },
  {
    status: '判定対象外',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '外国人市民の生活環境の向上(多文化共生の現状調査で暮らしやすいと回答)',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '会員都市間ネットワークの活用による共同プロジェクトの件数',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '東アジア経済交流推進機構における会議数',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: 'アセアン諸国などアジアの新興国との交流事業参加者延べ人数',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '達成',
    query: { plan: 'kitakyushu-hyoka', kpi: '各種SNSによる発信件数', asOf: '2026-11-21', year: 2021 },
  },
  {
    status: '達成',
    query: { plan: 'kitakyushu-hyoka', kpi: '各種SNSの閲覧件数', asOf: '2026-11-21', year: 2021 },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '連携事業の実施(東九州軸での活動)',
      asOf: '2026-11-21',
      year: 2021,
    },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-hyoka', kpi: '複業・兼業のマッチング件数', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-hyoka', kpi: 'KitaQサポーター登録者数', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-hyoka', kpi: '市民の「多文化共生」という言葉の認知度', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-hyoka', kpi: '寄附件数', asOf: '2026-11-21' },
  },
  {
    status: '判定対象外',
    query: { plan: 'kitakyushu-hyoka', kpi: '北九州都市圏域内の宿泊者数', asOf: '2026-11-21' },
  },
  {
    status: '実績待ち',
    query: { plan: 'kitakyushu-renkei', kpi: '圏域自治体職員研修受講', asOf: '2026-11-21' },
  },
  { status: '判定対象外', query: { plan: 'kitakyushu-renkei', kpi: '実施回数', asOf: '2026-11-21' } },
  { status: '判定対象外', query: { plan: 'kitakyushu-renkei', kpi: '圏域内のDX推進', asOf: '2026-11-21' } },
  { status: '実績待ち', query: { plan: 'kitakyushu-renkei', kpi: '連携事業の創出', asOf: '2026-11-21' } },
  {
    status: '判定対象外',
    query: { plan: 'kitakyushu-renkei', kpi: '公共施設マネジメントの推進', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '「仕事と生活の調和（ワークライフバランス）」が取れていると思う人の割合',
      asOf: '2026-11-21',
    },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-jimu', kpi: '刑法犯認知件数', asOf: '2026-11-21' },
  },
  {
    status: '判定対象外',
    query: { plan: 'kitakyushu-jimu', kpi: '若者・現役世代の利用率の増加', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-jimu', kpi: '地域づくり活動への参加割合の増加', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kurume-senryaku', kpi: '待機児童数', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kurume-senryaku', kpi: '中心市街地の空き店舗率', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kurume-senryaku', kpi: '居住誘導区域内の人口密度', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kurume-senryaku', kpi: '大学等と市内企業の共同研究数（累計）', asOf: '2026-11-21' },
  },
  {
    status: '期限超過・実績未登録',
    query: {
      plan: 'kurume-senryaku',
      kpi: 'オフィス、コールセンターバックオフィス立地件数（累計）',
      asOf: '2026-11-21',
    },
  },
  {
    status: '期限超過・実績未登録',
    query: {
      plan: 'kurume-senryaku',
      kpi: '令和6年度末（令和7年4月1日住民基本台帳）の人口',
      asOf: '2026-11-21',
    },
  },
  {
    status: '実績待ち',
    query: { plan: 'kitakyushu-renkei', kpi: 'U・Iターン就職決定者数', asOf: '2027-03-31' },
  },
  {
    status: '達成',
    query: {
      plan: 'kurume-senryaku',
      kpi: '待機児童数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 0, text: '0人' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kurume-senryaku',
      kpi: '中心市街地の空き店舗率',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 13.0, text: '13.0%' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kurume-senryaku',
      kpi: '居住誘導区域内の人口密度',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 53, text: '53人/ha' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kurume-senryaku',
      kpi: '居住誘導区域内の人口密度',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 51, text: '51人/ha' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kurume-senryaku',
      kpi: '小中学校の全国学力・学習状況調査の平均正答率',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 0.3, text: '全国平均から+0.3' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '北九州市の認知度(地域ブランド調査によるもの)',
      asOf: '2026-11-21',
      actuals: [{ fy: 2021, value: 10, text: '10位' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '刑法犯認知件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 5900, text: '5,900件' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '刑法犯認知件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 6044, text: '6,044件' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '刑法犯認知件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 6700, text: '6,700件' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-renkei',
      kpi: 'U・Iターン就職決定者数',
      asOf: '2027-08-20',
      actuals: [{ fy: 2026, value: 310, text: '310人' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '複業・兼業のマッチング件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2023, value: 55, text: '累計55件' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '地域コミュニティビジョンの策定',
      asOf: '2026-11-21',
      actuals: [{ fy: 2025, value: null, text: '策定' }],
    },
  },
  {
    status: '順調',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '東京事務所における新規移住相談者数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2021, value: 160, text: '160人' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '東京事務所における新規移住相談者数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2021, value: 120, text: '120人' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '東京事務所における新規移住相談者数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2021, value: 119, text: '119人' }],
    },
  },
  // Borders, other years, other results of the same kinds.
  { status: '実績待ち', query: { plan: 'kitakyushu-jimu', kpi: '刑法犯認知件数', asOf: '2026-09-30' } },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-jimu', kpi: '刑法犯認知件数', asOf: '2026-10-01' },
  },
  { status: '実績待ち', query: { plan: 'kurume-senryaku', kpi: '待機児童数', asOf: '2025-09-30' } },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kurume-senryaku', kpi: '待機児童数', asOf: '2025-10-01' },
  },
  {
    status: '実績待ち',
    query: { plan: 'kitakyushu-renkei', kpi: '水道技術研修の実施回数', asOf: '2027-09-30' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-renkei', kpi: '水道技術研修の実施回数', asOf: '2027-10-01' },
  },
  {
    status: '期限超過・実績未登録',
    query: { plan: 'kitakyushu-hyoka', kpi: '複業・兼業のマッチング件数', asOf: '2026-11-21', year: 2022 },
  },
  {
    status: '判定対象外',
    query: { plan: 'kitakyushu-hyoka', kpi: '複業・兼業のマッチング件数', asOf: '2026-11-21', year: 2019 },
  },
  {
    status: '判定対象外',
    query: { plan: 'kurume-senryaku', kpi: '待機児童数', asOf: '2026-11-21', year: 2022 },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '複業・兼業のマッチング件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2022, value: 20, text: '20件' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '複業・兼業のマッチング件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2022, value: 12, text: '12件' }],
    },
  },
  {
    status: '遅れ',
    query: { plan: 'kitakyushu-hyoka', kpi: 'バスツアーの参加者数', asOf: '2026-11-21', year: 2021 },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '公立大学法人北九州市立大学評価委員会における中期目標期間に係る業務に対する評価',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: null, text: 'B（概ね計画どおり）' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-hyoka',
      kpi: '北九州市の認知度(地域ブランド調査によるもの)',
      asOf: '2026-11-21',
      actuals: [{ fy: 2022, value: 21, text: '21位' }],
    },
  },
  {
    status: '順調',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: 'コンビニ交付対象証明書に占めるコンビニ交付の利用率の向上',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 45, text: '45.0%' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '地域コミュニティビジョンの策定',
      asOf: '2026-11-21',
      actuals: [{ fy: 2025, value: null, text: '未策定' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '地域コミュニティビジョンの策定',
      asOf: '2026-11-21',
      actuals: [{ fy: 2025, value: null, text: '一部策定' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kurume-senryaku',
      kpi: '待機児童数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 60, text: '60人' }],
    },
  },
  {
    status: '遅れ',
    query: {
      plan: 'kurume-senryaku',
      kpi: '居住誘導区域内の人口密度',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 49, text: '49人/ha' }],
    },
  },
  {
    status: '注意',
    query: {
      plan: 'kurume-senryaku',
      kpi: '小中学校の全国学力・学習状況調査の平均正答率',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: -0.5, text: '全国平均から▲0.5' }],
    },
  },
  {
    status: '期限超過・実績未登録',
    query: {
      plan: 'kurume-senryaku',
      kpi: '大都市圏からの転入者数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 3400, text: '3,400人' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kurume-senryaku',
      kpi: '大都市圏からの転入者数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 3400, text: '3,400人（5年間の平均）' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kurume-senryaku',
      kpi: '大都市圏からの転入者数',
      asOf: '2026-11-21',
      actuals: [
        { fy: 2020, value: 3100, text: '3100人' },
        { fy: 2021, value: 3200, text: '3200人' },
        { fy: 2022, value: 3400, text: '3400人' },
        { fy: 2023, value: 3500, text: '3500人' },
        { fy: 2024, value: 3600, text: '3600人' },
      ],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kurume-senryaku',
      kpi: '宿泊者数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2024, value: 415000, text: '415,000人' }],
    },
  },
  {
    status: '期限超過・実績未登録',
    query: {
      plan: 'kitakyushu-jimu',
      kpi: '刑法犯認知件数',
      asOf: '2026-11-21',
      actuals: [{ fy: 2025, value: 5800, text: '5,800件' }],
    },
  },
  {
    status: '達成',
    query: {
      plan: 'kitakyushu-renkei',
      kpi: '実施回数',
      asOf: '2027-06-01',
      actuals: [{ fy: 2026, value: 10, text: '10回' }],
    },
  },
];
