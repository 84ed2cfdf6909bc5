// Conditions as they are joined, put behind the mark or meant for the figure alone; what is claimed to be printed.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('years in brackets behind the mark', () => {
  test.each<[string, string]>([
    [
      '減額幅が3番目に大きいのはどの事業で何千円減った?(R4→R5、額で)',
      '3番目に大きい事業は「情報発信・取材協力事業」の1,832千円減',
    ],
    ['予算が減った事業は何件?(R4→R5、行政評価)', '14件です'],
    ['予算がいちばん多い事業は?(令和7年度)', '「市民センター管理運営・整備事業」の2,423,778千円'],
    ['総務課の事業の予算の合計は?(R5)', '3,179,676千円です(6事業)'],
    ['増加率が最大の事業は?(R6→R7)', '「防犯カメラ運用事業」の46.3%増'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('how a mean is rounded is no condition', () => {
  test.each<[string, string]>([
    ['R8の金額が入っている連携事業の1事業あたり平均(千円未満四捨五入)', '平均は25,832千円です(7事業)'],
    ['国際政策課の事業のR5予算の平均(百万円未満を四捨五入)はいくら', '平均は33百万円です(8事業)'],
    ['主要事務事業のR7予算の平均、千円未満四捨五入で', '平均は287,800千円です(10事業)'],
    ['企画課のR5予算の平均は何円ですか、小数点以下切り捨てで', '平均は475,344,750円です(4事業)'],
    ['総務課のR5予算の平均はいくら?(単位:百万円)', '平均は530百万円です(6事業)'],
    // A condition stays one.
    ['R5予算が1千万円未満の総務課の事業は何件', '1千万円未満'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('AND joins conditions', () => {
  test.each<[string, string]>([
    ['総務課 AND 減額 AND 評価が順調、に当てはまる事業名', '1件です(「関門連携推進事業」)'],
    ['企画課 AND 増額 の事業は?', '1件です(「ふるさと寄附金促進事業」)'],
    ['R5予算が1億円以上 AND 評価が順調の事業名', '2件です'],
    ['東京事務所 & 減額 の事業は何件', '1件です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('both values, and not either of them', () => {
  test.each<[string, string]>([
    ['SDGsのゴール④と⑦、両方とも付いている事業は?', '2件です(「(公財)アジア成長研究所補助金」'],
    ['SDGsのゴール4と7の両方が付いている事業は?', '2件です(「(公財)アジア成長研究所補助金」'],
    ['SDGsの4番と10番がともに付いている事業', '2件です(「多文化共生の推進」'],
    ['SDGsが4番も10番も付いている事業は何件', '2件です'],
    ['SDGsゴール④かつ⑩の事業', '2件です'],
    ['SDGsゴール8と17のどちらも付いた事業名', '4件です'],
    ['SDGsゴール4と10と11の3つとも付いている事業', '2件です'],
    ['総務課と企画課の両方が担当している事業は', '記載がありません'],
    // Either of them.
    ['SDGsのゴール4か7の事業は?', '5件です'],
    ['SDGsゴール④と⑦の事業は何件', '5件です'],
    ['総務課と企画課、両方の事業の数', '10件です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('a figure claimed to be printed so', () => {
  test.each<[string, string]>([
    ['SNS閲覧件数の達成率「49,243.4%」、桁の誤りでなく表の数字どおりですか', 'はい、'],
    ['新規移住相談者数の達成率は89.5%で正しいですか', 'はい、'],
    ['新規移住相談者数の達成率は95%、資料のとおりでよいですか', 'いいえ、'],
    ['防犯灯設置事業のR7予算21,800千円は、入力ミスではなく資料どおりですか', 'はい、'],
    ['新規移住相談者数の令和3年度の実績179人は記載どおりですか', 'はい、'],
    ['待機児童数の基準値は45人、原文のとおりでしょうか', 'いいえ、'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('whether it is a slip of the pen is not answered by yes', async () => {
    expect(await said('SNS閲覧件数の達成率は49,243.4%、桁の誤りではないですか')).not.toMatch(/^はい/);
  });
});

describe('parts of one level', () => {
  test.each<[string, string]>([
    ['久留米市の総合戦略、政策パッケージのKPIで基準年が令和元年度のものはいくつありますか', 'KPIは6件です'],
    ['久留米の基本目標のKPIで基準年が令和元年度のものはいくつ', 'KPIは2件です'],
    ['久留米のパッケージのKPIは全部で何件', 'KPIは38件です'],
    ['久留米の基本目標のKPIは何件', 'KPIは7件です'],
    ['久留米の6パッケージのうちKPIが最も少ないのは', '「6 西部地域振興パッケージ」の3件'],
    ['久留米の5基本目標を挙げて', '基本目標は5件です'],
    [
      '久留米の6パッケージで具体的な事業の本数が最多なのはどれ、何本?再掲も数に入れて',
      '「3 子育て子育ち応援・移住定住につなげるパッケージ」の13件',
    ],
    // Not all of them.
    ['久留米の3パッケージの事業は何件', '数値は計算していません'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('rows listed again, said behind the question', () => {
  test.each<[string, string]>([
    ['連携中枢ビジョンの環境の事業は何件?再掲は除いて', '1件です'],
    ['連携中枢ビジョンの環境の事業は何件?再掲を数えないで', '1件です'],
    ['災害対策の事業はいくつですか。再掲は数に入れないで', '4件です'],
    ['連携中枢ビジョンの環境の事業は何件?再掲も数に入れて', '5件です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('places counted from one end', () => {
  test.each<[string, string, string?]>([
    [
      'じゃあ下から2番目は?金額も',
      '「関門連携推進事業」の1,320千円',
      'R3年度行政評価の表で令和5年度予算がいちばん少ない事業はどれ?',
    ],
    ['上から2番目は?', '「地域総括補助金」の270,700千円', '主要事務事業でR7予算がいちばん多い事業は'],
    ['国際政策課のR5予算、下から2番目の事業は', '「海外とのネットワーク強化事業」の4,300千円'],
    ['行政評価で令和5年度予算が上から4番目に多い事業は', '「定住・移住促進事業」の44,090千円'],
    ['行政評価のR5予算が上から3番目の事業は', '「(公財)アジア成長研究所補助金」の140,000千円'],
    ['久留米のパッケージで事業の数が最も多いのは?再掲は除いて', '数値は計算していません'],
  ])('%s', async (ask, expected, context) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('bodies that take no part', () => {
  test.each<[string, string]>([
    ['北九州都市圏域18市町のうち、U・Iターン応援に名前がない団体', '入っていないのは苅田町'],
    ['18市町で、U・Iターン応援に名を連ねていない団体は', '入っていないのは苅田町'],
    ['18市町のうち、DX人材育成研修に名前が載っていない団体はどこ', '18市町(6市12町)'],
    ['18市町のうち、国際交流に入っていない団体は', '参加市町は記載がありません'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('what the answer is for, and who said so', () => {
  test.each<[string, string]>([
    ['久留米市の基本目標を五つとも挙げてください。老人会で話をしますので。', '基本目標は5件です'],
    ['主要事務事業のR7予算の合計は?町内会で話をするので。', '2,878,000千円です(10事業)'],
    ['総務課の事業は何件ですか。子ども会で説明しますから。', '6件です'],
    ['久留米は待機児童を令和6年度に0人にする目標だって近所の人が言うんだけど、本当ですか?', 'はい、'],
    ['防犯灯のR7予算は2万円だって隣の人が言うんだけど本当?', 'いいえ、'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('how far a count moved is no money', () => {
  test.each<[string, string]>([
    ['R3のふるさと寄附、件数は前年度から何件伸びた?', '32,337件の増'],
    ['ふるさと寄附の件数は何件伸びた?', '46件(H24年度)から実績96,953件(令和3年度)へ、96,907件の増'],
    ['ふるさと寄附の予算は何千円増えた?', '727,000千円の増'],
    ['総務課の予算が減った事業は何件?', '4件です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('money is not told where nothing of the record is counted so', async () => {
    expect(await said('防犯灯設置事業は何件減った?')).not.toContain('千円');
    expect(await said('北九州市魅力発信事業は前年度から何件増えた?')).not.toContain('千円');
  });
});

describe('または between conditions of different columns: one of them is enough', () => {
  test.each<[string, string]>([
    ['総務課または減額の事業は何件', '「総務課または事業費の増減が『減額』」の事業は15件です'],
    ['R5予算が1億円以上または人件費が3千万円以上の事業', '事業は5件です'],
    ['苅田町または中間市が参加する事業は何件', '事業は12件です'],
    ['苅田町と中間市が参加する事業は何件', '事業は11件です'],
    ['総務課で、増額または減額の事業は何件', '事業は4件です'],
  ])('%s', async (ask, expected) => {
    expect((await bot.ask(ask, {})).lead.replaceAll('「減額」', '『減額』')).toContain(expected);
  });
});
