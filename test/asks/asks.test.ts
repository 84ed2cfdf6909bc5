// Whole questions with their exact answers: facts from the documents, all kinds, in everyday wording.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { toJson } from '../../src/present/json.ts';
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
  test('the exact name is answered, the longer name offered', async () => {
    const answer = await bot.ask('宿泊者数の目標は');
    expect(answer.lead).toBe('「宿泊者数」の目標値は41.0万人（令和6年度）です。');
    expect(answer.alternatives).toEqual([
      { label: '北九州都市圏域内の宿泊者数', ask: '/kpi 北九州都市圏域内の宿泊者数' },
    ]);
  });

  test('遅れ offers やや遅れ', async () => {
    expect((await bot.ask('評価が遅れの事業')).alternatives).toEqual([
      { label: '評価がやや遅れの事業', ask: '/jigyo 評価 やや遅れ' },
    ]);
  });

  test('one name in two plans answers with what tells, and says which does not', async () => {
    const answer = await bot.ask('公共施設マネジメント推進事業の人件費');
    expect(toJson(answer, []).hits.map(({ plan }) => plan)).toEqual(['kitakyushu-hyoka']);
    expect(answer.notes).toEqual([
      '「公共施設マネジメント推進事業」（連携中枢ビジョン）には記載がありません。',
    ]);
  });
});

describe('after /kpi and /jigyo a word that could be a form may be the topic', () => {
  test.each<[string, string[]]>([
    ['/kpi 観光客が市内でどれだけお金を使っているかを知りたいです', ['年間観光消費額']],
    [
      '/kpi 大学の評価がわかる指標を教えてください',
      [
        '公立大学法人北九州市立大学評価委員会における各事業年度に係る業務に対する評価',
        '公立大学法人北九州市立大学評価委員会における中期目標期間に係る業務に対する評価',
      ],
    ],
    ['/kpi 姉妹都市', ['姉妹・友好都市を中心とした海外諸都市との交流事業参加者延べ人数']],
    ['/kpi 暴力団 市民 評価', ['暴追対策に対して評価した市民の割合の増加(行政評価市民アンケート)']],
    ['/jigyo 空き家の現状を調べる事業', ['空き家の流通・活用支援事業']],
    ['/jigyo 子どもの教育費用を補助してくれる事業', ['げんきに学ぶくるめっ子事業']],
  ])('%s', async (text, first) => {
    expect((await ask(text)).names.slice(0, first.length)).toEqual(first);
  });

  test('what a reading does not find is looked for in the whole text, and the answer says so', async () => {
    const answer = await ask('/kpi 一番大きいイベントの来場者');
    expect(answer.kind).toBe('list');
    expect(answer.names).toContain('久留米シティプラザ来館者数');
    expect(answer.text).toContain('入力全体の言葉で探しました');
  });

  test('a word read as topic is told', async () => {
    expect((await ask('/kpi 移住の予算')).text).toContain('「予算」は検索する言葉として読みました');
  });

  test.each([
    ['/kpi 熊本市のイベントの来場者', '記載がありません'],
    ['/kpi 待機児童数の予算', '記載がありません'],
    ['/kpi R12の一番大きい予算', '記載がありません'],
    ['/kpi 国際政策課のR5予算の合計', '予算'],
  ])('what is certain stays as read: %s', async (text, said) => {
    const answer = await ask(text);
    expect(answer.text).toContain(said);
    expect(answer.text).not.toContain('言葉として読みました');
    expect(answer.text).not.toContain('入力全体の言葉');
  });

  test('a noun before の is no head: the command says the kind', async () => {
    expect((await bot.ask('/kpi ごみを減らす取組の成果')).understood.intent).toBe('kpi');
    expect((await bot.ask('/kpi 防犯の取組が市民に評価されているか')).understood.intent).toBe('kpi');
    expect((await bot.ask('/kpi 移住の事業を教えて')).understood.intent).toBe('project');
    expect((await bot.ask('/kpi 移住の事業の予算は？')).understood.intent).toBe('budget');
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

describe('words that no record prints are told', () => {
  test.each([
    ['/kpi 合計特殊出生率', '「特殊」「出生率」は資料に見当たらないため、意味の近い言葉で探しました。'],
    ['/kpi お年寄り', '「お年寄り」は資料に見当たらないため、意味の近い言葉で探しました。'],
  ])('%s', async (text, note) => {
    expect((await bot.ask(text)).notes).toContain(note);
  });

  test.each(['/kpi 移住', '/jigyo 空き家', '/kpi ijuu', '/kpi 宿泊社数'])(
    '%s needs no such word',
    async (text) => {
      expect((await bot.ask(text)).notes.join('')).not.toContain('見当たらない');
    },
  );
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

  test('a year keeps the KPIs of the last question that say something of it', async () => {
    const { text, hits } = toJson(await bot.ask('R3は？', { context: '移住のKPIは？' }), []);
    expect(text).toContain('「令和3年度・移住」のKPI2件です。');
    expect(hits.map(({ name }) => name)).toEqual([
      '東京事務所における新規移住相談者数',
      '20歳代～30歳代の社会動態の増加数',
    ]);
  });

  test('a full new question ignores the thread', async () => {
    const answer = await bot.ask('国際政策課の事業は？', { context: '企画課のR5予算の合計' });
    expect(answer.kind).toBe('list');
    expect(answer.understood.assumed).toEqual([]);
  });
});
