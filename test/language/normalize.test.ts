// One spelling for one word: table of typed → normalised, and two properties over any text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/language/normalize.ts';

describe('normalize gives one spelling', () => {
  const table: [typed: string, normalised: string, why: string][] = [
    ['Ｕ・Ｉターン', 'u・iターン', 'full width'],
    ['U･Iﾀｰﾝ', 'u・iターン', 'half-width kana and dot'],
    ['U·Iターン', 'u・iターン', 'Latin middle dot'],
    ['ﾃﾞｼﾞﾀﾙ化', 'デジタル化', 'half-width voiced marks'],
    ['ＧＸ', 'gx', 'case and width'],
    ['スタ－トアップ', 'スタートアップ', 'dash typed for a long vowel'],
    ['スタ−トアップ', 'スタートアップ', 'minus sign typed for a long vowel'],
    ['スタ一トアップ', 'スタートアップ', 'kanji for one between katakana'],
    ['ﾊゝﾟヾ', 'ハパパ', 'a repeated kana takes its voicing mark'],
    ['ス-一ス', 'スース', 'a run of look-alikes is one long vowel'],
    ['センタ-', 'センター', 'dash at the end of a katakana word'],
    ['サービスーー', 'サービスー', 'several long vowels'],
    ['R3–R5', 'r3-r5', 'en dash'],
    ['R3～R5', 'r3~r5', 'wave dash'],
    ['R3〜R5', 'r3~r5', 'the other wave dash'],
    ['髙齢者　支援', '高齢者 支援', 'variant character, ideographic space'],
    ['門司港驛', '門司港駅', 'old character'],
    ['⺠間', '民間', 'radical from a PDF'],
    ['人々', '人人', 'iteration mark'],
    ['いすゞ', 'いすず', 'voiced iteration mark'],
    ['移\u200b住', '移住', 'zero-width space'],
    ['移住\u0000\n定住', '移住 定住', 'control characters part words'],
    ['  移住 \t 定住 ', '移住 定住', 'blanks'],
    ['\ud83d移住', '移住', 'half of a cut emoji'],
    ['一人一役', '一人一役', 'the kanji for one stays elsewhere'],
    ['ターン-2', 'ターン-2', 'a hyphen before a digit stays'],
    ['', '', 'nothing'],
  ];
  for (const [typed, normalised, why] of table) {
    test(`${JSON.stringify(typed)} → ${normalised} (${why})`, () => {
      expect(normalize(typed)).toBe(normalised);
    });
  }

  test('a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ス-一ー々ゝゞヾ゛゙カかが人aZ9・ ~―\u200b゚ﾞ齊') }),
        (text) => {
          expect(normalize(normalize(text))).toBe(normalize(text));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
