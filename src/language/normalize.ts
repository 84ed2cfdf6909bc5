// One spelling for one word: what every text and every question goes through before it is cut or compared.

/** Old forms of characters, in everyday words and in names, each with the present one. */
const oldForms = `
  亞亜 惡悪 壓圧 圍囲 爲為 醫医 壹壱 稻稲 飮飲 隱隠 營営 榮栄 衞衛 驛駅 圓円 緣縁 艷艶 鹽塩 奧奥 應応 橫横 歐欧 毆殴 黃黄 溫温 穩穏 假仮
  價価 畫画 會会 繪絵 壞壊 懷懐 槪概 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 渴渇 勸勧 卷巻 寬寛 歡歓 罐缶 觀観 關関 陷陥 顏顔 歸帰 氣気 龜亀 僞偽
  戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 狹狭 鄕郷 曉暁 區区 驅駆 勳勲 薰薫 徑径 惠恵 揭掲 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸 擊撃
  缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 硏研 縣県 險険 顯顕 驗験 嚴厳 廣広 效効 恆恒 鑛鉱 號号 國国 黑黒 碎砕 濟済 齋斎 劑剤 櫻桜 册冊 雜雑
  參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 奬奨 將将
  涉渉 燒焼 稱称 證証 乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 穰穣 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数
  樞枢 瀨瀬 聲声 靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 雙双 壯壮 搜捜 插挿 巢巣 曾曽 瘦痩 總総 莊荘 裝装 騷騒 增増
  臟臓 藏蔵 卽即 屬属 續続 墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 擔担 單単 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 徵徴
  聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 讀読 屆届 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪
  拔抜 晚晩 蠻蛮 祕秘 濱浜 甁瓶 拂払 佛仏 倂併 竝並 變変 邊辺 邉辺 辨弁 瓣弁 辯弁 步歩 舖舗 穗穂 寶宝 豐豊 襃褒 沒没 飜翻 每毎 萬万 滿満
  麵麺 默黙 譯訳 藥薬 與与 豫予 餘余 譽誉 搖揺 樣様 謠謡 來来 賴頼 亂乱 覽覧 兩両 獵猟 綠緑 壘塁 勵励 禮礼 隸隷 靈霊 齡齢 曆暦 歷歴 戀恋
  鍊錬 爐炉 勞労 樓楼 郞郎 祿禄 錄録 灣湾 舘館 髙高 﨑崎 嵜崎 濵浜 嶋島 嶌島 檜桧 淸清 渕淵 冨富 峯峰 𠮷吉 彌弥 产産 產産 敎教 戶戸 靑青
  发発 內内 吳呉 吿告 敘叙 晉晋 稅税 說説 鄰隣 閱閲 銳鋭 鬭闘 礦鉱 壻婿 凉涼 鷗鴎 囘回 徃往 繩縄 纎繊 蘓蘇 迹跡
`;

/** Old, variant and look-alike characters that NFKC leaves alone; the left ones become the right ones. */
const variants = new Map([
  ...(oldForms.match(/\S+/g) ?? []).map((pair) => Array.from(pair) as [string, string]),
  ...Object.entries({
    // Radicals that PDF texts carry instead of the character (NFKC maps only the Kangxi block).
    '⺠': '民',
    '⻑': '長',
    '⻄': '西',
    '⻘': '青',
    '⻲': '亀',
    '⻩': '黄',
    '⻭': '歯',
    '⻤': '鬼',
    '⻨': '麦',
    '⻯': '竜',
    '⻫': '斉',
    '⻝': '食',
    '⻁': '虎',
    '⺟': '母',
    '⻆': '角',
    '⻅': '見',
    '⻋': '車',
    '⻔': '門',
    '⻢': '馬',
    '⻥': '魚',
  }),
]);
const variantPattern = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu');

/** Codes that a variant begins with. */
const variantCodes = new Uint8Array(65_536);
for (const variant of variants.keys()) variantCodes[variant.charCodeAt(0)] = 1;

/** Looked up sign by sign: the pattern of all of them is compiled anew whenever the engine has dropped it. */
function holdsVariant(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (variantCodes[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** Signs that stay as they are, one beside the other, but for those whose neighbours decide. */
const inOrder = /^[a-z0-9ぁ-ゖァ-ヺー\u3400-\u9fff 、。・「」『』,.?!%()]*$/;
const outOfOrder = /^ | $| {2}|[ァ-ヺー]一|ーー|[a-z0-9]ー/;

/**
 * NFKC, lower case and one form each for dashes, middle dots, iteration marks, long vowels, old characters
 * and blanks: `Ｕ･Ｉタ－ン` → `u・iターン`, `髙齢者　支援` → `高齢者 支援`. Pure and idempotent; never throws.
 */
export function normalize(text: string): string {
  // Most texts are in order as they stand.
  if (inOrder.test(text) && !outOfOrder.test(text) && !holdsVariant(text)) return text;
  const wide = text
    // Invisible characters and halves of cut emoji go before NFKC, so that what they held apart can combine.
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Surrogate}|[\ufff9-\ufffd]/gu, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC');
  const present = holdsVariant(wide)
    ? wide.replace(variantPattern, (character: string) => variants.get(character) ?? character)
    : wide;
  const folded = present
    .replace(/[‐‑‒–—―⁃−─━]/g, '-')
    .replace(/[〜∼∿〰]/g, '~')
    .replace(/[·•∙⋅‧]/g, '・')
    .replace(/[‘’‛′`]/g, "'")
    .replace(/[“”‟″]/g, '"');
  return (
    repeatMarks(folded)
      // スタ-トアップ, ス一パー (the kanji for one) → ー; ターン-2 keeps its hyphen.
      .replace(/(?<=[ァ-ヺー])[-一]+(?=[ァ-ヺー])|(?<=[ァ-ヺ])-(?![a-z0-9-])/g, 'ー')
      .replace(/ー{2,}/g, 'ー')
      .replace(/(?<=[a-z0-9])ー(?=[a-z0-9])/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** 人々 → 人人, みすゞ → みすず; a mark with nothing to repeat stays. */
function repeatMarks(text: string): string {
  if (!/[々ゝゞヽヾ]/.test(text)) return text;
  let repeated = '';
  let last = '';
  for (const character of text) {
    if (character === '々' && /\p{Script=Han}/u.test(last) && last !== '々') repeated += last;
    else if (/[ゝヽ]/.test(character) && /[ぁ-ゖァ-ヺ]/.test(last)) repeated += last;
    else if (/[ゞヾ]/.test(character) && /[ぁ-ゖァ-ヺ]/.test(last)) {
      const voiced = `${last}\u3099`.normalize('NFC');
      last = voiced.length === 1 ? voiced : last;
      repeated += last;
    } else if (/[\u3099\u309a]/.test(character) && `${last}${character}`.normalize('NFC').length === 1) {
      // A repeated kana takes the voicing mark behind it.
      repeated = repeated.slice(0, -1);
      last = `${last}${character}`.normalize('NFC');
      repeated += last;
    } else {
      last = character;
      repeated += character;
    }
  }
  return repeated;
}
