// Sentence → Question, one table a form, with sentences that must not match.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { parseQuestion } from '../../src/question/parse-question.ts';
import type { Condition, Question } from '../../src/question/question.ts';
import { createVocabulary } from '../../src/question/vocabulary.ts';

const repository = createRepository(loadSeeds(join(import.meta.dirname, '../../seeds')));
const around = { vocabulary: createVocabulary(repository), fiscalYear: 2026 };
const read = (text: string): Question => parseQuestion(text, around);
const condition = <On extends Condition['on']>(text: string, on: On) =>
  read(text).conditions.find((one): one is Extract<Condition, { on: On }> => one.on === on);

describe('fiscal years', () => {
  test.each<[string, number[]]>([
    ['R8の予算', [2026]],
    ['Ｒ８の予算', [2026]],
    ['令和8年度の目標', [2026]],
    ['令和元年度の基準値', [2019]],
    ['2026年度の予算', [2026]],
    ['FY2026の予算', [2026]],
    ['H30の実績', [2018]],
    ['平成30年度の実績', [2018]],
    ['今年度の予算', [2026]],
    ['来年度の予算', [2027]],
    ['昨年度の実績', [2025]],
    ['去年の実績', [2025]],
    ['5年度予算', [2023]],
    ['R6からR7の差', [2024, 2025]],
    ['R6〜R7の予算', [2024, 2025]],
    ['R4とR5の予算', [2022, 2023]],
    ['令和6・7年度の予算', [2024, 2025]],
  ])('%s', (text, years) => {
    expect(read(text).years).toEqual(years);
  });

  test.each([
    '前年度比増が目標のKPI',
    '20歳代の社会動態',
    'SDGs16',
    '15歳以上80歳未満の滞在人口',
    '9,000千円以上の事業',
    '5年間の平均',
  ])('no year in %s', (text) => {
    expect(read(text).years).toEqual([]);
  });

  test('年 without 度 is read as a fiscal year and said so', () => {
    expect(read('令和3年の実績')).toMatchObject({
      years: [2021],
      assumed: ['「令和3年」は令和3年度として読みました。'],
    });
  });
});

describe('towns', () => {
  test.each<[string, string, boolean]>([
    ['直方市が関わっている連携事業を全部出して', '直方市', true],
    ['/jigyo 上毛町が参加', '上毛町', true],
    ['のおがたの事業', '直方市', true],
    ['/machi こうげまち', '上毛町', true],
    ['/machi 直方', '直方市', true],
    ['苅田町が入っていない事業は？', '苅田町', false],
    ['苅田町が参加していない事業', '苅田町', false],
    ['北九州市が参加している事業', '北九州市', true],
    ['大川市の事業', '大川市', true],
  ])('%s', (text, town, joined) => {
    expect(condition(text, 'town')).toEqual({ on: 'town', town, joined });
  });

  test.each([
    '遠賀川流域市町による災害時の避難者受入れ',
    '中間評価の結果',
    '北九州市U・Iターン応援プロジェクト',
    '北九州市立大学',
    '北九州市の認知度',
  ])('no town in %s', (text) => {
    expect(condition(text, 'town')).toBeUndefined();
  });

  test.each([
    '大阪市の事業を教えて',
    '飯塚市は連携中枢に入っている？',
    '京都府の事業',
    '若松区の事業',
    '福岡市の事業を教えて',
  ])('a place without a document: %s', (text) => {
    expect(read(text).unknown.map(({ what }) => what)).toEqual(['town']);
  });

  test.each(['福岡市との連携事業数', '近隣の市町村との連携', '校区の数', 'みんなで支えるまちの事業'])(
    'no unknown place in %s',
    (text) => {
      expect(read(text).unknown).toEqual([]);
    },
  );

  test('全市町 is a scope, negated too', () => {
    expect(condition('全市町が参加している事業', 'scope')?.scope).toBe('all');
    expect(condition('全市町が対象でない事業', 'scope')?.scope).toBe('listed');
  });
});

describe('departments and plans', () => {
  test.each<[string, string]>([
    ['国際政策課の事業', '国際政策課'],
    ['地域振興課 R6予算 合計', '地域振興課'],
    ['安全・安心推進課の担当事業', '安全・安心推進課'],
    ['安全安心推進課の事業', '安全・安心推進課'],
    ['東京事務所の新規移住相談者数', '東京事務所'],
  ])('%s', (text, department) => {
    expect(condition(text, 'department')?.departments).toEqual([department]);
  });

  test.each(['新任課長・係長研修の予算', '「Z世代課パートナーズ制度」を活用したまちづくり'])(
    'no department in %s',
    (text) => {
      expect(condition(text, 'department')).toBeUndefined();
      expect(read(text).unknown).toEqual([]);
    },
  );

  test('a department that no document names is told apart', () => {
    expect(read('財政課の事業は？').unknown).toEqual([{ what: 'department', text: '財政課' }]);
  });

  test.each<[string, string[]]>([
    ['行政評価で増額の事業', ['kitakyushu-hyoka']],
    ['久留米の戦略で再掲の事業', ['kurume-senryaku']],
    ['連携中枢の事業', ['kitakyushu-renkei']],
    ['主要事務事業のR7予算', ['kitakyushu-jimu']],
    ['北九州市の総合戦略', ['kurume-senryaku', 'kitakyushu-hyoka', 'kitakyushu-jimu', 'kitakyushu-renkei']],
  ])('%s', (text, plans) => {
    expect([...(condition(text, 'plan')?.plans ?? [])].sort()).toEqual([...plans].sort());
  });

  test.each(['久留米シティプラザ来館者数の目標', '連携事業数の実績', '北九州空港の機能強化'])(
    'no plan in %s',
    (text) => {
      expect(condition(text, 'plan')).toBeUndefined();
    },
  );
});

describe('policies', () => {
  test.each<[string, string[]]>([
    ['施策番号IV-4-(2)-②の事業', ['hyoka-policy-4-4-2-2']],
    ['VII-3-(1)-② にぶら下がっている事業', ['hyoka-policy-7-3-1-2']],
    ['VII-3-(I)-②の事業', ['hyoka-policy-7-3-1-2']],
    ['Ⅶ－３－（１）－②の事業', ['hyoka-policy-7-3-1-2']],
    ['7-3-1-2の事業', ['hyoka-policy-7-3-1-2']],
    ['3(2)eの事業', ['renkei-measure-3-2-e']],
    ['久留米の基本目標2の数値目標', ['kurume-goal-2']],
    ['パッケージ3のKPI', ['kurume-package-3']],
    ['3つ目のパッケージの事業', ['kurume-package-3']],
    ['方向⑬の事業', ['kurume-direction-13']],
    ['⑬の事業', ['kurume-direction-13']],
    ['施策の基本的方向7の事業', ['kurume-direction-7']],
    ['住みやすさ向上パッケージの事業', ['kurume-package-4']],
    ['彩りあるまちの事業', ['jimu-vision-2']],
    ['安らぐまちのKPI', ['jimu-vision-3']],
    ['近代化遺産などの文化財の活用の事業', ['hyoka-policy-5-3-2-3']],
    ['人材の育成の事業', ['renkei-measure-3-3-a']],
  ])('%s', (text, policies) => {
    expect(condition(text, 'policy')?.policies).toEqual(policies);
  });

  test.each(['環境の事業', '介護', '成果の方向性が拡大の事業', '目標3件のKPI', '20-30歳代の転入'])(
    'no policy in %s',
    (text) => {
      expect(condition(text, 'policy')).toBeUndefined();
    },
  );

  test('a code that no plan has is told apart', () => {
    expect(read('/jigyo VI-1-(1)-①').unknown.map(({ what }) => what)).toEqual(['policy']);
  });

  test.each<[string, number]>([
    ['/jigyo SDGs16', 16],
    ['SDGsゴール17の事業', 17],
    ['SDGs 12番に該当する事業', 12],
    ['ゴール5の事業', 5],
    ['SDGsの目標4の事業', 4],
  ])('%s', (text, goal) => {
    expect(condition(text, 'sdg')).toEqual({ on: 'sdg', goal });
  });
});

describe('evaluations and changes', () => {
  test.each<[string, string]>([
    ['/jigyo 評価 大変順調', '大変順調'],
    ['評価が遅れになっている事業', '遅れ'],
    ['やや遅れの事業', 'やや遅れ'],
    ['事業評価が順調の事業', '順調'],
  ])('%s', (text, word) => {
    expect(condition(text, 'evaluation')).toEqual({ on: 'evaluation', word, of: 'project' });
  });

  test('局施策評価 is the evaluation of the policy', () => {
    expect(condition('局施策評価がやや遅れの事業', 'evaluation')).toEqual({
      on: 'evaluation',
      word: 'やや遅れ',
      of: 'policy',
    });
  });

  test('遅れているKPI is the lagging list, not a printed word', () => {
    expect(read('遅れているKPIは？')).toMatchObject({ special: 'lagging', conditions: [] });
    expect(read('実績未登録のKPI').special).toBe('unrecorded');
  });

  test.each<[string, string]>([
    ['行政評価で事業費の増減が「増額」になっている事業', '増額'],
    ['減額の事業', '減額'],
    ['事業費が維持の事業', '維持'],
  ])('%s', (text, word) => {
    expect(condition(text, 'budgetChange')).toEqual({ on: 'budgetChange', word });
  });

  test.each(['世界遺産維持活用保全事業の予算', '筑豊電気鉄道確保維持改善事業', '維持が目標のKPI'])(
    'no printed change in %s',
    (text) => {
      expect(condition(text, 'budgetChange')).toBeUndefined();
    },
  );

  test.each<[string, string[]]>([
    ['北九州市が全額負担する事業', ['kitakyushu']],
    ['原則として北九州市が負担する事業', ['kitakyushu-in-principle']],
    ['連携市町が費用を負担する事業', ['participants']],
    ['協議して決める費用負担の事業', ['negotiated']],
    ['費用負担が発生しない事業', ['none-expected']],
  ])('%s', (text, bearers) => {
    expect(condition(text, 'bearer')?.bearers).toEqual(bearers);
  });
});

describe('comparisons, kinds of KPIs and operations', () => {
  test.each<[string, string, string, number]>([
    ['達成率50%以下のKPI', 'rate', '<=', 50],
    ['達成率が200%以上だった指標', 'rate', '>=', 200],
    ['達成率が100%に届かなかった指標', 'rate', '<', 100],
    ['目標を達成できなかったKPI', 'rate', '<', 100],
    ['R5予算が1億円以上の事業', 'budget', '>=', 100_000],
    ['予算1,000千円未満の事業', 'budget', '<', 1000],
    ['人件費が2万千円以上の事業', 'labor', '>=', 20_000],
    ['目標値が90%のKPI', 'target', '=', 90],
  ])('%s', (text, what, relation, value) => {
    expect(condition(text, 'compare')).toMatchObject({ what, relation, value });
  });

  test.each([
    '大雨の被害を減らすための事業',
    '全国平均以上の目標はどれくらい難しいか',
    '運動する人の割合(1日30分以上で週2回以上)',
  ])('no bound in %s', (text) => {
    expect(condition(text, 'compare')).toBeUndefined();
    expect(condition(text, 'direction')).toBeUndefined();
  });

  test('減らす目標 and 順位の指標は除く: KPIs that shall fall', () => {
    const question = read('減らすこと・下げることが目標になっているKPIを挙げて（順位の指標は除く）');
    expect(question.conditions).toEqual([{ on: 'direction', directions: ['down'] }]);
    expect(question.words).toBe('');
  });

  test.each<[string, string]>([
    ['国際政策課の事業は何件ですか', 'count'],
    ['企画課のR5予算の合計', 'sum'],
    ['東京事務所のR5年度予算は全部でいくらですか', 'sum'],
    ['R3の達成率が一番高かったKPI', 'max'],
    ['達成率が最も低いKPI', 'min'],
    ['U・Iターン就職決定者数、現状から目標まであと何人？', 'diff'],
    ['予算はいくら増えましたか', 'diff'],
    ['水道技術研修は何市町が対象', 'count-towns'],
  ])('%s', (text, does) => {
    expect(read(text).operations.map((operation) => operation.does)).toContain(does);
  });

  test('a row number is a condition, a policy code is not', () => {
    expect(condition('No. 11の事業', 'row')).toEqual({ on: 'row', number: 11 });
    expect(condition('施策番号IV-4-(2)-②の事業', 'row')).toBeUndefined();
  });

  test.each(['寄附件数', '刑法犯認知件数', '社会動態の増加数', '最先端の研究', '最寄りの駅'])(
    'no operation in %s',
    (text) => {
      expect(read(text).operations).toEqual([]);
    },
  );
});

describe('several values of one kind', () => {
  test('two evaluations are alternatives', () => {
    expect(condition('評価が遅れかやや遅れの事業', 'any')?.of).toEqual([
      { on: 'evaluation', word: '遅れ', of: 'project' },
      { on: 'evaluation', word: 'やや遅れ', of: 'project' },
    ]);
  });

  test('two SDG goals hold together unless か stands between', () => {
    expect(read('SDGs8と17の事業').conditions).toEqual([
      { on: 'sdg', goal: 8 },
      { on: 'sdg', goal: 17 },
    ]);
    expect(condition('SDGs8か17の事業', 'any')?.of).toHaveLength(2);
  });

  test('じゃなくて drops what stands before it', () => {
    expect(read('増減が「増額」じゃなくて「減額」の事業').conditions).toEqual([
      { on: 'budgetChange', word: '減額' },
    ]);
  });

  test.each<[string, Condition]>([
    ['国際政策課以外の事業', { on: 'department', departments: ['国際政策課'] }],
    ['評価が順調ではない事業', { on: 'evaluation', word: '順調', of: 'project' }],
    ['再掲を除いた事業', { on: 'repeated' }],
  ])('%s', (text, that) => {
    expect(condition(text, 'not')?.that).toEqual(that);
  });

  test.each(['10位以内を目標にしているKPI', '予算の上位3事業', '達成率トップ3のKPI', '予算が3位までの事業'])(
    'no single place in %s',
    (text) => {
      expect(read(text).operations.filter((one) => 'nth' in one)).toEqual([]);
    },
  );

  test.each<[string, string, number]>([
    ['連携市町が18より少ない事業', '<', 18],
    ['17市町が参加する事業', '=', 17],
    ['市町が15以上参加する事業', '>=', 15],
  ])('%s', (text, relation, count) => {
    expect(condition(text, 'townCount')).toEqual({ on: 'townCount', relation, count });
  });
});

describe('what is left', () => {
  test.each([
    '移住',
    '大雨の被害を減らすための事業はどれですか',
    '空き家 リフォーム',
    '待機児童数',
    'いじゅう',
  ])('plain words go to the search whole: %s', (text) => {
    expect(read(text)).toMatchObject({ plain: true, conditions: [], facets: [] });
    expect(read(text).words).not.toBe('');
  });

  test('filler leaves no search words', () => {
    for (const text of [
      '国際政策課の事業を一覧で見せて',
      '直方市が関わっている連携事業を全部出して',
      '再掲の事業は何件ありますか',
    ])
      expect(read(text).words).toBe('');
  });

  test('a name claims its words before towns, plans and topics do', () => {
    const question = read('北九州市U・Iターン応援プロジェクトの予算');
    expect(question.conditions).toEqual([]);
    expect(question.named).toMatchObject([{ kind: 'project', id: 'renkei-ui-turn', exact: true }]);
  });

  test('the command sets the kind only where the text does not', () => {
    expect(read('/kpi 国際政策課').kinds).toEqual(['kpi']);
    expect(read('/jigyo 国際政策課').kinds).toEqual(['project']);
    expect(read('/kpi 国際政策課の事業').kinds).toEqual(['project']);
    expect(read('国際政策課').kinds).toEqual(['kpi', 'project']);
  });

  test.each(['', '   ', 'ヘルプ', 'help', '使い方', '/kpi', '/jigyo ヘルプ'])(
    '「%s」 asks for help',
    (text) => {
      expect(read(text)).toMatchObject({ special: 'help', intent: 'help' });
    },
  );
});
