// Figures held against what is printed: several at once, two columns, a result and its target, a share of all.
import { describe, expect, test } from 'vitest';
import { saidBySeeds } from '../support/said-by-seeds.ts';

const said = saidBySeeds();

describe('several figures claimed at once: each of the column or year beside it', () => {
  test.each<[string, string]>([
    ['防犯カメラ運用事業の予算はR6が39,464千円、R7が57,740千円で合っていますか', 'はい'],
    ['防犯カメラ運用事業の予算はR6が39,464千円、R7が57,000千円で合っていますか', 'いいえ'],
    ['防犯カメラ運用事業はR6もR7も57,740千円でいいですか', 'いいえ'],
    ['アジア成長研究所の補助金はR4もR5も1億4千万円でおうとる？', 'はい'],
    ['コンビニ交付の利用率は基準値50.0％（令和5年度）、令和6年度目標47.0％で合っていますか。', 'はい'],
    ['コンビニ交付の利用率は基準値47.0％（令和5年度）、令和6年度目標50.0％で合っていますか。', 'いいえ'],
    ['国際交流事業のR3実績は300人、目標は330人で合ってますか', 'はい'],
    ['久留米シティプラザの来館者は平成30年度55.3万人、目標61.2万人で合っていますか', 'はい'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toMatch(new RegExp(`^${expected}、`));
  });
});

describe('two columns of money of one project', () => {
  test.each<[string, string[]]>([
    [
      '公共施設マネジメント推進事業は、人件費がR5年度予算額を上回っているものと認識する。相違ないか。',
      ['はい', '54,000千円', '7,434千円'],
    ],
    ['ふるさと寄附金促進事業は人件費のほうが予算より大きい？', ['いいえ', '21,450千円', '1,837,000千円']],
  ])('%s', async (ask, expected) => {
    const lead = await said(ask);
    for (const one of expected) expect(lead).toContain(one);
  });

  test('of one name in two plans the one that prints what is compared', async () => {
    expect(
      await said(
        '公共施設マネジメント推進事業と定住・移住促進事業では、人件費（目安）はどちらがいくら多いですか。',
      ),
    ).toContain('23,250千円');
  });
});

describe('a result and its target, a base and its target', () => {
  test.each<[string, string]>([
    ['東京事務所の新規移住相談者数のR3年度の目標と実績の差', '21人下回っています'],
    ['KitaQサポーターのR3の目標と実績の差', '261人上回っています'],
    ['農業体験等の参加者数は平成30年度から令和6年度の目標まで何人増やす計画', '200人の増'],
    ['新規に情報発信した歴史スポット数は平成30年度の基準から令和6年度の目標まで何件の積み増し', '138件の増'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('a share of so many projects: all that the plan holds', () => {
  test.each<[string, string | undefined, string]>([
    ['市民センター管理運営・整備事業のR7予算は10事業の合計の何％', undefined, '84.2%'],
    [
      'それは10事業全体の令和7年度予算額の合計の何％に当たりますか。',
      '市民センター管理運営・整備事業の令和7年度予算額',
      '84.2%',
    ],
  ])('%s', async (ask, context, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });

  test('of another number nothing is worked out', async () => {
    expect(await said('市民センター管理運営・整備事業のR7予算は3事業の合計の何％')).not.toContain('%');
  });
});

describe('what is said by its code, its number or its place', () => {
  test.each<[string, string]>([
    ['施策番号VII-1-(1)-①って何という施策でしたか。', '「東アジア経済交流推進機構」事業の推進'],
    ['行政評価No.25の交流、令和3年度は何人参加しましたか。', '19人'],
    ['行政評価No.25の令和3年度実績は', '実績は19人'],
    ['ドクターカーって久留米の何パッケージの話', '住みやすさ向上パッケージ'],
    ['久留米の子育てと移住定住のパッケージ 事業いくつぶら下がってるかな 再掲も数えて', '13件'],
    // Where somebody looks asks for no list.
    ['女性のヘルスケア理解促進事業は、連携事業の一覧で「e 地域振興」に分類されていますよね。', 'はい、'],
    ['女性のヘルスケア理解促進事業は、連携事業の一覧で「福祉」に分類されていますよね。', 'いいえ、'],
    ['行政評価の一覧で「遅れ」の事業を教えて', '2件'],
    // AでなくB
    ['行政評価の「成果の方向性」欄で「継続」でなく「拡大」と記載された事業', '1件'],
    // Said twice, and nothing is left out.
    ['連携事業の個票で今年の金額が横棒になっとって入ってないのどれ', '5件'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('typed in haste', () => {
  test.each<[string, string[]]>([
    ['企画立案の研修 今年いくら あと連携市町はいくつ', ['1,309千円']],
    ['西部の転入者もくひょう あと立ち寄りスポットは何件', ['1,603人', '5件']],
    ['KitaQサポーター 目標まで あと何人', ['139人']],
    ['行政評価 人件費いちばんかかってんのどれ', ['最も大きい', '54,000千円']],
    ['主要事務事業でR7の予算がいっちゃん少なかとはどれな', ['最も小さい', '900千円']],
    ['複業・兼業の関係人口づくりと首都圏応援ネットワークの5年度の予算は合計いくら', ['12,645千円']],
    [
      '地域おこし協力隊等によるSNSでの情報発信の累計と、近隣自治体のイベントへの出店の数について、目標をそれぞれ',
      ['3,000件', '6件'],
    ],
  ])('%s', async (ask, expected) => {
    const lead = await said(ask);
    for (const one of expected) expect(lead).toContain(one);
  });

  test('what is counted in a unit that no figure has is told by no figure of another kind', async () => {
    expect(await said('防犯カメラ r7なん台つけるの')).not.toContain('千円');
  });

  test('what defines a word comes first', async () => {
    expect(await said('(仮称)地域コミュニティ交付金とは')).toMatch(
      /^資料の記述\(要約\):「\(仮\)地域コミュニティ交付金」は/,
    );
  });
});
