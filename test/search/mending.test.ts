// Typing slips are mended, words are not: what is read otherwise than typed, and what never is.
import { beforeAll, describe, expect, test } from 'vitest';
import { openSearch } from '../support/open-search.ts';

let opened: Awaited<ReturnType<typeof openSearch>>;
beforeAll(async () => {
  opened = await openSearch();
});
const readings = (typed: string) =>
  opened.index
    .search(typed, { kinds: ['kpi', 'project'] })
    .readAs.map((read) => `${read.typed} → ${read.as}`)
    .join(', ');

describe('a slip is read as the word around it', () => {
  test.each([
    ['刑法班', '刑法犯', 'the same sound, and 班 is no more than an affix'],
    ['化学館', '科学館', 'the same sound'],
    ['高令者', '高齢者', 'the same sound'],
    ['待機自動', '待機児童', 'both halves are words, the compound is none'],
    ['債券管理', '債権管理', 'both halves are words, the compound is none'],
    ['学校休食', '学校給食', 'both halves are words, the compound is none'],
    ['多分化共生', '多文化共生', 'the same sound'],
    ['住みやすさ工場', '住みやすさ向上', 'the same sound across a listed word'],
    ['下水同', '下水道', 'the same sound'],
    ['道の液', '道の駅', 'the same sound with a particle inside'],
    ['東京事務書', '東京事務所', 'the same sound'],
    ['宿泊社数', '宿泊者数', 'the same sound'],
    ['観光費消額', '観光消費額', 'two characters changed places, though 費消 is a word'],
    ['人育成', '人材育成', 'a character is missing beside a lone one'],
    ['関連携', '関門連携', 'a character is missing beside a lone one'],
    ['浸水害対策', '浸水被害対策', 'a character is missing beside a lone one'],
    ['居住誘動区域', '居住誘導区域', '動 looks like 導'],
    ['半道体産業', '半導体産業', '道 looks like 導, though 半道 is a word'],
    ['世界遣産', '世界遺産', '遣 looks like 遺'],
    ['共同研窮数', '共同研究数', '窮 looks like 究'],
    ['コンビニ公付', 'コンビニ交付', '公 looks like 交'],
    ['図書間', '図書館', 'the same sound'],
    ['コミニティ', 'コミュニティ', 'a kana is missing in a word no dictionary has'],
    ['コビニ', 'コンビニ', 'a kana is missing'],
    ['スタートアツプ', 'スタートアップ', 'a large kana for a small one'],
    ['ポップカルチャフェス', 'ポップカルチャーフェスティバル', 'begun, without its long vowel'],
    ['空きや', '空き家', 'kana for kanji'],
  ])('%s → %s: %s', (typed, meant) => {
    expect(readings(typed)).toBe(`${typed} → ${meant}`);
  });

  test('only the stretch with the slip is read otherwise', () => {
    expect(readings('定住・移住促新')).toBe('移住促新 → 移住促進');
    expect(readings('大学 共同研窮数')).toBe('共同研窮数 → 共同研究数');
  });
});

describe('a word of the dictionary is what it is, also when no record holds it', () => {
  test.each([
    ['起業', '企業'],
    ['補修', '補習'],
    ['汽車', '記者'],
    ['市政', '市制'],
    ['従業者', '農業者'],
    ['従業者数', '農業者数'],
    ['総務部', '総務課'],
    ['青年団', '青少年'],
    ['学校医', '学校区'],
    ['観光地', '観光客'],
    ['市民課', '市民会'],
    ['機械化', '機会'],
    ['校長', '交流'],
    ['私立', '市立'],
    ['公正', '構成'],
    ['運動会', '運動'],
    ['商品', '商店'],
    ['商店', '商店街'],
    ['高校', '高校生'],
    ['交通政策', '交通対策'],
    ['経済対策', '経済政策'],
    ['トップセールス', 'トップアスリート'],
    ['ドローン', 'ローン'],
    ['シャトル', 'タイトル'],
    ['サブスク', 'サブカル'],
    ['おねがいします', '医師'],
    ['ありがとう', '有馬'],
    ['みずうみ', '水'],
    ['よろしく', '広報'],
    ['2026', '東京2020'],
    ['100人', '1000人'],
    [':bow:', 'スペースlabo'],
    ['bow', 'labo'],
    ['name', '生活'],
    ['thanks', 'タンク'],
    ['wifi', 'wi-fi'],
  ])('%s is not %s', (typed) => {
    expect(readings(typed)).toBe('');
  });
});
