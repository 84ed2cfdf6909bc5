// What a thread speaks of: its own record, one word of it put in place of another, what the documents say of it in words.
import { describe, expect, test } from 'vitest';
import { saidBySeeds } from '../support/said-by-seeds.ts';

const said = saidBySeeds();

describe("words that the thread's record holds mean that record", () => {
  test.each<[string, string, string]>([
    ['国際交流事業のR5予算は', '海外の人は何人来る予定？', '330人'],
    ['ふるさと寄附金促進事業のR5予算は', 'R3の寄附は何件あった？', '「寄附件数」の実績は96,953件'],
    ['バスツアーの参加者数は', '何で目標を変えたの？', '保全'],
    ['防犯カメラの予算は増えた？', '防犯灯は逆に減った？', '「防犯灯設置事業」'],
    ['税外債権の研修の予算は', 'どんな研修があるの', '滞納整理研修'],
    ['「時と風の博物館」の事業の予算は', '課題は何と書かれてる？', '既存の利用者'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });

  test('people are no money', async () => {
    const lead = await said('参加者は何人の見込み？', 'DX人材育成研修のR8予算は');
    expect(lead).not.toContain('20,400');
  });
});

describe('one word gives way to another', () => {
  test.each<[string, string, string]>([
    [
      '北九州市と下関市の連携事業数の実績は',
      '福岡市とは？',
      '「本市と福岡市両市の行政間における連携事業数」',
    ],
    ['海外とのネットワーク強化事業のSNSの発信件数、R3の実績は', '閲覧のほうは？', '7,386,517件'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('sums and sets go on', () => {
  test.each<[string, string, string]>([
    ['防犯カメラのR7予算は', '防犯灯と合わせるといくら', '79,540千円'],
    ['国際政策課のR5予算の合計は', 'R4も同じ条件で合計を', '267,931千円'],
    [
      '国際交流事業と海外とのネットワーク強化事業のR5予算は',
      '足すといくら？',
      '令和5年度の予算(事業費)の合計',
    ],
    ['R3の事業評価が遅れの事業は', 'その中で東南アジアと行き来しているのはどれ', 'ASEAN新都市間連携促進事業'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('towns', () => {
  test.each<[string, string]>([
    ['U・Iターン応援プロジェクト、入ってないとこはどこ', '入っていないのは苅田町'],
    ['北九州の圏域の市町を全部', '18市町'],
    ['久留米の連携中枢都市圏の構成市町は', '大木町'],
    ['水巻町と小郡市は同じ圏域？', '久留米広域連携中枢都市圏'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('what is said for what it is', () => {
  test.each<[string, string]>([
    ['総務課の担当ですが、防犯灯設置事業のR7予算はいくらですか', '21,800千円です'],
    ['久留米の観光客が使うお金の目標は', '129億円'],
    ['東京事務所のKPIのうちR3の目標に届かなかったものは', '新規移住相談者数'],
    ['住み替え・移住のパッケージ(3番目)の事業は何本', '13件'],
    ['市民センターは何館あって、R7の予算はいくら', '136館'],
    ['防犯カメラ、R6とR7の2か年でいくら', '97,204千円'],
    ['ふるさと寄附金促進事業、R3はいくら集まった', '181,809万円'],
    ['「時と風の博物館」の年間アクセス数はどれくらい', '記載がありません'],
    ['R3の達成率が最も低い指標は何で、何%', '0.0%'],
    ['評価表で人件費の目安が一番高い事業とその担当課は', '担当課は都市マネジメント政策課'],
    ['防犯カメラのメーカーはどこ', '記載がありません'],
    ['久留米のドクターカーのR6の運行予算は', '記載がありません'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

test('a project that is found alone tells what it does', async () => {
  expect(await said('久留米でワインや農業体験で人を呼ぶ事業')).toMatch(/^事業「.+」.*です。.+。$/s);
});
