// Texts for comparing tokenizers: every Japanese string of the seeds, and sentences of our own.
import { readdirSync, readFileSync } from 'node:fs';

/** Kana, okurigana, compounds, numbers, units, Latin letters, signs, blanks, names: what people type and plans hold. */
export const OWN_SENTENCES = [
  '移住者を増やす取組はどれですか。',
  '久留米市と北九州市の令和8年度の目標値を教えてください',
  'お年寄りの見守りについて、KPIの実績が目標を下回っている事業は？',
  'U・Iターン就職者数（累計）60件以上',
  '引っ越してきた人向けの補助金がいくらか知りたい',
  'いじゅう こそだて のおがた ゆくはし',
  '空き家バンクへの登録件数：12件（R6）→ 30件（R12）',
  'GX推進事業 1,500千円 / 前年度比 +3.5%',
  'KitaQスペースLABOに行ってみたい！',
  'ワーク・ライフ・バランスを推進するイクボス同盟',
  '全国平均から▲2.6ポイント、80％以上を維持',
  'ＩＣＴ・ＤＸの活用による行政サービスの向上',
  '苅田町、行橋市、みやこ町、吉富町、上毛町、築上町、豊前市、中間市、宗像市',
  '子どもの居場所づくり、待機児童ゼロ、保育士の確保。高校生のインターンシップ',
  'すもももももももものうち',
  '工業団地の整備\t企業誘致\t1,200人\n雇用の創出',
  'https://example.jp/plan?id=12&year=2026#kpi に載っています',
  '齋藤さんと髙橋さんは關門海峡を見に行った',
  'ﾃﾞｼﾞﾀﾙ化 ①申込 ②審査 ㈱ ㎡ № Ⅷ－３－（１）',
  'Привет κόσμε 안녕하세요 😀 café',
  '',
  ' ',
  '。',
  '、、、。。。',
];

/** Every string with Japanese in it below `seeds/`, whatever the files look like; each once. */
export function seedTexts(): string[] {
  const folder = new URL('../../seeds/', import.meta.url);
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && /[^\0-\x7f]/.test(value)) texts.add(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
  };
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    collect(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  }
  return [...texts];
}
