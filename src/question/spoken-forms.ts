// Forms that fingers and mouths give to words, and sums as they are written down: one spelling for each, before anything is read.
import { confirmingForms } from './confirming-forms.ts';

import { ownPaper } from './message-words.ts';

type Form = readonly [typed: RegExp, read: string | ((whole: string, ...groups: string[]) => string)];

/** 下から2番目の事業, 下から2番目は: before a noun without の. */
function placeFrom(word: string) {
  return (whole: string, nth: string, of?: string) =>
    `${nth}番目に${word}${of === undefined && !/い$/.test(whole) ? 'の' : ''}`;
}

/** AとBではAのほうが: the one that is said once more, and the other behind より. */
function moreOfBoth(
  whole: string,
  ...[first = '', second = '', between = '', winner = '']: string[]
): string {
  const won = `${between}${winner}`;
  const at = [first, second].find((one) => won.endsWith(one) || one.startsWith(winner));
  if (at === undefined) return whole;
  const before = won.endsWith(at) ? won.slice(0, -at.length) : between;
  return `${before}${at}のほうが${at === first ? second : first}より`;
}

/** 令和7年度の補正で増額した: the supplementary budget of that year is more than nothing. */
function bySupplement(_: string, ...[budget = '', year = '', supplement = '', way = '']: string[]): string {
  const told = `${year === '' ? '' : `${year}の`}${supplement}が0円より`;
  return `${budget.startsWith('の') ? 'の' : ''}${told}${/^[減削]/.test(way) ? '少ない' : '多い'}`;
}

/** 同じ原稿で、 同じ表に入れる: at the beginning of a sentence. */
const samePaper = new RegExp(
  `(^|[。\\n])[ 　]*(?:(?:同じ|おなじ|同一の)(?:${ownPaper}(?:の(?:中|なか)|内)?[でに]|(?:資料|文書|表|ページ|頁|紙|欄)に(?=載せ|のせ|入れ|書[きく]|並べ|加え|使[いうえ])))(?:も|は)?[、 ]*`,
  'gu',
);

/** Each reads the text as the ones before it have left it. */
const forms: readonly Form[] = [
  // 同じく久留米の…: another question of the same place, and no record left out.
  [/(^|[。\n])[ 　]*(?:同じく|おなじく)[、 ]*/gu, '$1'],
  // 同じ原稿で、…: what the asker goes on writing, and no likeness that is asked for.
  [samePaper, '$1'],
  // 何%? asks for per cents, and 対象?(…) ends before its bracket; the tokenizer would read both signs as one.
  [/%(?=[?)])/g, '% '],
  [/(?<=[?!])\(/g, ' ('],
  // R6目標 − H30基準 = ?: a difference as it is written down. Begun at a word's first sign only: else a long one is walked from each.
  [/(?<![^\s:])([^\s:]+) [−–－-] ([^\s=]+)(?= *= *\?)/gu, '$1と$2の差'],
  // 総務課 AND 減額: conditions as they are joined in a search box.
  [/(?<=[^\sa-z]) +(?:and|&&?) +(?=[^\sa-z])/gi, ' かつ '],
  // （千円未満四捨五入）: the unit that a figure is wanted in, and no condition.
  [/[(、]([億万百千]+円)(?:未満|以下)?(?:の端数)?[をは]?四捨五入(?:し(?:て|た)|で)?\)?/gu, '、$1単位'],
  [
    /[(、](?:[億万百千]*円|小数(?:点|第[1-3]位)?)(?:未満|以下)?(?:の端数)?[をは]?(?:四捨五入|切り?捨て?|切り?上げ?)(?:し(?:て|た)|で)?[)、]?/gu,
    '、',
  ],
  // 予算が1円も動いていない: the same amount.
  [/(?:1|一)円も(?:動|変わ|変動|違)[っいしわ]?(?:て(?:い)?)?(?:ない|いません|ません)/gu, '同額の'],
  // 下から2番目は: from which end the places are counted.
  [/下から(?:数えて)?(\d{1,2})(?:番目|位)(?:に(?:少な|小さ|低)い)?(の)?/gu, placeFrom('小さい')],
  [/上から(?:数えて)?(\d{1,2})(?:番目|位)(?:に(?:多|大き|高)い)?(の)?/gu, placeFrom('大きい')],
  // 18市町のうち、…に名前がない団体: bodies among towns are towns.
  [
    /((?:市町村?|自治体)(?:のうち|の中で|で)[^。?\n]{2,60}(?:ない|なかった|ている|た))(?:団体|自治体)(?=[はがを?。、]|の?(?:数|どこ)|って|\s|$)/gu,
    '$1市町',
  ],
  // R7予算額がR6未満のもの, 基準値=目標値のもの: signs and words of a table that hold one column against another.
  [
    /(?<=(?:[rh]\d{1,2}|年度?|前年度?|基準値?|目標値?|実績値?|予算額?|決算額?|人件費))(未満|超過?|超え(?:る|た)?)(?=の(?!分|額|部)|で|は|が|、|か(?:つ)?)/g,
    (_, way: string) => (way === '未満' ? 'より少ない' : 'より多い'),
  ],
  [
    /((?:[rh]\d{1,2}の?)?(?:基準値?|目標値?|実績値?|予算額?|現状値?)|[rh]\d{1,2}) ?= ?((?:[rh]\d{1,2}の?)?(?:基準値?|目標値?|実績値?|予算額?|現状値?)|[rh]\d{1,2})(?=の|で|は|が|と)/g,
    '$1と$2が同じ',
  ],
  // 連携事業の一覧、…: where it stands, and no list that is asked for.
  [/(事業|施策|取組|kpi|指標)の(一覧表?)(?=[、で])/g, '$1$2'],
  [/^([^、。?\n]{0,16}(?:一覧表?|の表))、(?=[^。?\n]*は)/g, '$1で、'],
  // 基本目標「…」の下に置かれている方向: those of it.
  [
    /の(?:下|もと)に(?:置かれて|位置づけられて|位置付けられて|ぶら下がって|ぶらさがって|連なって|並んで|紐づいて|紐付いて|ひも付いて|設けられて)い?る(?=[^。、?\n])/g,
    'の',
  ],
  // KPIの指標名に「累計」が付くもの: a name that holds it, and no column of names.
  [
    /(kpi|指標|事業)の?(?:指標名|事業名|名前|名称|名)([にが])(?=「[^」]+」(?:が|と|を|で|の)(?:付|つ|入|含|ある|始ま|終わ))/g,
    '$1で名前$2',
  ],
  // 達成率の欄がすべて100%以上: all of them.
  [/([\p{Script=Han}ァ-ヺー]{1,8})(?:の欄)?(が|は)(すべて|全て|全部|どれも|いずれも)(?=\d)/gu, '$3$1$2'],
  // 予算額が同額でない事業, 「継続」でない事業: what a cell does not hold.
  [
    /(?:同額|同じ額|同じ|同一)(?:で|では|じゃ)ない(?=(?:の)?(?:事業|もの|取組|kpi|指標|施策|市町|やつ|のは|課))/g,
    '違う',
  ],
  [
    /(?<=[」』\p{Script=Han}ァ-ヺー%])(?<!気)でない(?=(?:の)?(?:事業|もの|取組|kpi|指標|施策|市町|やつ|のは|課))/gu,
    'ではない',
  ],
  // 基本目標「…」にぶら下がる方向
  [
    /に(?:ぶら下がる|ぶらさがる|連なる|紐づく|紐付く|ひも付く|属する|含まれる)(?=(?:施策|基本的方向|方向|具体的|取組|事業|kpi|指標))/g,
    'の',
  ],
  // …を教えてください、メモに使います: what the answer is for is a sentence of its own.
  [/(?<=てください|て下さい|お願いします|たいです)、(?=[^、。?\n]{2,40}ます(?:ので|から)?[。!]*$)/g, '。'],
  // 名前に「(累計)」が付く: brackets inside a quotation say nothing more.
  [/「[(（]([^「」()（）]{1,20})[)）]」/gu, '「$1」'],
  // AとBではAのほうが多い: A more than B.
  [
    /(?<=^|[。、\n])([^、。と\n]{2,40})と([^、。\n]{2,40}?)(?:で|を比べると|を比較すると|を比べて)は?、?([^、。\n]{0,20}?)([^、。\n]{3,40}?)の(?:ほう|方)が(?=[^。\n]*(?:多|少な|高|低|大き|小さ|上|下))/gu,
    moreOfBoth,
  ],
  // 分野を問わず全部, 担当課にかかわらず: whichever it is.
  [
    /(?<![\p{Script=Han}ァ-ヺー])(?!年)(?:\p{Script=Han}{1,6}|[ァ-ヺー]{2,8}|kpi)(?:の(?:別|違い|種類))?(?:を問わず|に(?:関|かか)わ(?:らず|りなく)|[にと]?は?関係なく|によらず)[、 ]*/gu,
    '',
  ],
  // 再掲は数に入れないで
  [
    /再掲(?:の?(?:もの|分|事業))?(?:は|を|も)?(?:数に)?(?:含め|入れ|数え|カウントし)(?:ないで|なくて|ずに?)/gu,
    '再掲は除いて',
  ],
  // …は何件?再掲は除いて
  [
    /(?<![^。?!\n])([^。?!\n]+)[?。][ 　]*再掲(?:の?(?:もの|分|事業))?(?:は|を)?(?:除|抜|外し|省)[^。?!\n]{1,8}[。!\s]*$/u,
    '再掲は除いて、$1?',
  ],
  // …は何本?再掲も数に入れて
  [
    /(?<![^。?!\n])([^。?!\n]+)[?。][ 　]*再掲(?:の?(?:もの|分|事業))?(?:も|は|を)?(?:数に)?(?:含め|入れ|込み|数え|カウント)(?!な|ず)[^。?!\nな]{0,6}[。!\s]*$/u,
    '再掲も含めて、$1?',
  ],
  [/\?[ 　]*\((?:単位[:はが]?)?([億万百千]*円)(?:単位)?\)/gu, '、$1単位?'],
  // どの事業で何千円減った?(R4→R5、額で): years behind the mark belong to the question before it.
  [
    /(?<![^。?!\n])([^。?!\n]+)\?[ 　]*\(((?:令和|平成|r|h|20)[0-9元]{1,4}[^()?。]{0,14})\)[。\s]*$/giu,
    (_, asked, years) => `${years}、${asked}?`,
  ],
  // 桁の誤りでなく、表の数字どおりですか: the figure is claimed to be printed so.
  [
    /(?:桁の?(?:誤り|間違い|ミス)|誤植|誤記|誤字|(?:入力|転記|計算)(?:ミス|の?誤り)|(?:書き|打ち)間違い)(?:では?|じゃ)な(?:く(?:て)?|しに)[、,]?/gu,
    '',
  ],
  // 目標と実績から計算した値と一致しますか: whether the figure is right.
  [
    /[^、。?\n]{0,16}(?:から|で|を)?(?:計算|算出|割り出)し(?:た|直した|てみた)(?:値|数値|数字|結果|率|もの)?(?:とは?|に)(?:一致|合致|合|あ|等し|同じ)[^、。?\n]{0,10}(?=[?。]|$)/gu,
    '合っていますか',
  ],
  // 事業数N=?, …= ? 千円
  [
    / *(?<![a-z])[a-z]? *= *\?(?: *(千円|百万円|万円|億円|円|人|件|%|ポイント))?/g,
    (_, unit) => (unit ? `は何${unit}?` : 'は?'),
  ],
  // …は何件、うち再掲は
  [/(?<=^|[。?、 ])うち(?=[【「『(]|再掲|何|いくつ)/gu, 'そのうち'],
  // …に入っていますよね、それともどちらか一方ですか: the other case says nothing more.
  [/[、,?]?それとも(?:どちらか|どっちか|片方|一方|違う|別)[^。?]*[?。]?$/u, '?'],
  // 基本目標5つって: no form of a verb.
  [/(?<=[0-9一二三四五六七八九])つって/gu, 'つは'],
  // なnに: a key that was hit twice; letters of parts (のbに) and verdicts (評価がsの) stay.
  [/(?<=[ぁ-ん])(?:[j-rt-z]|(?<![がはもをと])s)(?=[ぁ-ん])/gu, ''],
  // 年に何回, 年何件: in each year.
  [
    /(?<=^|[、。?\sはがもをでってにれ])年(?:に|あたり|間に?)?、?(?=(?:何|なん)(?:回|度|件|人|名|か所|ヶ所|カ所|本|社|台|校|日|団体))/gu,
    '毎年',
  ],
  // 何 千円: the unit is cut off by a blank.
  [/何 +(?=(?:千|百万|万|億)?円|人|件|%|ポイント)/gu, '何'],
  // 予算は令和7年度の補正で増額した: what a supplementary budget adds or takes is more or less than nothing.
  [
    /(の?予算額?(?:は|が|を|も|って)、?)?((?:令和|平成|r|h)?[0-9元]{1,4}年?度?)?(?:[のにで]、?)?((?:[0-9]{1,2}月|第?[0-9]{1,2}[号次回])?補正(?:予算)?)で(?:は|も|、)?(?:予算が)?(増額|増加|上乗せ|積み増し?|増え|増や|減額|減少|減ら|減|削減)(?:[しされ]{0,3}(?:まし)?(?:た|て(?:い|あ)?(?:る|た|ます|ました)?))(?!と)/giu,
    bySupplement,
  ],
  // 補正があった事業, 補正予算を組んだ事業
  [
    /(補正(?:予算)?)(?:の計上)?(?:が|を|は)(?:あった|組んだ|組まれた|組みました|計上した|計上された|行った|行われた|した)(?=(?:の(?:は|が)|もの|事業|取組))/gu,
    '$1がある',
  ],
  // なん人, なん件
  [
    /なん(?=(?:[人名件個回校本台位割年番館社基棟点%円億万千百]|か所|カ所|箇所|市町|事業|種類|団体|世帯|ポイント))/gu,
    '何',
  ],
  // 載っとるとは何と何ね
  [/(?<=[るう])とは(?=何と何|どれ(?!く|だけ|ほど)|どこ)/gu, 'のは'],
  // 今は何人なんすか, どこっすか
  [/(?:な(?:ん|の)|っ)すか(?=[^ぁ-んァ-ヶ一-龠]|$)/gu, 'ですか'],
  // 何か所(No.単位)に: how it is counted.
  [/\([^()]{1,8}単位\)(?=[にでは])/gu, ''],
  // 事業評価なんだったっけ asks for it.
  [/なん(?=(?:だった|だ|でした)(?:っけ|け))/gu, '何'],
  // 業者さんから: さん is no 参加 cut short.
  [/(?<=\p{Script=Han})さん(?=から)/gu, '様'],
  // 観光んとこ
  [/(?<=[\p{Script=Han}ァ-ヺー])ん(?=とこ(?!ろ?てん))/gu, 'の'],
  // 見ておくれ asks, and nothing lags.
  [/(?<=[てで])おくれ(?=[よやな]?[?!。\s]*$)/u, 'ください'],
  // おしえてー
  [/(?<=[ぁ-ん])[ー~]+(?=[?!。、\s]*$)/u, ''],
  // …について2点。①…: how many claims follow.
  [
    /(?<=について|に関して|につき)(?:以下の|次の)?[2-9二三四五](?:点|つ|件)(?:です|あります|確認)?[。、:](?=、|[^。?]*である)/gu,
    '、',
  ],
  [
    /(?<=^|[。\n])(?:確認|質問|照会)(?:は|を|が)?[2-9二三四五](?:点|つ|件)(?:まとめて|です|あります|だけ)?[。、:]/gu,
    '',
  ],
  // 倍の2か所になる: the figure says it again.
  [/(?<![\d一二三四五六七八九十])倍の(?=[約およそ]*\d)/gu, ''],
  ...confirmingForms,
  // 教えt: a letter of a kana that was not finished.
  [/(?<=[ぁ-ん])[a-z](?=[?!。\s]*$)/u, ''],
];

/** The normalised text in the spelling that the readers know. */
export function asSpoken(text: string): string {
  return forms.reduce(
    (read, [typed, as]) =>
      typeof as === 'string'
        ? read.replace(typed, as)
        : read.replace(typed, (whole, ...groups) => as(whole, ...groups)),
    text,
  );
}
