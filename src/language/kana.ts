// Readings and spellings as keys: kana, romaji and long vowels that sound the same become the same key.

/** Syllables by consonant, Hepburn beside Kunrei (shi and si are シ). */
const syllables = `
  kya:キャ kyu:キュ kyo:キョ
  sha:シャ shu:シュ sho:ショ shi:シ she:シェ
  sya:シャ syu:シュ syo:ショ
  cha:チャ chu:チュ cho:チョ chi:チ che:チェ
  tya:チャ tyu:チュ tyo:チョ
  nya:ニャ nyu:ニュ nyo:ニョ
  hya:ヒャ hyu:ヒュ hyo:ヒョ
  mya:ミャ myu:ミュ myo:ミョ
  rya:リャ ryu:リュ ryo:リョ
  gya:ギャ gyu:ギュ gyo:ギョ
  bya:ビャ byu:ビュ byo:ビョ
  pya:ピャ pyu:ピュ pyo:ピョ
  zya:ジャ zyu:ジュ zyo:ジョ
  jya:ジャ jyu:ジュ jyo:ジョ
  dya:ヂャ dyu:ヂュ dyo:ヂョ
  tsu:ツ tsa:ツァ
  thi:ティ
  dhi:ディ
  ja:ジャ ju:ジュ jo:ジョ ji:ジ je:ジェ
  fa:ファ fi:フィ fu:フ fe:フェ fo:フォ
  va:バ vi:ビ vu:ブ ve:ベ vo:ボ
  ka:カ ki:キ ku:ク ke:ケ ko:コ
  sa:サ si:シ su:ス se:セ so:ソ
  ta:タ ti:チ tu:ツ te:テ to:ト
  na:ナ ni:ニ nu:ヌ ne:ネ no:ノ
  ha:ハ hi:ヒ hu:フ he:ヘ ho:ホ
  ma:マ mi:ミ mu:ム me:メ mo:モ
  ya:ヤ yu:ユ yo:ヨ
  ra:ラ ri:リ ru:ル re:レ ro:ロ
  wa:ワ wo:ヲ
  ga:ガ gi:ギ gu:グ ge:ゲ go:ゴ
  za:ザ zi:ジ zu:ズ ze:ゼ zo:ゾ
  da:ダ di:ヂ du:ヅ de:デ do:ド
  ba:バ bi:ビ bu:ブ be:ベ bo:ボ
  pa:パ pi:ピ pu:プ pe:ペ po:ポ
  a:ア i:イ u:ウ e:エ o:オ
`;
const hepburn = new Map(syllables.match(/\S+/g)?.map((pair) => pair.split(':') as [string, string]));
const macrons: Record<string, string> = {
  ā: 'aa',
  ī: 'ii',
  ū: 'uu',
  ē: 'ee',
  ō: 'ou',
  â: 'aa',
  î: 'ii',
  û: 'uu',
  ê: 'ee',
  ô: 'ou',
};

/** Katakana of Latin letters read as Japanese (Hepburn or Kunrei), or null: ijuu → イジュウ, gakkou → ガッコウ. */
export function romajiToKatakana(typed: string): string | null {
  const letters = typed.replace(/[āīūēōâîûêô]/g, (vowel) => macrons[vowel] ?? vowel).replace(/-/g, '');
  let katakana = '';
  for (let at = 0; at < letters.length; ) {
    const syllable = [3, 2, 1]
      .map((length) => letters.slice(at, at + length))
      .find((part) => hepburn.has(part));
    if (syllable !== undefined) {
      katakana += hepburn.get(syllable);
      at += syllable.length;
    } else if (/^n(?![aiueoy])|^m(?=[bmp])/.test(letters.slice(at))) {
      katakana += 'ン';
      at += /^n'/.test(letters.slice(at)) ? 2 : 1;
    } else if (/^([kstcpgdbzjfhmr])\1|^tch/.test(letters.slice(at))) {
      katakana += 'ッ';
      at += 1;
    } else return null;
  }
  return katakana === '' ? null : katakana;
}

/** ぁ–ゖ, ゝ, ゞ → ァ–ヶ, ヽ, ヾ: the code of a hiragana's katakana, other codes as they are. */
function katakanaCode(code: number): number {
  return (code >= 0x3041 && code <= 0x3096) || code === 0x309d || code === 0x309e ? code + 0x60 : code;
}

/** Hiragana as katakana; everything else stays. */
export function toKatakana(text: string): string {
  let katakana = '';
  for (let i = 0; i < text.length; i++) katakana += String.fromCharCode(katakanaCode(text.charCodeAt(i)));
  return katakana;
}

/** Kana that sound like another one; a dot has no sound. */
const sameSound = new Map(
  Object.entries({ ヂ: 'ジ', ヅ: 'ズ', ヲ: 'オ', '・': '' }).map(([kana, as]) => [kana.charCodeAt(0), as]),
);
const small = 'ァィゥェォ';
const afterVu = 'バビブベボ';
const vu = 'ヴ'.charCodeAt(0);

/**
 * ヂ = ジ, ヅ = ズ, ヲ = オ: one key for kana that sound the same.
 * Sign by sign and without patterns: a long text of kana asks for thousands of keys. Joined in the end: a text that grew
 * sign by sign is kept as its parts, at ten times the memory.
 */
export function readingKey(kana: string): string {
  if (!/[ぁ-ゖヂヅヲヴ・]/.test(kana)) return kana;
  const key: string[] = [];
  for (let i = 0; i < kana.length; i++) {
    const code = katakanaCode(kana.charCodeAt(i));
    if (code === vu) {
      const next = small.indexOf(String.fromCharCode(katakanaCode(kana.charCodeAt(i + 1))));
      key.push(next < 0 ? 'ブ' : afterVu.charAt(next));
      if (next >= 0) i++;
    } else key.push(sameSound.get(code) ?? String.fromCharCode(code));
  }
  return key.join('');
}

const longAfterU = new Set('オコソトノホモヨロゴゾドボポョウクスツヌフムユルグズブプュ');
const longAfterO = new Set('オコソトノホモヨロゴゾドボポョ');
const longAfterE = new Set('エケセテネヘメレゲゼデベペェ');

/** The reading without long vowels and small ツ: iju, ijū and イジュウ meet in イジュ. */
export function looseReadingKey(kana: string): string {
  return Array.from(readingKey(kana), looseSigns()).join('');
}

/** Tells sign by sign what is left of a key; '' of a sign that is dropped. */
export function looseSigns(): (sign: string) => string {
  // The sign before, once ー and ッ, then ウ, then オ were dropped.
  let [sounded, withoutU, withoutO] = ['', '', ''];
  return (sign) => {
    if (sign === 'ー' || sign === 'ッ') return '';
    const before = sounded;
    sounded = sign;
    if (sign === 'ウ' && longAfterU.has(before)) return '';
    const beforeO = withoutU;
    withoutU = sign;
    if (sign === 'オ' && longAfterO.has(beforeO)) return '';
    const beforeE = withoutO;
    withoutO = sign;
    return sign === 'イ' && longAfterE.has(beforeE) ? '' : sign;
  };
}

/** Spellings of one katakana word meet: コミュニティー = コミュニティ, スタトアップ = スタートアップ, ヴァ = バ. */
export function spellingKey(word: string): string {
  if (!/[ァ-ヺ]/.test(word)) return word;
  return word
    .replace(/ヴ[ァィゥェォ]?/g, (v) => ({ ヴァ: 'バ', ヴィ: 'ビ', ヴェ: 'ベ', ヴォ: 'ボ' })[v] ?? 'ブ')
    .replace(/ディジ/g, 'デジ')
    .replace(/[ァ-ヺー]{4,}/g, (run) => (run.length >= 5 ? run.replace(/ー/g, '') : run.replace(/ー$/, '')))
    .replace(/ウエブ/g, 'ウェブ');
}

/** Only kana (with long vowels). */
export function isKana(text: string): boolean {
  return /^[ぁ-ゖァ-ヺー]+$/.test(text);
}
