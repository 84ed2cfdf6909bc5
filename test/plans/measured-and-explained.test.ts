// Units told beside small figures, words where a rate could stand, marks explained in a note, and which way is better for a KPI: invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { proposeDirection } from '../../src/plans/mapping/directions.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, vocabulary } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-08-31' };

async function read(...rows: string[]) {
  const grid = await readGrid(Buffer.from(rows.join('\n')), 'plan.csv');
  const given = { answers: paper };
  return readPlan(grid, given);
}

type Read = Awaited<ReturnType<typeof read>>;

async function botOf({ plan }: Read) {
  const file = planFileSchema.parse(toPlanFile(plan));
  const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
  return async (question: string) => {
    const { lead, notes } = await bot.ask(question);
    return [lead ?? '', ...notes].join(' ');
  };
}

const actuals = ({ plan }: Read, name: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap(({ values }) => values)
    .flatMap(({ attribute, value, unit }) => (attribute === 'actual' ? [[value, unit]] : []));

describe('small figures beside a rate in per cent', () => {
  const heading = '施策,指標名,単位,R6実績,R7実績,R9目標,進捗率';

  test('are what their own unit says, or plain where a dash says that there is none', async () => {
    const found = await read(
      heading,
      '学び,正答率の全国との差,ポイント,-1.2,0.3,1,75.0%',
      '子育て,合計特殊出生率,－,1.31,1.27,1.45,20.0%',
    );
    expect(found.plan.problems).toEqual([]);
    expect(actuals(found, '正答率の全国との差')).toEqual([
      [-1.2, 'ポイント'],
      [0.3, 'ポイント'],
    ]);
    expect(actuals(found, '合計特殊出生率')).toEqual([
      [1.31, null],
      [1.27, null],
    ]);
  });

  test('stay in doubt where the unit is per cent or not told', async () => {
    for (const unit of ['％', '']) {
      const found = await read(heading, `学び,端末の故障の割合,${unit},0.5,0.3,0.2,75.0%`);
      expect(found.plan.problems.map(({ what }) => what)[0]).toContain('50%か0.5%か分かりません');
    }
  });
});

describe('皆増 and 皆減 in a column of rates', () => {
  let found: Read;
  let ask: Awaited<ReturnType<typeof botOf>>;
  beforeAll(async () => {
    found = await read(
      '事業名,担当課,R7当初予算（千円）,R8当初予算（千円）,増減率（％）',
      '湿原の再生,自然課,100,125,25.0',
      '渡船の補助,交通課,100,90,▲10.0',
      '水源林の買取,自然課,-,480,皆増',
      '貨客混載の実験,交通課,46,-,皆減',
    );
    ask = await botOf(found);
  }, 60_000);

  test('leave the others figures', () => {
    const rates = found.plan.subjects.flatMap(({ values }) =>
      values.flatMap(({ attribute, value, word }) => (attribute === '増減率' ? [value ?? word] : [])),
    );
    expect(rates).toEqual([25, -10, '皆増', '皆減']);
  });

  test.each([
    ['水源林の買取の増減率は？', '皆増'],
    ['渡船の補助の増減率は？', '-10.0%'],
    ['皆減になっているのは？', '貨客混載の実験'],
    ['皆増の事業はどれ？', '水源林の買取'],
  ])('%s', async (question, told) => expect(await ask(question)).toContain(told));
});

describe('marks that a note explains', () => {
  let ask: Awaited<ReturnType<typeof botOf>>;
  beforeAll(async () => {
    ask = await botOf(
      await read(
        '事業名,担当課,R8当初予算（千円）,評価,必要性',
        '橋の点検,道路課,5,Ａ,◎',
        '花の植栽,公園課,6,Ｄ,○',
        '町史の編さん,文化課,7,Ｄ,○',
        '※評価　Ａ：順調　Ｃ：やや遅れ　Ｄ：遅れ　－：評価できない,,,,',
      ),
    );
  }, 60_000);

  test.each([
    ['評価が遅れの事業は何件？', '2件'],
    ['D評価（遅れ）の事業はどれ？', '町史の編さん'],
    ['評価がAの事業はどれ？', '橋の点検'],
  ])('%s', async (question, told) => expect(await ask(question)).toContain(told));
});

describe('which way is better', () => {
  const way = (name: string, ...figures: [attribute: string, fy: number, value: number][]) =>
    proposeDirection(
      {
        kind: 'kpi',
        key: name,
        name,
        policyPath: [],
        department: null,
        place: 'A1',
        values: figures.map(([attribute, fy, value]) => ({
          attribute,
          fy,
          value,
          word: null,
          text: String(value),
          unit: '件',
          place: 'A1',
        })),
      },
      vocabulary,
    );

  test.each([
    // What is counted stands last.
    ['空き家バンク成約件数（累計）', 'up'],
    ['特定空家等の解消件数', 'up'],
    ['空き店舗の活用件数', 'up'],
    ['未活用の市有地', 'down'],
    ['利用者からの苦情件数', 'down'],
    ['交通事故防止講習の開催回数', 'up'],
    ['住宅用火災警報器の設置率', 'up'],
    ['未整備の歩道の延長', 'down'],
    ['刑法犯認知件数（住民登録者千人当たり）', 'down'],
    // What was done about it.
    ['除却した空家等の戸数', 'up'],
    ['浸水対策を終えた区域の割合', 'up'],
    ['公用車の保有台数', 'unknown'],
  ])('%s: %s', (name, wanted) => expect(way(name)).toBe(wanted));

  test('a name of what should fall with targets that rise is for a person to settle', () => {
    expect(way('要介護認定率', ['target', 2026, 18], ['target', 2027, 17.8])).toBe('down');
    expect(way('要介護認定率', ['target', 2026, 18], ['target', 2027, 18.9])).toBe('unknown');
  });

  test('a KPI of which nobody said it is judged as one that should rise, and said so', async () => {
    const ask = await botOf(
      await read(
        '取組名,指標名,単位,R6目標,R6実績,R7目標,R7実績',
        '公用車の見直し,公用車の保有台数,台,138,138,132,134',
      ),
    );
    expect(await ask('公用車の保有台数はR7の目標を達成した？')).toContain('多いほどよいとみています');
  });
});
