// What is counted: the units this product knows, and the words that only begin like one (社会 is no 社).

/** Units that may follow a numeral in kanji as well: 三件, 十人. */
const spoken =
  '% 件 人 回 つ 位 社 本 団体 か所 市町 市町村 自治体 項目 倍 割 円 ポイント 年 年間 か月 か国 時間 校 校区 世帯 種類 ' +
  '指標 事業 事業者 施設 施策 地区 地域 企業 歳 台 枚 冊 周年 箇月 週間 日間 社局 部署 人/日';
/** Units only of Arabic numerals: 一部, 一点, 八戸, 三次 and 四都市 are words. */
const written =
  '戸 棟 館 園 店 品 品目 点 部 面 隻 頭 羽 匹 便 路線 車両 両 基 個 口 コマ 講座 教室 議席 票 通 号車 区画 区 市 町 村 ' +
  '町村 都市 都道府県 県 国 流域 河川 分 秒 週 泊 食 席 室 床 名分 段階 行 列 文字 字 度 世代 例 組 者 機関 大学 学校 ' +
  '小学校 中学校 高校 分野 柱 億 人日 人年 シート ビジョン プロジェクト パッケージ ポイント カ所 ページ アール ヘクタール トン ' +
  'キロ メートル リットル グラム キログラム キロメートル セット チーム グループ コース サイト アカウント フォロワー ユーザー ' +
  'm km cm mm m2 m3 km2 ha kg kl ml kw kwh mw mwh gwh tj gj ppm gb mb kb t-co2 kg-co2 回線 拠点 路線 ケース';
/** Spellings of one unit. */
const spellings: Record<string, string> = {
  パーセント: '%',
  ぱーせんと: '%',
  パ一セント: '%',
  percent: '%',
  名: '人',
  名様: '人',
  にん: '人',
  けん: '件',
  えん: '円',
  かい: '回',
  ばい: '倍',
  ヶ所: 'か所',
  ケ所: 'か所',
  カ所: 'か所',
  ヵ所: 'か所',
  箇所: 'か所',
  個所: 'か所',
  かしょ: 'か所',
  ヶ月: 'か月',
  ケ月: 'か月',
  カ月: 'か月',
  ヵ月: 'か月',
  箇月: 'か月',
  ヶ国: 'か国',
  カ国: 'か国',
  '%ポイント': 'ポイント',
  ぽいんと: 'ポイント',
  pt: 'ポイント',
  ヶ年: '年間',
  カ年: '年間',
  か年: '年間',
  箇年: '年間',
};

const afterKanji = new Set(spoken.split(' '));
const known = new Set([...afterKanji, ...written.split(' ')]);
const longest = Math.max(...[...known, ...Object.keys(spellings)].map((unit) => unit.length));

/** What may not follow a unit, because the two are a word of their own. */
const ownWords: Record<string, RegExp> = {
  人: /^(?:口|数|材|権|事|気|間|生|類|工|物|件費)/,
  名: /^(?:称|前|簿|義|山|産|物|所|古屋|誉)/,
  社: /^(?:会|員|長|団)/,
  本: /^(?:部|庁|社|校|店|館|市|町|村|県|格|年|計画|事業|化|松|木)/,
  件: /^(?:名|数)/,
  回: /^(?:数|答|収|線|復|遊|廊|り)/,
  位: /^(?:置|一体)/,
  年: /^(?:度|生|代|次|齢|末|始|金|賀|輪|ごと|毎)/,
  点: /^(?:検|在|字|滴)/,
  校: /^(?:数|長|舎|庭|正)/,
  台: /^(?:帳|風|湾|所)/,
  戸: /^(?:籍|畑|建)/,
  円: /^(?:滑|卓|周|高|安|形|盤)/,
  部: /^(?:分|長|門|会|署|局|員|品)/,
  園: /^(?:児|芸)/,
  店: /^(?:舗|長|主)/,
  品: /^(?:質|種)/,
  分: /^(?:野|類|析|科|担|散|け|の)/,
  市: /^(?:民|長|場|内|役所|立|街|道|議|税|営)/,
  町: /^(?:民|長|内|会|立|並)/,
  村: /^(?:民|長|上)/,
  県: /^(?:民|庁|内|立|営)/,
  国: /^(?:際|内|民|土|勢|道|立|庫|保)/,
  区: /^(?:分|民|役所|域|長|内)/,
  度: /^(?:合)/,
  食: /^(?:品|料|育|事)/,
  組: /^(?:織|合)/,
  者: /^./,
  行: /^(?:政|動|事|為|財)/,
  通: /^(?:学|信|勤|行|院|報|知)/,
  基: /^(?:準|本|盤|幹|地|金)/,
  個: /^(?:人|別|性)/,
  口: /^(?:座|腔)/,
  面: /^(?:積|談|接|倒)/,
  地域: /^(?:別|振|福|居)/,
  事業: /^(?:費|評|計画|名|別|所|概|報|化|数)/,
  施設: /^(?:数|名|長|整)/,
  団体: /^(?:数|名)/,
  企業: /^(?:数|名|誘)/,
  指標: /^(?:値|名)/,
  施策: /^(?:評|名|別|番)/,
  割: /^(?:合|り(?!が|の|を|に|で|程|以)|高|安|当)/,
};

/** The unit that begins at `at`, in its one spelling; null when none of the known ones does. */
export function unitAt(text: string, at: number, numeral: 'arabic' | 'kanji'): Unit | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const shown = text.slice(at, at + length);
    const unit = Object.hasOwn(spellings, shown) ? spellings[shown] : known.has(shown) ? shown : undefined;
    if (unit === undefined || (numeral === 'kanji' && !afterKanji.has(unit))) continue;
    const rest = text.slice(at + length);
    if (Object.hasOwn(ownWords, shown) && ownWords[shown]?.test(rest)) continue;
    if (/[a-z]$/.test(shown) && /^[a-z0-9]/.test(rest)) continue;
    if (
      /^[ぁ-ん]+$/.test(shown) &&
      shown !== 'つ' &&
      /^[ぁ-ん]/.test(rest) &&
      !/^[をはがのでにもと]/.test(rest)
    )
      continue;
    return withDivisor(text, { unit, end: at + length });
  }
  return null;
}

export interface Unit {
  unit: string;
  end: number;
}

/** 6回/年, 52人/ha */
function withDivisor(text: string, unit: Unit): Unit {
  const divisor = /\/(?:年度?|月|日|時間|人|世帯|回|件|ha|km2|m2|10万人)(?![a-z0-9])/y;
  divisor.lastIndex = unit.end;
  const shown = divisor.exec(text)?.[0];
  return shown === undefined ? unit : { unit: unit.unit + shown, end: unit.end + shown.length };
}

const openUnit =
  /\p{Script=Han}(?<![以未超])(?:\p{Script=Han}(?<![以未超])){0,2}(?![\p{Script=Han}ァ-ヺー](?<![以未超]))|[ァ-ヺー]{2,8}(?!\p{Script=Han}(?<![以未超]))/uy;
const noUnit =
  /^(?:稼|儲|使|払|貯|程度|前後|余|弱|強|増|減|上回|下回|切|割|満|届|達|比|中|内|外|約|時点|現在|番|代|台)/;

/** True when a word begins at `at` that is neither a unit nor says how much: 52観光振興プラン. */
export function wordAt(text: string, at: number): boolean {
  return /^[\p{Script=Han}ァ-ヺ](?<![以未超])/u.test(text.slice(at)) && !noUnit.test(text.slice(at));
}

/** After an Arabic numeral a short noun is taken as the unit even when it is unknown: 3庁舎, 12ブース. */
export function openUnitAt(text: string, at: number): Unit | null {
  openUnit.lastIndex = at;
  const shown = openUnit.exec(text)?.[0];
  if (shown === undefined || noUnit.test(shown)) return null;
  return { unit: shown, end: at + shown.length };
}
