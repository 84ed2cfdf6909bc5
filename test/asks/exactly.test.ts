// Figures under conditions, parts by what hangs on them, rows counted once, and claims held against the documents.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string) => (await bot.ask(ask)).lead.normalize('NFKC');

describe('how far, of KPIs under conditions', () => {
  test.each<[string, string[]]>([
    [
      '雇用・就業・創業応援パッケージのKPIで単位が「社」のものは、目標値が基準値を何社上回りますか',
      ['市内バイオ関連企業数', '8社の増'],
    ],
    [
      '子育て子育ち応援・移住定住につなげるパッケージのKPIで単位が「校区」のものは、目標が基準を何校区上回る設定ですか',
      ['学童保育所の高学年受入', '14校区の増'],
    ],
    [
      'R5行政評価の企画課のKPIのうち単位が「人」のものについて、令和3年度の実績は目標を何人上回っていますか',
      ['社会動態の増加数', '262人上回っています'],
    ],
    [
      'R5行政評価の国際政策課のKPIのうち単位が「件」のものは、R3の実績が目標を何件上回りましたか',
      ['7件(令和3年度)で、目標値4件(令和3年度)を3件上回っています', '358件'],
    ],
    ['国際政策課のKPIで目標を上回ったものは何件ですか', ['6件です']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('parts, offices and projects by how many hang on them', () => {
  test.each<[string, string[]]>([
    [
      '総合戦略の六つの政策パッケージのうち、重要業績評価指標（KPI）が8件以上設定されているものはいくつございますか',
      ['3件です', '住みやすさ'],
    ],
    ['政策パッケージのうち、KPIが5件以下のものを挙げてください', ['2件です', '東部地域振興', '西部地域振興']],
    ['政策パッケージのうちKPIが10件設定されているものはどれか', ['1件です', '雇用・就業・創業応援']],
    ['事業が10件以上ある政策パッケージはいくつ？', ['3件です', '雇用・就業・創業応援']],
    ['R5行政評価の課のうち、事業が5件以上ある課はどこ？', ['2件です', '総務課', '国際政策課']],
    ['KPIを4つ以上持つ事業はどれ？', ['2件です', '北九州市魅力発信事業']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('projects by the rows they stand in', () => {
  test.each<[string, string[]]>([
    [
      '評価表において、同一の事業名が三つ以上のNo.に掲載されている事業を、漏れなく列挙してください',
      ['掲載行が三つ以上', '4件です', '多文化共生の推進', '北九州市魅力発信事業'],
    ],
    [
      '評価表において2つのNo.に掲載されている事業はどれですか',
      ['4件です', '国際交流事業', '広域行政推進事業'],
    ],
    ['評価表で複数のNo.に掲載されている事業を教えて', ['8件です']],
    ['評価表で2か所以上に掲載されている事業の数は？', ['8件です']],
    [
      '連携事業で2つ以上の区分に掲載されている事業はどれか',
      ['5件です', '北九州市U・Iターン応援プロジェクト'],
    ],
    ['久留米市の総合戦略で2つ以上のパッケージに載っている事業は？', ['5件です', '歴史ルートづくり事業']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('all towns, or a list that is not all of them', () => {
  test.each<[string, string[]]>([
    [
      '個票のうち、連携市町の欄に「全市町」と記載せず市町名を個別に列挙している事業はどれでしょうか',
      ['1件です', '北九州市U・Iターン応援プロジェクト'],
    ],
    [
      '個票のうち、市町の名前を一つずつ挙げているのはどの事業ですか',
      ['1件です', '北九州市U・Iターン応援プロジェクト'],
    ],
    ['個票の事業で市町名を個別に記載しているものはいくつありますか', ['1件です']],
    ['連携市町を全市町としていない事業を教えて', ['1件です', '北九州市U・Iターン応援プロジェクト']],
    ['連携市町が全市町ではない事業を教えて', ['「全市町が参加以外」の事業は1件です']],
    ['全市町が対象の事業は何件？', ['「全市町が参加」の事業は11件です']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('that none of a set is such, as a claim', () => {
  test.each<[string, string[]]>([
    [
      '評価表のうち国際政策課の所管事業に関する議事録を作成しております。ある委員から「令和3年度の事業評価が『遅れ』とされたものは一つもない」との発言がございました。この発言は正しいでしょうか。',
      ['いいえ', '1件あります', 'ASEAN新都市間連携促進事業'],
    ],
    [
      '総務課の所管事業に関する資料を作っています。「令和5年度予算が増えた事業はない」と書きましたが、正しいでしょうか',
      ['いいえ', '2件あります'],
    ],
    [
      '安全・安心推進課の主要事務事業について「R7予算がR6を下回ったものはない」との説明は正しいですか',
      ['いいえ', '防犯灯設置事業'],
    ],
    ['企画課の事業で評価が遅れのものは一つもない、で合っていますか', ['はい', 'ありません']],
    [
      '国際政策課に「大変順調」の事業はひとつもありません、で正しいですか',
      ['いいえ', '海外とのネットワーク強化事業'],
    ],
    ['東京事務所の事業に「遅れ」は一つもないですよね', ['はい', 'ありません']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('who bears the costs, as a claim', () => {
  test.each<[string, string[]]>([
    [
      '水道技術研修の受講費は北九州市の負担であると担当者から報告を受けましたが、個票の費用負担の記載に照らして相違ないでしょうか。',
      ['いいえ', '受講費は連携市町が負担'],
    ],
    ['水道技術研修の受講費は連携市町の負担であると報告を受けましたが、相違ないでしょうか。', ['はい']],
    ['DX人材育成研修の費用は北九州市の負担ですよね', ['はい', '原則として北九州市が負担']],
    ['首都圏などからの移住促進の費用は北九州市の負担で間違いないですか', ['いいえ', '協議して決める']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('rows of one project, and parts by their circled figure', () => {
  test.each<[string, string[]]>([
    [
      '北九州市U・Iターン応援プロジェクトは連携事業の一覧の2か所に掲載され、そのうち1か所にのみ【再掲】の表示がある、との理解で誤りはないでしょうか。',
      ['はい', '1e その他経済成長', '3(2)e'],
    ],
    [
      '国際交流事業は評価表の3か所に掲載されているとの理解でよいですか',
      ['いいえ', 'VII-1-(1)-2', 'VII-1-(2)-2'],
    ],
    ['多文化共生の推進は4つのNo.に掲載されていますよね', ['はい']],
    [
      '久留米市の総合戦略の全体概要において、施策の基本的方向の番号⑫が付されている事業を、【再掲】のものを重ねて数えることなく、すべて列挙してください。',
      ['6件です', '産業拠点整備・集積推進事業'],
    ],
    ['久留米市の総合戦略の全体概要で、番号⑫が付いている事業をすべて挙げてください', ['6件です']],
    ['久留米市の総合戦略の基本的方向③が付された事業はいくつ？', ['2件です', '認知度向上事業']],
    ['久留米総合戦略の⑬の事業を教えて', ['2件です', '東部広域連携推進事業']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('which part of a plan and which project a thing belongs to', () => {
  test.each<[string, string[]]>([
    [
      '久留米市の総合戦略において「ドクターカーの運行」は、どの政策パッケージの、どの事業の取組として掲げられているか、ご確認をお願いいたします。',
      ['健康のびのび・安心事業', '住みやすさ向上パッケージ'],
    ],
    ['ドクターカーの運行はどの政策パッケージのどの事業の取組ですか', ['健康のびのび・安心事業']],
    [
      '久留米市の総合戦略において「学童保育所の整備」は、どの政策パッケージのどの事業に掲げられていますか',
      ['子どもの保育環境整備事業', '子育て子育ち応援'],
    ],
    [
      '久留米総合戦略で「合同会社説明会の実施」は、どのパッケージのどの事業の取組として挙がっていますか',
      ['久留米で創業・就業', '雇用・就業・創業応援パッケージ'],
    ],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('how exactly a share is to be worked out names no thing', () => {
  test.each<[string, string[]]>([
    [
      '連携事業の「交流及び移住の促進等」に置かれた2事業の指標を確認しております。現状値に対する目標値の増加率を小数第1位までのパーセントで算出した場合、それぞれ何%でしょうか。',
      ['56.3%', '15.4%'],
    ],
    ['交流及び移住の促進等のKPIの現状値から目標値への増加率をパーセントで算出してください', ['56.3%']],
    ['ふるさと寄附金促進事業のR4からR5の予算の伸び率を小数点以下第1位までのパーセントで教えて', ['65.5%']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});
