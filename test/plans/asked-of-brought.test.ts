// What is asked of brought plans: their own columns before those of other kinds, years and kinds of money, everyday names. Invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { toExport } from '../../src/present/export/everything.ts';
import { type Ask, askOf, fileOf } from '../support/brought-bot.ts';

const botOf = (rows: readonly string[]): Promise<Ask> =>
  askOf(rows, { title: '試しの計画', published: '2026-02-01' });

describe('projects with dates, rates and two kinds of money', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf([
      '事業名,担当課,R7当初予算（千円）,R8要求額（千円）,進捗率（％）,終了予定年月日',
      '公民館の改築事業,社会教育課,900,700,35,2027年3月31日',
      'ネーミングライツの導入,管財課,40,60,80,2026年9月30日',
      '町史編さん事業,生涯学習課,20,30,10,2028年3月31日',
      '水源涵養林整備事業,林務課,500,500,55,2029年3月31日',
    ]);
  }, 60_000);

  test.each([
    ['公民館の改築事業の進捗率', ['進捗率は35']],
    ['水源涵養林の進捗率は？', ['進捗率は55']],
    ['公民館の改築事業はいつ終わる？', ['2027年3月31日']],
    ['水源涵養林の整備はいつ終わる予定？', ['2029年3月31日']],
    ['この計画はいつ終わる？', ['計画期間は記載がありません']],
    ['公民館の改築事業の要求額と令和7年度当初予算の差は', ['200千円の減']],
    ['ネーミングライツの担当課は？', ['管財課']],
    ['町史の担当は？', ['生涯学習課']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });
});

describe('the year before prints its budget after supplements only', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf([
      '事業名,担当課,R8当初予算額（千円）,R7最終予算額（千円）',
      '橋りょう点検事業,道路課,240,310',
      '雪害対策事業,道路課,420,390',
    ]);
  }, 60_000);

  test.each([
    ['橋りょう点検事業の予算は前年度からいくら減りましたか', ['310千円（補正後予算）', '70千円の減']],
    ['橋りょう点検事業のR7の予算は？', ['310千円（補正後予算）']],
    ['R7の予算の合計は？', ['700千円', '令和7年度の金額は補正後予算です。']],
    ['R7の予算が一番多い事業は？', ['雪害対策事業', '390千円（補正後予算）']],
    ['R8の予算の合計は？', ['660千円']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });
});

describe('indicators with targets and results by year', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf([
      '取組項目,指標,単位,R4目標,R4実績,R5目標,R5実績,R6目標,R6実績',
      '窓口の改善,電子申請の割合,％,10,8,20,22,30,34',
      '時間外勤務の縮減,職員１人当たりの時間外勤務時間（月）,時間,12,13.2,11.5,11.8,11,11.4',
    ]);
  }, 60_000);

  test('hours are a measure like any other: from the result of one year to that of another', async () => {
    const said = await ask('時間外勤務時間は令和4年度から6年度にかけて何時間減った？');
    expect(said).toContain('1.8時間の減');
  });

  test('targets that rise by year say that more is better', async () => {
    const said = await ask('令和6年度の目標を達成した指標は？');
    expect(said).toContain('電子申請の割合');
    expect(said).not.toContain('「職員１人当たりの時間外勤務時間');
  });
});

describe('several names that hold one phrase', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf([
      '補助金名,担当課,R8当初予算額（千円）',
      '森の遊び場等整備補助金,公園課,90',
      '森の遊び体験補助金,青少年課,65',
      '大学施設費補助金,総務課,40',
      '森林所有者への補助金,林務課,12',
    ]);
  }, 60_000);

  test.each(['森の遊び関係の補助金を出して', '森の遊びの補助金は？'])('%s', async (question) => {
    const said = await ask(question);
    expect(said).toContain('2件');
    for (const one of ['森の遊び場等整備補助金', '森の遊び体験補助金']) expect(said).toContain(one);
    expect(said).not.toContain('大学');
  });
});

describe('a plan of this year beside the budget of the year before', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf([
      '事業名,担当課,前年度当初予算額 令和7年度（千円）,計画額 令和8年度（千円）,計画額 令和9年度（千円）,３か年合計（千円）',
      '索道施設の更新事業,観光課,38,96,15,149',
      '芋煮まつり支援事業,農政課,12,14,9,35',
      '山荘の改修事業,観光課,－,50,20,70',
    ]);
  }, 60_000);

  test.each([
    ['索道施設の更新事業の前年度の予算は？', ['令和7年度', '38千円']],
    ['芋煮まつりの令和9年度の予算は？', ['計画額は9千円']],
    ['芋煮まつり支援事業は、R7当初からR8計画でいくら増えていますか？', ['2千円の増']],
    ['索道施設の更新は３か年の合計でいくらになりますか', ['149千円']],
    ['索道施設の更新事業は3年間でいくら？', ['149千円']],
    ['芋煮まつりの決算額、令和7年度は？', ['決算額は収録していません']],
  ])('%s', async (question, said) => {
    const answer = await ask(question);
    for (const one of said) expect(answer).toContain(one);
  });
});

describe('what a year may spend in all, and a base held against what came about', () => {
  let budgets: Ask;
  let measures: Ask;
  beforeAll(async () => {
    budgets = await botOf([
      '事業名,令和7年度当初予算額（千円）,令和7年度補正予算額（千円）,令和7年度予算現額（千円）',
      '水路の改良事業,100,▲30,90',
      '農道の舗装事業,50,5,60',
    ]);
    measures = await botOf([
      '指標名,単位,基準値（令和元年度）,令和3年度実績,令和7年度実績,令和7年度目標',
      '１世帯当たりの灯油使用量,リットル,648,652,617,600',
      '森の学校の参加者数,人,10,20,30,40',
    ]);
  }, 60_000);

  test('繰越しも含めた予算', async () => {
    expect(await budgets('水路の改良事業の令和7年度、繰越しも含めた予算はいくら')).toContain('90千円');
  });

  test('the words of a KPI in another order', async () => {
    const said = await measures(
      '灯油の１世帯当たり使用量は、基準の令和元年度から令和7年度までに何リットル減った？',
    );
    expect(said).toContain('31リットルの減');
  });
});

describe('facilities with a row a year, and a rate that is printed', () => {
  let facilities: Ask;
  let grants: Ask;
  beforeAll(async () => {
    facilities = await botOf([
      '施設名,所管課,年度,利用者数（人）,利用者１人当たりコスト（円）',
      '星見の丘ホール,文化課,令和6年度,400,90',
      '星見の丘ホール,文化課,令和7年度,420,80',
      '谷の資料館,文化課,令和6年度,休館,－',
      '谷の資料館,文化課,令和7年度,110,300',
      '川辺プール,体育課,令和6年度,700,50',
      '川辺プール,体育課,令和7年度,650,60',
    ]);
    grants = await botOf([
      '事業名,令和7年度当初予算額（千円）,令和8年度当初予算額（千円）,増減率（％）',
      '渡し船の運航事業,80,72,▲10.0',
      '水源林の買取事業,－,48,皆増',
    ]);
  }, 60_000);

  test.each([
    ['文化課の施設の令和7年度の利用者数の合計は？', '530人（2事業）'],
    ['文化課の施設の令和7年度の利用者数は？', '110人'],
    ['谷の資料館の令和6年度の利用者数は？', '休館'],
    ['川辺プールの利用者数は令和6年度から令和7年度でどれだけ減った？', '50人の減'],
  ])('%s', async (question, said) => {
    expect((await facilities(question)).replace('です', '')).toContain(said);
  });

  test('what one visitor costs is not added up', async () => {
    expect(await facilities('令和7年度の利用者１人当たりコストの合計は')).not.toContain('440');
  });

  test.each([
    ['渡し船の運航事業の増減率は？', '-10.0%'],
    ['水源林の買取事業の増減率は？', '皆増'],
  ])('%s', async (question, said) => {
    expect(await grants(question)).toContain(said);
  });
});

describe('results beside what was foreseen for their year', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf([
      'サービス名,単位,令和6年度見込量,令和6年度実績,令和7年度見込量,令和7年度実績,令和8年度見込量',
      '居宅の介護,時間,420,398,440,431,460',
      '外出の援護,時間,60,72,65,70,90',
      '日中の一時支援,人,38,36,40,41,43',
    ]);
  }, 60_000);

  test('each result is held against the 見込量 of its own year', async () => {
    const said = await ask('令和7年度の実績が見込量を上回った指標はどれ？');
    expect(said).toContain('外出の援護');
    expect(said).toContain('日中の一時支援');
    expect(said).not.toContain('居宅の介護');
  });

  test('the amount foreseen is a target', async () => {
    expect(await ask('外出の援護の令和8年度の見込量は？')).toContain('90時間');
  });
});

test('numbers that are no figures, H-01 and 0012, are exported as they are printed', async () => {
  const file = await fileOf([
    '事業番号,事業名,R8当初予算（千円）',
    'H-01,朝市の開催,10',
    '0012,道づくり,20',
    '7,町史編さん,5',
  ]);
  const { projects } = toExport(
    createRepository({ municipalities: [], files: [file], hash: '' }),
    '2026-11-21',
  );
  const numbers = projects.map(({ number, values = [] }) => [
    number,
    ...values.flatMap(({ attribute, word }) => (attribute === 'number' ? [word] : [])),
  ]);
  expect(numbers).toEqual([[null, 'H-01'], [12, '0012'], [7]]);
});
