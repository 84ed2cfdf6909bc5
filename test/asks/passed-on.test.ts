// Whole messages: who said what, what the asker knows and will do, and the question somewhere among them.
import { describe, expect, test } from 'vitest';
import { saidBySeeds } from '../support/said-by-seeds.ts';

const said = saidBySeeds();

describe('whose words are told, and what the asker will do, ask nothing', () => {
  test.each<[string, string]>([
    [
      '夜道を照らす防犯灯を付ける事業があったと思います。令和7年度の予算額はいくらでしょうか。係員が「減ったのでは」と心配しており、まず金額だけ押さえておきたいです。',
      '21,800千円',
    ],
    [
      '主要事務事業を予算の大きい順に並べます。令和7年度の予算額がいちばん大きい事業はどれで、いくらですか。2番目以降は当方で並べますので、先頭だけで結構です。',
      '2,423,778千円',
    ],
    [
      '首都圏などからの移住促進の令和8年度の事業費をお願いします。町長は「うちにも負担が来るのか」を気にしておいでです。金額は一枚紙に一つだけ大きく出します。',
      '32,100千円',
    ],
    [
      '主要事務事業のうち安全・安心推進課の事業について、令和7年度の予算額の合計を出していただけますか。委員には人件費は別ですと説明するつもりです。',
      '90,540千円',
    ],
    [
      '安全・安心推進課の規模感を示すよう委員長から求められました。主要事務事業の表で、同課が担当課の事業のR7予算額を足すといくらですか。内訳は別紙で付けますので、合計額をお願いします。',
      '90,540千円',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('the question of somebody else is the one to be answered', () => {
  test.each<[string, string]>([
    [
      '議員から「多文化共生の推進と国際交流事業を合わせて、令和5年度はいくらの予算なのか」と照会がありました。二つの事業の合計額を知りたいです。',
      '52,322千円',
    ],
    [
      '照会の下書きです。内容は「水道技術研修の実施回数は何年度までに年何回を目指すのか」というものです。目標と達成年度の両方を教えてください。',
      '6回/年',
    ],
    [
      '部長から「ふるさと寄附金促進事業の令和5年度の予算はいくらか」と聞かれております。金額をお示しください。',
      '1,837,000千円',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('a question that the asker puts himself goes before the quoted one', async () => {
    const lead = await said(
      '部長から「予算はどこまで増えるのか」と聞かれました。行政評価で事業費の増減が「増額」の事業の名前をすべて教えてください。',
    );
    expect(lead).toContain('ふるさと寄附金促進事業');
  });

  test('「…増えたのか」と聞かれるに違いありません claims nothing', async () => {
    expect(
      await said(
        '防犯カメラ運用事業の令和6年度と令和7年度の予算額を並べています。「いくら増えたのか」と聞かれるに違いありません。二つの年度の差額を教えていただけますか。',
      ),
    ).toContain('18,276千円の増');
  });
});

describe('what a scene lends', () => {
  test.each<[string, string]>([
    // Words that no plan holds are left.
    [
      '有識者と議論し2040年を見据えた地域コミュニティのビジョンをつくる事業があると聞きました。この事業の令和7年度の予算額は',
      '28,000千円',
    ],
    // A part of a plan is the set that is worked over.
    [
      '「a 人材の育成」に入っている個票を眺めると、横棒のものが混在していました。令和8年度の事業費を足し上げるといくらになりますか。',
      '21,911千円',
    ],
    [
      '割り振り表を作っています。経済の委員会に回す「e 地域振興」は、かなり長く並んでいます。連携事業はいくつ載っていますか。',
      '10件',
    ],
    // The column that is pointed at.
    [
      '行政評価の表には予算のほかに「人件費（目安）」という欄がありますよね。この欄の金額がいちばん大きい事業はどれですか。',
      '54,000千円',
    ],
    // A town, and not what it takes part in.
    [
      '「北九州市さんのデジタル人材の研修、うちの職員も受けられますか」と聞かれ、持ち帰りました。吉富町が連携市町に含まれるか教えてください。',
      'はい',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test.each<[string, string, string]>([
    [
      '久留米市の総合戦略で、宿泊者数の令和6年度の目標は',
      'ありがとうございます。同じ表に農業体験などに参加した人の数もあったと思います。農政の係長から頼まれておりますので、そちらの目標もお教えいただけますか。',
      '600人',
    ],
    [
      '世界遺産集客にぎわい創造事業の令和3年度の実績は',
      '休止の年だったので0人はやむを得ないと委員にも説明できそうです。この事業の令和3年度の事業評価を教えてください。',
      '遅れ',
    ],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('what is told beside the question changes no figure', () => {
  test.each<[string, string]>([
    // Put without marks.
    [
      '総務課長から、主要事務事業のうち安全・安心推進課の事業がいくつあるのか、と聞かれました。件数を教えてください。',
      '4件',
    ],
    // A year that is not wanted.
    ['北九州市魅力発信事業の令和5年度の予算額を教えてください。令和4年度は不要です。', '3,799千円'],
    // None at all, and zero.
    [
      'バスツアーの参加者が令和3年度は一人もいなかった、と担当から聞きました。実績が0人だったということで合っていますか。',
      'はい',
    ],
    // What a word is held against.
    ['R3の行政評価で、事業評価が「順調」より一段上の「大変順調」になっている事業', '4件'],
    [
      '行政評価表に「事業費の増減」という欄があり、ほとんどが維持だったと思います。この欄が「増額」になっている事業の名前を、再掲は一度だけで結構ですので、すべて教えてください。',
      '2件',
    ],
    // Another question of the same place.
    ['同じく久留米の「健康のびのび・安心事業」の概要を教えてください。', '健康のびのび・安心事業'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

test('a quoted line is what somebody said', async () => {
  expect(
    await said(
      '部長からです。\n> 防犯カメラ運用事業、いくらかかってるの？\n令和6年度の予算額をお願いします。',
    ),
  ).toContain('39,464千円');
  expect(
    await said(
      '費用負担の欄に\n> 原則として北九州市が負担する。\nと書いてある事業の名前をすべて挙げてください。',
    ),
  ).toContain('2件');
});
