// One spelling for one word: what every text and every question goes through before it is cut or compared.

/** Old, variant and look-alike characters that NFKC leaves alone; the left ones become the right ones. */
const variants = new Map(
  Object.entries({
    // Names of people and shops.
    髙: '高',
    﨑: '崎',
    濵: '浜',
    濱: '浜',
    邉: '辺',
    邊: '辺',
    瀨: '瀬',
    齊: '斉',
    齋: '斎',
    澤: '沢',
    櫻: '桜',
    廣: '広',
    榮: '栄',
    壽: '寿',
    德: '徳',
    惠: '恵',
    眞: '真',
    冨: '富',
    峯: '峰',
    𠮷: '吉',
    黑: '黒',
    藏: '蔵',
    嶌: '島',
    曾: '曽',
    彌: '弥',
    檜: '桧',
    淸: '清',
    渕: '淵',
    條: '条',
    卷: '巻',
    寬: '寛',
    靜: '静',
    龜: '亀',
    // Old forms of everyday characters.
    關: '関',
    國: '国',
    學: '学',
    會: '会',
    縣: '県',
    區: '区',
    廳: '庁',
    驛: '駅',
    鐵: '鉄',
    醫: '医',
    圖: '図',
    藝: '芸',
    舊: '旧',
    體: '体',
    氣: '気',
    發: '発',
    发: '発',
    豐: '豊',
    團: '団',
    圓: '円',
    圍: '囲',
    經: '経',
    濟: '済',
    營: '営',
    觀: '観',
    廢: '廃',
    澁: '渋',
    灣: '湾',
    鹽: '塩',
    瀧: '滝',
    寶: '宝',
    萬: '万',
    總: '総',
    續: '続',
    變: '変',
    產: '産',
    敎: '教',
    綠: '緑',
    鄕: '郷',
    步: '歩',
    每: '毎',
    戶: '戸',
    靑: '青',
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
);
const variantPattern = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu');

/**
 * NFKC, lower case and one form each for dashes, middle dots, iteration marks, long vowels, old characters
 * and blanks: `Ｕ･Ｉタ－ン` → `u・iターン`, `髙齢者　支援` → `高齢者 支援`. Pure and idempotent; never throws.
 */
export function normalize(text: string): string {
  // Most words are in order as they stand.
  if (
    /^[a-z0-9ぁ-ゖァ-ヺ\u3400-\u9fff]*$/.test(text) &&
    text.search(variantPattern) < 0 &&
    !/[ァ-ヺ]一/.test(text)
  )
    return text;
  const folded = text
    // Invisible characters and halves of cut emoji go before NFKC, so that what they held apart can combine.
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Surrogate}|[\ufff9-\ufffd]/gu, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(variantPattern, (character: string) => variants.get(character) ?? character)
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
