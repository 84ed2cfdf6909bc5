// Where a text is cut before it is tokenized.
import { expect, test } from 'vitest';
import { pieceEnds } from '../../../src/language/tokenizer/tokenizer-cut.ts';

const pieces = (text: string) => {
  const ends = pieceEnds(text);
  return ends.map((end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end));
};

test('sentences end behind 、 and 。, as in kuromoji', () => {
  expect(pieces('移住、定住。\n交流')).toEqual(['移住、', '定住。', '\n交流']);
});

test('a line break alone ends no sentence', () => {
  expect(pieces('移住\n定住\t交流・関係')).toEqual(['移住\n定住\t交流・関係']);
});

test('an empty text has no pieces', () => {
  expect(pieces('')).toEqual([]);
});

test('a sentence of more than 2,048 units is cut behind its last pause', () => {
  const text = `${'あ'.repeat(1500)}・${'い'.repeat(300)}\n${'う'.repeat(1000)}。`;
  expect(pieces(text).map((piece) => piece.length)).toEqual([1802, 1001]);
});

test('a sentence without a pause is cut at 2,048 units, never inside a pair', () => {
  expect(pieces('漢'.repeat(5000)).map((piece) => piece.length)).toEqual([2048, 2048, 904]);
  expect(pieces(`a${'😀'.repeat(1500)}`).map((piece) => piece.length)).toEqual([2047, 954]);
});
