// Outlines of a budget, rows that come in pairs, forms with ticked boxes: invented towns, each figure with its year and kind.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { chosenIn } from '../../src/plans/cells/choices.ts';
import { type Grid, type SheetData, textSheet } from '../../src/plans/grid/grid.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readHeading } from '../../src/plans/layout/heading.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, vocabulary, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-04-01' };

function readAs(grid: Grid, answers: Record<string, string> = {}) {
  const given = { answers: { ...paper, ...answers } };
  return readPlan(grid, given);
}

type Read = ReturnType<typeof readAs>;

const csv = async (rows: readonly string[], answers: Record<string, string> = {}) =>
  readAs(await readGrid(Buffer.from(rows.join('\n')), 'plan.csv'), answers);

function oneSheet(rows: (string | number)[][], merges: SheetData['merges'] = [], name = '表'): Grid {
  const texts = rows.map((row) => row.map(String));
  return workbook({ ...textSheet(name, texts), merges });
}

/** 「2026 initial 900000」, one a value of an attribute. */
function told({ plan }: Read, name: string, attribute: string): string[] {
  const subject = plan.subjects.find((one) => one.name === name);
  return (subject?.values ?? [])
    .filter((value) => value.attribute === attribute)
    .map(({ fy, kind, value, word, text }) =>
      [fy, kind, value ?? word ?? `「${text}」`]
        .filter((part) => part !== null && part !== undefined)
        .join(' '),
    );
}

const projects = ({ plan }: Read) =>
  plan.subjects.flatMap(({ kind, name }) => (kind === 'project' ? name : []));

async function botOf(read: Read) {
  const file = planFileSchema.parse(toPlanFile(read.plan));
  const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
  return async (question: string) => {
    const { lead, notes } = await bot.ask(question);
    return [lead ?? '', ...notes].join(' ');
  };
}

/** 款 over 項 over 事業 over 節, each level in two columns: its number and its name. */
const outline = [
  ['款', '', '項', '', '事業', '', '節', '', '本年度予算額', '前年度予算額', '所管課'],
  ['3', '民生費', '', '', '', '', '', '', 900, 800, ''],
  ['', '', '1', '社会福祉費', '', '', '', '', 900, 800, ''],
  ['', '', '', '', '01', '職員人件費', '', '', 500, 450, '福祉課'],
  ['', '', '', '', '', '', '2', '給料', 300, 280, ''],
  ['', '', '', '', '', '', '3', '職員手当等', 200, 170, ''],
  ['', '', '', '', '02', '声の広報配布事業', '', '', 400, 350, '〃'],
  ['', '', '', '', '', '', '12', '委託料', 400, 350, ''],
  ['7', '商工費', '', '', '', '', '', '', 150, 90, ''],
  ['', '', '1', '観光費', '', '', '', '', 150, 90, ''],
  ['', '', '', '', '01', '職員人件費', '', '', 150, 90, '観光課'],
  ['', '', '', '', '', '', '2', '給料', 150, 90, ''],
  ['歳出合計', '', '', '', '', '', '', '', 1050, 890, ''],
];
const pairs = [
  ...[0, 2, 4, 6].map((left) => ({ top: 0, left, bottom: 0, right: left + 1 })),
  { top: 12, left: 0, bottom: 12, right: 7 },
];

describe('an outline: 款, 項, 事業 and 節, each in a row of its own', () => {
  let read: Read;
  beforeAll(() => {
    read = readAs(oneSheet(outline, pairs), { unit: '千円', year: 'R8', 'kind:本年度予算額': '当初予算' });
  });

  test('rows of 事業 are projects under what stands above them; the others are totals and parts of it', () => {
    expect(read.questions).toEqual([]);
    expect(projects(read)).toEqual(['職員人件費', '声の広報配布事業', '職員人件費（商工費）']);
    expect(told(read, '声の広報配布事業', 'budget')).toEqual(['2026 initial 400000', '2025 initial 350000']);
    const audio = read.plan.subjects.find(({ name }) => name === '声の広報配布事業');
    expect(audio?.policyPath).toEqual(['民生費', '社会福祉費']);
    expect(read.plan.leftOut.map(({ what }) => what)).toContain('款の行「民生費」');
  });

  test('〃 goes on from the project before, over rows of 節', () => {
    expect(read.plan.subjects.find(({ name }) => name === '声の広報配布事業')?.department).toBe('福祉課');
  });

  test('a 節 is asked for by its name', async () => {
    expect(told(read, '職員人件費（商工費）', '給料')).toEqual(['2026 150000', '2025 90000']);
    const ask = await botOf(read);
    expect(await ask('声の広報配布事業の令和8年度の委託料は？')).toContain('委託料は400千円');
    expect(await ask('観光課の職員人件費は令和8年度いくらですか')).toContain('150千円');
    expect(await ask('観光課の職員人件費は令和8年度いくらですか')).not.toContain('500千円');
  }, 60_000);

  test('in a CSV, number and name in one cell; a level without figures is not told as left out', async () => {
    const small = await csv([
      '基本目標,施策,事業,担当課,令和8年度当初予算額（千円）',
      '１　にぎわう町,,,,',
      ',１－１　店を増やす,,,5',
      ',,朝市の開催,商工課,2',
      ',,店主の学校,〃,3',
    ]);
    expect(projects(small)).toEqual(['朝市の開催', '店主の学校']);
    expect(small.plan.subjects[1]?.policyPath).toEqual(['１　にぎわう町', '１－１　店を増やす']);
    expect(small.plan.subjects[1]?.department).toBe('商工課');
    expect(small.plan.leftOut.map(({ what }) => what)).toEqual(['施策の行「１－１　店を増やす」']);
  });

  test('a policy beside the first of many projects takes none of them away', async () => {
    const works = Array.from(
      { length: 40 },
      (_, one) => `${one === 0 ? '水,川' : one === 25 ? '道,橋' : ','},仕事${one}号,${one}`,
    );
    const plain = await csv(['政策,施策,事業名,令和8年度当初予算額（千円）', ...works]);
    expect(projects(plain)).toHaveLength(40);
  });

  test('policies over several rows of their projects are no outline', async () => {
    const plain = await csv([
      '政策,施策,事業名,令和8年度当初予算額（千円）',
      '水を守る,川の清掃,川岸の草刈り,10',
      '水を守る,川の清掃,川底の清掃,20',
      '道を直す,橋の補修,橋の塗装,30',
      '道を直す,橋の補修,橋の点検,40',
    ]);
    expect(projects(plain)).toEqual(['川岸の草刈り', '川底の清掃', '橋の塗装', '橋の点検']);
  });
});

test('うち below a project is a part of it, and no project', async () => {
  const read = await csv([
    '№,事業名,令和8年度当初予算額（千円）,担当課',
    '1,市民プールの運営,900,体育課',
    ',うち光熱水費,300,',
    '2,うちわ祭の開催,50,〃',
  ]);
  expect(projects(read)).toEqual(['市民プールの運営', 'うちわ祭の開催']);
  expect(told(read, '市民プールの運営', '光熱水費')).toEqual(['2026 300000']);
  expect(read.plan.subjects[1]?.department).toBe('体育課');
});

test('both rows of headings stand again on the next printed page', () => {
  const heads = [
    ['事業名', '当初予算額', '', '財源の内訳', '', '担当課'],
    ['', '令和8年度（Ａ）', '令和7年度（Ｂ）', '国庫支出金', '一般財源', ''],
  ];
  const merges = [0, 3].flatMap((top) => [
    { top, left: 0, bottom: top + 1, right: 0 },
    { top, left: 1, bottom: top, right: 2 },
    { top, left: 3, bottom: top, right: 4 },
    { top, left: 5, bottom: top + 1, right: 5 },
  ]);
  const rows = [
    ...heads,
    ['水車の修理', 12, 10, 2, 10, '農政課'],
    ...heads,
    ['石橋の保存', 7, '－', 0, 7, '文化課'],
  ];
  const read = readAs(oneSheet(rows, merges), { unit: '千円' });
  expect(read.plan.problems).toEqual([]);
  expect(told(read, '石橋の保存', 'budget')).toEqual(['2026 initial 7000', '2025 initial 「－」']);
  expect(told(read, '水車の修理', 'budget')).toEqual(['2026 initial 12000', '2025 initial 10000']);
});

test('a CSV whose first heading row names columns and groups, the second the parts of the groups', async () => {
  const read = await csv(
    [
      '番号,事業名,担当課,令和6年度,,,,令和7年度,,,,評価,',
      ',,,当初予算,補正予算,繰越し,計,当初予算,補正予算,繰越し,計,結果,理由',
      '1,霧の駅前整備,都市課,10,5,0,15,20,▲2,1,19,良い,進んだため',
      '2,渡し船の運航,交通課,30,0,0,30,31,0,0,31,普通,変わらないため',
    ],
    { unit: '百万円' },
  );
  expect(read.questions).toEqual([]);
  expect(told(read, '霧の駅前整備', 'budget')).toEqual([
    '2024 initial 10000000',
    '2024 supplement 5000000',
    '2024 current 15000000',
    '2025 initial 20000000',
    '2025 supplement -2000000',
    '2025 current 19000000',
  ]);
});

test('地方債・その他 below 事業費 is a part like its neighbours', async () => {
  const read = await csv([
    '事業名,区分,前年度当初予算額 令和7年度（千円）,計画額 令和8年度（千円）,計画額 令和9年度（千円）',
    '索道の更新,事業費,10,40,50',
    ',国県支出金,4,20,20',
    ',地方債・その他,1,15,20',
    ',一般財源,5,5,10',
  ]);
  expect(projects(read)).toEqual(['索道の更新']);
  expect(told(read, '索道の更新', 'budget')).toEqual([
    '2025 initial 10000',
    '2026 planned 40000',
    '2027 planned 50000',
  ]);
  expect(told(read, '索道の更新', '地方債・その他 計画額')).toEqual(['2026 15000', '2027 20000']);
});

describe('two rows a KPI', () => {
  const expected = ['2024 12', '2025 15'];

  test('区分 in a column, the name in the upper row only; （数値目標） belongs to no project', async () => {
    const read = await csv([
      '基本目標,施策・事業,指標名,単位,区分,R6,R7,備考',
      '１ 集う町,（数値目標）,町に残りたい人の割合,％,目標,40,45,',
      ',,,,実績,38,41,',
      '１ 集う町,寄合所の開放,寄合所の利用団体,団体,目標,12,15,↓',
      ',,,,実績,11,16,',
    ]);
    expect(projects(read)).toEqual(['寄合所の開放']);
    expect(told(read, '寄合所の利用団体', 'target')).toEqual(expected);
    expect(told(read, '町に残りたい人の割合', 'actual')).toEqual(['2024 38', '2025 41']);
    const [own, used] = read.plan.subjects.filter(({ kind }) => kind === 'kpi');
    expect(own?.projects ?? []).toEqual([]);
    expect(used?.projects).toEqual(['寄合所の開放']);
    expect(used?.direction).toBe('down');
  });

  test('nothing but 上段：目標値　下段：実績値 says which is which', () => {
    const rows = [
      ['指標名', '単位', '上段：目標値　下段：実績値', ''],
      ['', '', 'R6', 'R7'],
      ['寄合所の利用団体', '団体', 12, 15],
      ['', '', 11, 16],
      ['朝市の出店数', '店', 30, 32],
      ['', '', 28, 33],
    ];
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 1, right: 1 },
      { top: 0, left: 2, bottom: 0, right: 3 },
      ...[2, 4].flatMap((top) => [0, 1].map((left) => ({ top, left, bottom: top + 1, right: left }))),
    ];
    const read = readAs(oneSheet(rows, merges));
    expect(read.questions).toEqual([]);
    expect(told(read, '寄合所の利用団体', 'target')).toEqual(expected);
    expect(told(read, '朝市の出店数', 'actual')).toEqual(['2024 28', '2025 33']);
  });
});

test.each([
  ['□拡充　■現状維持　□縮小', '現状維持'],
  ['☑有　☐無', '有'],
  ['□市 ■県\n■国', '県、国'],
  ['□拡充 □縮小', '□拡充 □縮小'],
  ['■現状\n■課題', '■現状\n■課題'],
  ['次のとおり □はい ■いいえ', '次のとおり □はい ■いいえ'],
])('%s → %s', (text, chosen) => {
  expect(chosenIn(text)).toBe(chosen);
});

describe('a form', () => {
  const form = (name: string, cost: number, way: string[]): SheetData =>
    textSheet(name, [
      ['事務事業名', name, '', '担当課', '図書課', ''],
      ['事業の目的', `${name}のため`, '', '', '', ''],
      ['区分', '', '令和６年度決算', '令和７年度決算', '令和８年度当初予算', ''],
      ['直接事業費　①', '', String(cost), String(cost + 1), String(cost + 2), ''],
      ['財源内訳', '国県支出金', '3', '4', '5', ''],
      ['財源内訳', '一般財源', '6', '7', '8', ''],
      ['人件費　②', '', '20', '21', '22', ''],
      ['（従事人数：人）', '', '0.5', '0.6', '0.7', ''],
      ['', '', '', '', '', ''],
      ['指標名', '区分', '令和６年度', '令和７年度', '令和８年度', '最終目標（令和12年度）'],
      ['貸出冊数', '目標', '100', '110', '120', '150'],
      ['', '実績', '90', '111', '', ''],
      ['', '', '', '', '', ''],
      ['今後の方向性', ...way, '', ''],
    ]);
  let read: Read;
  beforeAll(() => {
    read = readAs(
      workbook(
        form('移動図書館', 50, ['□拡充　■継続', '', '']),
        form('点字本の製作', 30, ['■拡充', '□継続', '□廃止']),
      ),
      { unit: '円' },
    );
  });

  test('parts under 財源内訳 are no second amount of the project', () => {
    expect(read.questions).toEqual([]);
    expect(told(read, '移動図書館', 'budget')).toEqual([
      '2024 settled 50',
      '2025 settled 51',
      '2026 initial 52',
    ]);
    expect(told(read, '移動図書館', '人件費')).toEqual(['2024 20', '2025 21', '2026 22']);
    expect(told(read, '移動図書館', '従事人数')).toEqual(['2024 0.5', '2025 0.6', '2026 0.7']);
  });

  test('the last target stands behind the years; below it there is no result', () => {
    const kpi = read.plan.subjects.find(
      ({ name, projects }) => name === '貸出冊数' && projects?.[0] === '移動図書館',
    );
    const targets = (kpi ?? read.plan.subjects.find(({ name }) => name === '貸出冊数'))?.values.filter(
      ({ attribute }) => attribute === 'target',
    );
    expect(targets?.map(({ fy, value }) => [fy, value])).toEqual([
      [2024, 100],
      [2025, 110],
      [2026, 120],
      [2030, 150],
    ]);
  });

  test('of boxes in one cell or side by side the ticked one counts', () => {
    expect(told(read, '移動図書館', '今後の方向性')).toEqual(['継続']);
    expect(told(read, '点字本の製作', '今後の方向性')).toEqual(['拡充']);
  });
});

test.each([
  ['当初予算額|令和8年度（Ａ）', 'money', 2026],
  ['比較|増減額（Ａ－Ｂ）', 'attribute', null],
  ['達成率（Ｂ/Ａ）', 'rate', null],
  ['施策・事業', 'project', null],
  ['現状（R6実績）', 'current', 2024],
  ['取組/事業', 'project', null],
  ['使用料・手数料', 'attribute', null],
  ['財源内訳|国県支出金|令和７年度決算', 'attribute', 2025],
])('%s is read as %s of %s', (path, meaning, fy) => {
  const heading = readHeading(path.split('|'), vocabulary);
  expect([heading.meaning, heading.fy]).toEqual([meaning, fy]);
});

test('重点取組 names projects; which way is better shows in the result before', async () => {
  const read = await csv([
    '部署,重点取組,目標とする指標,単位,令和7年度実績,令和8年度目標,中間評価',
    '水道課,漏れの削減,届いた水の割合,％,88.1,89.5,遅れ',
    '予防課,立入りの徹底,不適合の件数,件,1,2,順調',
  ]);
  expect(projects(read)).toEqual(['漏れの削減', '立入りの徹底']);
  expect(read.plan.subjects.filter(({ kind }) => kind === 'kpi').map(({ direction }) => direction)).toEqual([
    'up',
    'down',
  ]);
});

describe('kinds of money and of figures', () => {
  test('R8計画 beside R6決算 and R7当初 is an amount, where no KPI is named', async () => {
    const read = await csv(['事業名,R6決算,R7当初,R8計画,R9見込', '灯台の塗替え,12,13,14,15'], {
      unit: '千円',
    });
    expect(told(read, '灯台の塗替え', 'budget')).toEqual([
      '2024 settled 12000',
      '2025 initial 13000',
      '2026 planned 14000',
      '2027 planned 15000',
    ]);
  });

  test('当初 and ９月補正 say which money a row is', async () => {
    const read = await csv(
      [
        '年度,事業名,予算区分,金額',
        'R7,つり橋の点検,当初,50',
        'R7,つり橋の点検,９月補正,10',
        'R8,つり橋の点検,当初,55',
      ],
      { unit: '千円' },
    );
    expect(read.questions).toEqual([]);
    expect(told(read, 'つり橋の点検', 'budget')).toEqual([
      '2025 initial 50000',
      '2025 supplement 10000',
      '2026 initial 55000',
    ]);
  });

  test('the ordinal of an indicator and the year behind it are two numbers', async () => {
    const read = await csv([
      '事業名,指標①名称,指標①単位,指標①R6目標,指標①R6実績,指標②名称,指標②単位,指標②R6目標,指標②R6実績',
      '木の学校,開いた日,日,100,98,来た子,人,30,31',
    ]);
    expect(told(read, '開いた日', 'target')).toEqual(['2024 100']);
    expect(told(read, '来た子', 'actual')).toEqual(['2024 31']);
  });

  test('歳入 and 歳出 of works of their own are a column; years over ○ and ◎ ask for no money', async () => {
    const read = await csv(
      [
        '区分,取組項目,所管課,効果額（千円）,R6,R7',
        '歳入,壁の広告,広報課,120,○,◎',
        '歳出,紙の節約,総務課,▲15,△,○',
      ],
      { year: 'R7' },
    );
    expect(read.questions).toEqual([]);
    expect(told(read, '壁の広告', '区分')).toEqual(['歳入']);
    expect(told(read, '壁の広告', 'R7')).toEqual(['2025 ◎']);
  });
});
