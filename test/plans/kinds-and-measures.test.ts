// Long tables that say their kind of money in a column, KPIs named by what they measure, offices in two columns, forms with a blank one: invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { type Grid, type SheetData, textSheet } from '../../src/plans/grid/grid.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-08-31' };

/** The proposal with every other proposal taken. */
function readAs(grid: Grid) {
  const given = { answers: paper };
  return readPlan(grid, given);
}

const csv = async (...rows: string[]) => readAs(await readGrid(Buffer.from(rows.join('\n')), 'plan.csv'));

type Read = ReturnType<typeof readAs>;

const values = ({ plan }: Read, name: string, attribute: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap((one) => one.values)
    .flatMap((one) =>
      one.attribute === attribute ? [[one.fy, one.kind ?? null, one.value ?? one.word]] : [],
    );

async function botOf(read: Read) {
  expect(read.questions).toEqual([]);
  const file = planFileSchema.parse(toPlanFile(read.plan));
  const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
  return async (question: string) => (await bot.ask(question)).lead ?? '';
}

test('a column of nothing but 当初予算額 and 決算額 says the kind, whatever it is called', async () => {
  const read = await csv(
    '予算年度,帳票の別,細事業名,部局名,課室名,金額（千円）',
    '令和6年度,当初予算額,庁舎の管理,総務部,管財課,60',
    '令和6年度,決算額,庁舎の管理,総務部,管財課,58',
    '令和7年度,当初予算額,庁舎の管理,総務部,管財課,62',
  );
  expect(read.questions).toEqual([]);
  expect(values(read, '庁舎の管理', 'budget')).toEqual([
    [2024, 'initial', 60_000],
    [2024, 'settled', 58_000],
    [2025, 'initial', 62_000],
  ]);
});

test('所属（部） and 所属（課） are one office; 主担当 over names of people is left out', async () => {
  const offices = await csv(
    '事業名,"所属\n（部）","所属\n（課）",令和8年度当初予算額（千円）',
    '橋の点検,建設部,道路課,5',
  );
  expect(offices.plan.subjects.map(({ department }) => department)).toEqual(['建設部 道路課']);
  const charge = await csv(
    '事業名,主担当,令和8年度当初予算額（千円）',
    '橋の点検,道路課,5',
    '花の植栽,公園課,6',
  );
  expect(charge.plan.subjects.map(({ department }) => department)).toEqual(['道路課', '公園課']);
  const people = await csv(
    '事業名,主担当,令和8年度当初予算額（千円）',
    '橋の点検,山田　花子,5',
    '花の植栽,佐藤,6',
  );
  expect(people.plan.subjects.map(({ department }) => department ?? null)).toEqual([null, null]);
  expect(people.plan.leftOut.map(({ what }) => what)).toContain('列「主担当」');
});

test('成果を表す指標 and 評価のものさし name KPIs; 目指す値 is the last target, Ｒ７成果目標 the year’s', async () => {
  for (const heading of ['成果を表す指標', '評価のものさし']) {
    const read = await csv(
      `取組名,${heading},単位,策定時の値（令和4年度）,令和5年度目標,令和5年度実績,目指す値（令和9年度）`,
      '産後ケア,利用者数,人,38,45,52,120',
    );
    expect(values(read, '利用者数', 'target')).toEqual([
      [2023, null, 45],
      [2027, null, 120],
    ]);
    expect(values(read, '利用者数', 'baseline')).toEqual([[2022, null, 38]]);
  }
  const goals = await csv(
    '事務事業名,成果の指標,単位,Ｒ６成果実績,Ｒ７成果目標,Ｒ７成果実績',
    '島留学,受入人数,人,9,12,14',
  );
  expect(goals.questions).toEqual([]);
  expect(values(goals, '受入人数', 'target')).toEqual([[2025, null, 12]]);
});

test('figures of a KPI in plain words: はじめの値, 今の値, めざす値; 主な取り組み is a project', async () => {
  const read = await csv(
    '施策,主な取り組み,成果をはかるものさし,はじめの値（R3）,今の値（R6）,めざす値（R10）',
    '環境,ごみの減量,１人１日当たりのごみの量,902g,871g,820g以下',
  );
  expect(read.plan.subjects.map(({ kind, name }) => [kind, name])).toEqual([
    ['project', 'ごみの減量'],
    ['kpi', '１人１日当たりのごみの量'],
  ]);
  const name = '１人１日当たりのごみの量';
  expect(values(read, name, 'baseline')).toEqual([[2021, null, 902]]);
  expect(values(read, name, 'actual')).toEqual([[2024, null, 871]]);
  expect(values(read, name, 'target')).toEqual([[2028, null, 820]]);
});

test('a column of nothing but offices is in charge, whatever it is called; which money 査定 is must be said', async () => {
  const read = await csv('事業名,受け持ち課,R8査定（千円）', '橋の点検,道路課,5', '花の植栽,公園課,6');
  expect(read.plan.subjects.map(({ department }) => department)).toEqual(['道路課', '公園課']);
  expect(read.questions.map(({ id }) => id)).toEqual(['kind:査定']);
});

test('うち一般財源 twice: each is of the year of the amount it stands behind', async () => {
  const read = await csv(
    '事業名,R6決算見込額（千円）,うち一般財源（千円）,R7当初予算額（千円）,うち一般財源（千円）',
    '避難所の整備,42,40,63,21',
  );
  expect(values(read, '避難所の整備', 'うち一般財源')).toEqual([
    [2024, null, 40_000],
    [2025, null, 21_000],
  ]);
});

test('12,000千円 in the cells: no unit is asked', async () => {
  const read = await csv('事業名,令和6年度決算,令和7年度当初予算', '英語教育,"12,000千円","13,500千円"');
  expect(read.questions).toEqual([]);
  expect(values(read, '英語教育', 'budget').map(([, , yen]) => yen)).toEqual([12_000_000, 13_500_000]);
});

describe('forms with a year ahead, a section below the indicators and a form nobody filled in', () => {
  const form = (
    sheetName: string,
    [name, office, ...figures]: string[],
    [kpi, ...results]: string[],
  ): SheetData => {
    const rows = [
      ['主要事業個票', '', '', '', '', ''],
      ['事業名', name ?? '', '', '', '', ''],
      ['担当課・係', office ?? '', '', '', '', ''],
      ['根拠法令等', name === '' ? '' : '要綱', '', '', '', ''],
      ['１　事業費の推移（単位：千円）', '', '', '', '', ''],
      ['区分', '令和７年度\n決算', '令和８年度\n当初予算', '令和９年度\n見込', '', ''],
      ['事業費', ...figures, '', ''],
      ['２　成果を測る指標', '', '', '', '', ''],
      ['指標名', '単位', '令和７年度\n実績', '令和８年度\n目標', '', ''],
      [kpi ?? '', kpi === '' ? '' : '件', ...results, '', ''],
      ['３　評価（令和７年度の取組に対する評価）', '', '', '', '', ''],
      ['総合評価', name === '' ? '' : 'Ｂ', '', '', '今後の方向性', name === '' ? '' : '継続'],
    ];
    const merges = [10, 11].map((row) => ({
      top: row,
      bottom: row,
      left: row === 10 ? 0 : 1,
      right: row === 10 ? 5 : 3,
    }));
    return { ...textSheet(sheetName, rows), merges };
  };
  const read = readAs(
    workbook(
      form('様式', ['', '', '', '', ''], ['', '', '']),
      form('01', ['移住の相談', '企画課', '8', '9', '10'], ['相談の件数', '97', '121']),
      form('02', ['空き家の紹介', '住宅課', '3', '4', '5'], ['成約の件数', '7', '12']),
    ),
  );

  test('the blank form is left out, and nothing of it is a project', () => {
    expect(read.plan.subjects.map(({ name }) => name)).toEqual([
      '移住の相談',
      '相談の件数',
      '空き家の紹介',
      '成約の件数',
    ]);
    expect(read.plan.leftOut).toContainEqual(
      expect.objectContaining({ what: 'シート「様式」', why: '記入のない様式のため' }),
    );
  });

  test('令和９年度見込 is an amount as the years before it are', () => {
    expect(values(read, '移住の相談', 'budget')).toEqual([
      [2025, 'settled', 8_000],
      [2026, 'initial', 9_000],
      [2027, 'planned', 10_000],
    ]);
  });

  test('what stands below the section is no indicator', () => {
    expect(values(read, '移住の相談', '総合評価').map(([, , word]) => word)).toEqual(['Ｂ']);
  });
});

describe('several KPIs of one project, each with its own state', () => {
  let ask: (question: string) => Promise<string>;
  let read: Read;
  beforeAll(async () => {
    read = await csv(
      '取組名,成果を表す指標,単位,望ましい方向,策定時の値（令和4年度）,令和6年度目標,令和6年度実績,令和6年度の進み具合,数値の出典',
      '城跡の活用,来場者の数,人,↑,40,50,45,やや遅れ,入場券',
      '城跡の活用,来場者の満足度,％,↑,70,75,80,順調,聞き取り',
      'けもの対策,作物の被害額,千円,↓,860,730,704,順調,聞き取り',
    );
    ask = await botOf(read);
  }, 60_000);

  test('what differs between them is said of the KPI and not of the project', () => {
    expect(values(read, '来場者の数', '進み具合')).toEqual([[2024, null, 'やや遅れ']]);
    expect(values(read, '来場者の満足度', '数値の出典')).toEqual([[null, null, '聞き取り']]);
    expect(values(read, '城跡の活用', '進み具合')).toEqual([]);
  });

  test.each([
    ['来場者の満足度の進み具合は？', ['「順調」'], ['やや遅れ']],
    ['令和6年度の進み具合がやや遅れの指標は？', ['来場者の数'], ['作物の被害額']],
    ['作物の被害額、令和4年度の策定時から令和6年度までにどれだけ減りましたか', ['156千円の減'], []],
  ])('%s', async (question, told, untold) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
    for (const one of untold) expect(said).not.toContain(one);
  });
});

describe('money of two kinds, parts of it, two measures', () => {
  let ask: (question: string) => Promise<string>;
  beforeAll(async () => {
    ask = await botOf(
      await csv(
        '（単位：千円）',
        [
          '細事業名,課,会計名,R7予算現額（千円）,R7決算額（千円）,R8当初予算額（千円）,"財源内訳\n市債",今後の方向性',
          '活動の指標,単位,R7活動実績,成果の指標,単位,R7成果実績',
        ].join(','),
        '学校の改修,教育課,一般会計,45,43,132,82,縮小,点検作業の実施回数,回,18,校舎の点検箇所の割合,％,40',
        '健診の勧奨,保健課,国民健康保険特別会計,30,28,31,0,継続,案内の回数,回,4,受診率,％,44',
      ),
    );
  }, 60_000);

  test.each([
    ['学校の改修、R7の予算現額とR8の当初予算を比べるといくら増えた？', ['87千円の増']],
    ['学校の改修って令和7年度、予算じゃなくて実際いくらかかった？', ['43千円']],
    ['学校の改修、財源のうち市債はいくら？', ['82千円']],
    ['健診の勧奨はどの会計に入っていますか', ['国民健康保険特別会計']],
    ['学校の改修は今後どういう方向性になってますか', ['縮小']],
    ['令和7年度の決算額がいちばん大きかった細事業は何ですか', ['学校の改修', '43千円']],
    ['校舎の点検作業、R7は何回実施しましたか', ['18回']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });
});
