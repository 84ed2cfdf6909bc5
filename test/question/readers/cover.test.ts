// Which mentions win the cheapest cover of a text.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { loadTokenizer } from '../../../src/language/tokenizer/tokenizer.ts';
import { cover, isContent, priceOf } from '../../../src/question/cover.ts';
import type { Mention } from '../../../src/question/mentions/mention.ts';
import { inventedTowns, piecesOf } from './read.ts';

let bot: Bot;
let tokenize: Awaited<ReturnType<typeof loadTokenizer>>['tokenize'];
beforeAll(async () => {
  bot = await inventedTowns();
  const tokenizer = await loadTokenizer();
  tokenize = (text) => tokenizer.tokenize(text);
});

const mention = (start: number, end: number, cost: number, id = 'x'): Mention => ({
  start,
  end,
  text: `${start}-${end}`,
  meaning: { is: 'intent', id },
  cost,
});
const covered = (text: string, mentions: Mention[]) =>
  cover(text, tokenize(text), mentions).map(({ mention: own, start, end }) =>
    own?.meaning.is === 'intent' ? `${text.slice(start, end)}=${own.meaning.id}` : text.slice(start, end),
  );

describe('the cheapest cover', () => {
  test('one long mention beats two short ones of a higher price', () => {
    expect(
      covered('担当課長', [mention(0, 4, 1, 'long'), mention(0, 2, 1, 'a'), mention(2, 4, 1, 'b')]),
    ).toEqual(['担当課長=long']);
  });
  test('two cheap ones beat a long dear one', () => {
    expect(
      covered('担当課長', [mention(0, 4, 5, 'long'), mention(0, 2, 1, 'a'), mention(2, 4, 1, 'b')]),
    ).toEqual(['担当=a', '課長=b']);
  });
  test('of one stretch the cheaper meaning wins, whichever comes first', () => {
    const [exact, slip] = [mention(0, 2, 1, 'exact'), mention(0, 2, 2.5, 'slip')];
    expect(covered('予算', [slip, exact])).toEqual(['予算=exact']);
    expect(covered('予算', [exact, slip])).toEqual(['予算=exact']);
  });
  test('a word is left uncovered only when every mention is dearer', () => {
    expect(covered('潜水艦', [mention(0, 3, 50)])).not.toContain('潜水艦=x');
    expect(covered('潜水艦', [mention(0, 3, 3)])).toEqual(['潜水艦=x']);
  });
  test('mentions that cut a word leave its rest as a piece', () => {
    const pieces = covered('潜水艦隊', [mention(0, 1, 0.1)]);
    expect(pieces.join('').replace(/=x/g, '')).toBe('潜水艦隊');
  });
  test('nothing of the text is lost but blanks', () => {
    for (const text of ['予算 と 担当課', 'R6の予算は？', 'あ、い。う', ''])
      expect(covered(text, []).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('prices', () => {
  test.each([
    ['潜水艦', true],
    ['走る', true],
    ['美しい', true],
    ['する', false],
    ['ある', false],
    ['いただく', false],
    ['ない', false],
    ['よい', false],
    ['それ', false],
    ['。', false],
  ])('%s carries a topic: %s', (text, carries) => {
    const [token] = tokenize(text);
    expect(token && isContent(token)).toBe(carries);
  });
  test('topic words are dearer than particles, particles dearer than marks', () => {
    const price = (text: string) => priceOf(tokenize(text)[0] as never as Parameters<typeof priceOf>[0]);
    expect(price('潜水艦')).toBeGreaterThan(price('走る'));
    expect(price('走る')).toBeGreaterThan(price('は'));
    expect(price('は')).toBeGreaterThan(price('。'));
  });
});

describe('over the plans of invented towns', () => {
  test.each([
    ['管路更新事業の担当課は？', ['管路更新事業=project', 'の', '担当課=department', 'は', '?']],
    ['健康ポイントの参加者数の実績', ['健康ポイントの参加者数=kpi', 'の', '実績=actual']],
    ['健康ポイント事業の実績', ['健康ポイント事業=project', 'の', '実績=actual']],
    ['健康福祉部の事業は何件', ['健康福祉部=department', 'の', '事業=project', 'は', '何件=count']],
    ['予算が1千万円以上', ['予算=budget', 'が', '1千万円以上=number']],
    ['R6の予算', ['r6=years', 'の', '予算=budget']],
    ['令和六年度の決算', ['令和六年度=years', 'の', '決算=settled/minasato-hyoka/settled']],
    ['評価がBの事業', ['評価=minasato-hyoka/evaluation', 'が', 'b=word', 'の', '事業=project']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(bot, text)).toEqual(pieces);
  });
});
