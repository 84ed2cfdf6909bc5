// Phrase → words, as the index keeps them: the same analyzer builds and asks.
import { beforeAll, describe, expect, test } from 'vitest';
import { PhraseTable } from '../../src/language/words/phrase-table.ts';
import { Analyzer } from '../../src/search/analyzer.ts';
import { openSearch } from '../support/open-search.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  const { tokenizer, wordLists } = await openSearch();
  analyzer = new Analyzer(tokenizer, new PhraseTable(wordLists));
});

describe('a phrase becomes the words it is looked up by', () => {
  const table: [phrase: string, has: string[], lacks: string[], why: string][] = [
    ['空き家の流通', ['空き家', '流通'], ['の'], 'listed word kept whole, particle dropped'],
    ['公共交通', ['公共', '交通', '公共交通'], [], 'compound beside its parts'],
    ['北九州市U・Iターン応援', ['uiターン', '応援'], ['u', 'i'], 'dot between letters joined'],
    [
      'ワーク・ライフ・バランス',
      ['ワクライフバランス'],
      [],
      'dots between katakana joined, long vowels aside',
    ],
    ['赤ちゃんの駅事業', ['赤ちゃんの駅'], ['駅', '赤ちゃん'], 'some words hide their parts'],
    ['子どもの保育環境', ['保育', '保育環境'], ['環境'], '… or one of them'],
    ['まつり起業祭', ['まつり起業祭'], ['起業'], 'a festival is no business start'],
    ['東京都の企業', ['東京', '企業'], ['京都'], '京都 is not in 東京都'],
    ['移り住んだ人', ['移り住む'], ['だ'], 'verb in base form'],
    ['令和8年度の移住', ['移住'], ['令', '年度', '8', '令和'], 'years are facts, not words'],
    ['2026年4月1日の人口', ['人口'], ['4', '月'], 'nor days'],
    ['20歳代の人', ['20歳代'], ['20'], 'digits only inside a word'],
    ['コミュニティー', ['コミュニティ'], ['コミュニティー'], 'one spelling of a long vowel'],
    ['ドローン', ['ドローン'], ['ローン'], 'a lone katakana belongs to its neighbour'],
    ['ＧＸ推進', ['gx', '推進'], [], 'width and case'],
  ];
  for (const [phrase, has, lacks, why] of table) {
    test(`${phrase}: ${why}`, () => {
      const words = analyzer.analyze(phrase).words.filter((word) => !word.hidden);
      const terms = words.map((word) => word.term);
      expect(terms).toEqual(expect.arrayContaining(has));
      for (const term of lacks) expect(terms).not.toContain(term);
    });
  }

  test('names of towns are read as people say them, not as the dictionary does', () => {
    const readings = ['直方市', '上毛町', '遠賀町', '豊前市', '小倉'].map(
      (name) => analyzer.analyze(name).words.find((word) => word.text === name)?.reading,
    );
    expect(readings).toEqual(['ノオガタシ', 'コウゲマチ', 'オンガチョウ', 'ブゼンシ', 'コクラ']);
  });
});
