// Whole questions with their exact answers: facts from the documents, all kinds, in everyday wording.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { toJson } from '../../src/present/terminal/json.ts';
import { seededBot } from '../support/seeded-bot.ts';
import { asked } from './asked.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const spelled = (name: string) => name.normalize('NFKC').replace(/\s/g, '');

interface Told {
  /** What was asked for, without what is only related. */
  names: string[];
  lead: string;
  text: string;
  kind: Answer['kind'];
}

async function ask(question: string): Promise<Told> {
  const answer = await bot.ask(question);
  const { hits, text } = toJson(answer, []);
  return {
    names: hits.slice(0, answer.main).map(({ name }) => spelled(name)),
    lead: answer.lead.normalize('NFKC'),
    text: text.normalize('NFKC'),
    kind: answer.kind,
  };
}

for (const [title, rows] of Object.entries(asked)) {
  describe(title, () => {
    test.each(rows)('%s', async (question, expected, said) => {
      const { names, lead, text } = await ask(question);
      if (typeof expected === 'number') expect(names).toHaveLength(expected);
      else expect([...names].sort()).toEqual(expected.map(spelled).sort());
      for (const part of said) expect(lead).toContain(part);
      expect(text).not.toContain('undefined');
    });
  });
}

describe('where the documents are silent', () => {
  test.each<[string, string]>([
    ['神戸市の事業を教えて', '記載がありません'],
    ['福岡市の事業を教えて', '記載がありません'],
    ['U・Iターン応援プロジェクトのR9予算', '34,507千円'],
    ['水道技術研修の事業費は？', '記載がありません'],
    ['職員派遣研修についての検討の事業費', '記載がありません'],
    ['空き家の流通・活用支援事業の予算は？', '予算(事業費)の欄がない'],
    ['風力発電関連産業の総合拠点の形成はどの市町が参加していますか', '記載がありません'],
    ['大川市の事業は', '記載がありません'],
    ['待機児童数の令和4年度の実績', '54人'],
    ['DX人材育成研修のKPIの目標値は', '記載がありません'],
    ['若者・現役世代の利用率の目標は', '調整中'],
    ['関門エリアの観光消費額の目標値', '記載がありません'],
    ['外国人市民の生活環境の向上のR3実績', '記載がありません'],
    ['創業支援事業の担当課', '記載がありません'],
    ['SDGs1の事業はありますか', '記載がありません'],
    ['全世代参加型地域コミュニティ推進事業のR6予算', '28,000千円'],
    ['北九州空港の機能強化のKPIは', '記載がありません'],
  ])('%s', async (question, held) => {
    const { kind, text } = await ask(question);
    expect(kind).toBe('silent');
    expect(text).toContain('記載がありません');
    expect(text).toContain(held);
  });
});

describe('two readings', () => {
  test('the exact name is answered, not the longer one', async () => {
    const answer = await ask('宿泊者数の目標は');
    expect(answer.lead).toBe('「宿泊者数」の目標値は41.0万人(令和6年度)です。');
    expect(answer.names).toEqual(['宿泊者数']);
  });

  test('one name in two plans answers with what tells', async () => {
    const answer = await bot.ask('公共施設マネジメント推進事業の人件費');
    expect(toJson(answer, []).hits.map(({ plan }) => plan)).toEqual(['kitakyushu-hyoka']);
    expect(answer.lead).toContain('54,000千円');
  });
});

describe('after /kpi and /jigyo a word that could be a form may be the topic', () => {
  test.each<[string, string[]]>([
    ['/kpi 姉妹都市', ['姉妹・友好都市を中心とした海外諸都市との交流事業参加者延べ人数']],
    [
      '/jigyo よその町の人を避難で受け入れる仕組み',
      ['遠賀川流域市町による災害時の避難者受入れに関する連携体制の構築'],
    ],
    ['/jigyo 子どもの教育費用を補助してくれる事業', ['げんきに学ぶくるめっ子事業']],
  ])('%s', async (text, first) => {
    expect((await ask(text)).names.slice(0, first.length)).toEqual(first);
  });

  test.each([
    ['/kpi R12の一番大きい予算', '記載がありません'],
    ['/kpi 国際政策課のR5予算の合計', '264,813千円'],
  ])('money stays money after /kpi: %s', async (text, said) => {
    const answer = await ask(text);
    expect(answer.lead).toContain(said);
  });

  test('a noun before の is no head: the command says the kind', async () => {
    expect((await bot.ask('/kpi ごみを減らす取組の成果')).understood.intent).toBe('kpi');
  });
});

describe('hostile input is an answer, too', () => {
  test.each([
    ['nothing', ''],
    ['10,000 characters', '移住の目標値は何人ですか直方市R8'.repeat(600)],
    ['emoji', '👨‍👩‍👧‍👦🎉🎉移住🎉'],
    ['control characters', '移\u0000住\u0007\u001b[31m\u200b\ufeff'],
    ['a broken surrogate', '移住\ud800'],
    ['a mention of everybody', '<!channel> <@U1|x> 移住'],
    ['markup', '*_~`<script>alert(1)</script>&amp;'],
    ['brackets', '((((((「「「「『『『'.repeat(50)],
    ['figures', '9'.repeat(300)],
    ['only particles', 'のがはをにでとへも'],
  ])('%s', async (_, text) => {
    const json = toJson(await bot.ask(text), []);
    expect(json.text.length).toBeGreaterThan(0);
    expect(json.text).not.toContain('<!channel>');
  });
});

describe('follow-ups take the last question with them', () => {
  test.each<[string, string, string[]]>([
    ['地域総括補助金 R6 予算', 'R7は？', ['270,700千円']],
    ['上毛町が参加している事業', '苅田町は？', ['11件']],
    ['U・Iターン就職決定者数の基準値は？', '目標は？', ['400人']],
    ['国際政策課のR5予算の合計', '企画課は？', ['1,901,379千円']],
    ['待機児童数の目標は？', '寄附金額の実績は？', ['181,809万円']],
  ])('%s → %s', async (context, text, said) => {
    const shown = toJson(await bot.ask(text, { context }), []).text;
    for (const part of said) expect(shown).toContain(part);
  });

  test('a full new question ignores the thread', async () => {
    const answer = await bot.ask('国際政策課の事業は？', { context: '企画課のR5予算の合計' });
    expect(answer.kind).toBe('list');
    expect(answer.understood.assumed).toEqual([]);
  });
});
