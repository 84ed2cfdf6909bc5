// Parts from one to another, rows by their bare number, what a record does not hold, and what moved between two columns.
import { describe, expect, test } from 'vitest';
import { saidBySeeds } from '../support/said-by-seeds.ts';

const said = saidBySeeds();

describe('parts of a plan from one to another', () => {
  test.each<[string, string[]]>([
    ['久留米のパッケージ1〜3の事業は何件', ['パッケージ1・2・3', '26件です']],
    ['パッケージ1からパッケージ3までの事業は何件', ['26件です']],
    ['パッケージ1と3の事業は何件', ['23件です']],
    ['基本目標2から4のKPIは何件', ['基本目標2・3・4', '5件です']],
    ['連携中枢ビジョンの3(1)〜(3)の事業は何件', ['3(1)・3(2)・3(3)', '54件です']],
    ['3(1)a〜cの事業は何件', ['3(1)a・3(1)b・3(1)c', '8件です']],
    ['全部のパッケージを通してKPIは何件', ['38件です']],
    ['久留米の総合戦略のKPI、基準値が「—」のものはパッケージ1〜6を通して何本あるか', ['6件です', 'KPI']],
    ['6つの政策パッケージ全部を通すと、基準値が「—」のKPIは何件ですか', ['6件です']],
    ['連携事業の一覧表で【再掲】が付いている事業を、分野を問わず全部', ['事業は5件です']],
    [
      '具体的取組の一覧の「教育、文化及びスポーツ」に挙がっている連携事業を全部並べて',
      ['事業は7件です', '公共図書館連携事業'],
    ],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('rows by their bare number', () => {
  test.each<[string, string]>([
    ['6番の事業は', '2件です'],
    ['主要事務事業の6番の事業の予算は', '「若者の犯罪行為への加担防止啓発事業」900千円'],
    ['事務事業番号6番の担当課は', '安全・安心推進課'],
  ])('%s', async (ask, part) => {
    expect(await said(ask)).toContain(part);
  });
});

describe('what neither a record nor its sentences hold', () => {
  test.each<[string, string]>([
    ['DX人材育成研修の会場は', '「会場」は、収録している資料に記載がありません'],
    ['DX人材育成研修の講師は', '「講師」は、収録している資料に記載がありません'],
    ['防犯灯設置事業の委託先は', '「委託先」は、収録している資料に記載がありません'],
    ['証明書コンビニ交付サービスの手数料は', '「手数料」は、収録している資料に記載がありません'],
    ['令和7年度の防犯カメラの台数は', '記載がありません'],
    ['年間観光客数の目標は改訂前いくつ', '「改訂前」は、収録している資料に記載がありません'],
  ])('%s', async (ask, part) => {
    const answer = await said(ask);
    expect(answer).toContain(part);
    expect(answer).not.toContain('千円');
  });

  test('what they hold is told', async () => {
    expect(await said('水道技術研修の費用負担は')).toContain('受講費は連携市町が負担');
    expect(await said('久留米の戦略の「オープンラボ」の意味は')).toContain('開放型');
  });

  test('another word is no slip of a name, a word of the same sound is', async () => {
    expect(await said('DX人材育成研修の会場は')).not.toContain('として読みました');
    expect(await said('証明書コンビニ公布サービス維持管理事業のR7予算は')).toContain('57,352千円');
  });
});

describe('a share that running text tells', () => {
  test.each<[string, string]>([
    ['市内の学生の約6割が市内企業への就職を検討しているって本当?', 'はい、'],
    ['市内の学生の約6割は市内企業への就職を検討していないって本当?', 'いいえ、'],
    ['市内の学生の約4割は市内企業への就職を検討していないって本当?', 'はい、'],
    ['市内の学生の約7割が市内企業への就職を検討しているって本当?', 'いいえ、'],
    ['久留米から転出した人の6割を超える人が住み続けたかったと感じているのは本当ですか', 'はい、'],
  ])('%s', async (ask, part) => {
    expect((await said(ask)).startsWith(part)).toBe(true);
  });
});

describe('how far, between two columns', () => {
  test.each<[string, string]>([
    ['年間観光客数の基準値と目標値は?差だけでいいです', '25万人の増'],
    ['ふるさと寄附金促進事業の予算、R4とR5は?差額だけで結構です', '727,000千円の増'],
    ['コンビニ交付の利用率のR7目標と基準値はどちらが高い', '同じ'],
    ['コンビニ交付の利用率のR7目標は基準値より上か下か', '同じ'],
    [
      '「本市への誇りや自信があると答えた市民の割合」、R3実績は目標に何ポイント足りない',
      '目標値75.0%(令和3年度)を19.8ポイント下回っています',
    ],
    [
      '世界遺産維持活用保全事業と世界遺産集客にぎわい創造事業のR4計とR5計と差引',
      '令和4年度の28,532千円から令和5年度の27,525千円へ、1,007千円の減',
    ],
    ['ASEAN新都市間連携促進事業の中期目標の改訂前の人数は', '100人'],
  ])('%s', async (ask, part) => {
    expect(await said(ask)).toContain(part);
  });
});

describe('when a plan begins and ends', () => {
  test.each<[string, string | undefined]>([
    ['久留米の総合戦略の開始年度は', undefined],
    ['久留米の総合戦略は何年度まで?', undefined],
    ['始まりは何年度', '第2期久留米市地方創生総合戦略の対象期間はいつまで?'],
    ['何年度から?', '久留米の総合戦略は何年度まで?'],
  ])('%s', async (ask, context) => {
    expect(await said(ask, context)).toContain('令和2年度から令和6年度まで');
  });
});

describe('in a thread', () => {
  test.each<[string, string, string]>([
    ['連携事業一覧で「上下水道」の事業はいくつ?', 'じゃあ環境は?再掲は抜きで', '1件です'],
    [
      'U・Iターン応援プロジェクトに吉富町は入ってますか',
      'そこ、首都圏からの移住促進にも入ってる?',
      'はい、「首都圏などからの移住促進」の参加市町',
    ],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('what a message lends', () => {
  test.each<[string, string]>([
    [
      '市民協働の連載を準備していて、総務市民局の主要事務事業の表を手元に置いています。このうち令和7年度の予算額がいちばん小さい事業はどれですか。',
      '「若者の犯罪行為への加担防止啓発事業」の900千円',
    ],
    [
      '担当課が安全・安心推進課になっている事業が対象です。令和6年度の予算額を全部足すといくらになりますか。',
      '77,121千円',
    ],
    [
      '総合戦略のKPIには、新規に情報発信した歴史スポット数が累計で載っているそうですね。基準値から令和6年度の目標値までに、あと何件積み増す計画だったのでしょうか。',
      '138件',
    ],
    [
      '主要事業所管課名が東京事務所の事業がいくつかあります。令和5年度予算額の合計を教えてください。',
      '12,645千円',
    ],
  ])('%s', async (ask, part) => {
    expect(await said(ask)).toContain(part);
  });
});
