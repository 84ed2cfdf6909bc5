// Slack's mrkdwn as HTML, hostile text included.
import { expect, test } from 'vitest';
import { mrkdwn } from '../../../src/playground/html/text.ts';
import { context } from '../support/render-context.ts';

test.each([
  ['*太字*', '<strong>太字</strong>'],
  ['これは *太字* です', 'これは <strong>太字</strong> です'],
  ['これは*太字*です', 'これは*太字*です'],
  ['*太字*です', '*太字*です'],
  ['(*太字*)', '(<strong>太字</strong>)'],
  ['*二語 の 太字*', '<strong>二語 の 太字</strong>'],
  ['* 太字 *', '* 太字 *'],
  ['2*3*4', '2*3*4'],
  ['snake_case_name', 'snake_case_name'],
  ['一行目\n二行目', '一行目<br>二行目'],
  ['<@U0SATO> さん', '<span class="mention">@佐藤 美咲</span> さん'],
  ['<#C0KIKAKU|企画課>', '<span class="mention">#企画課</span>'],
  ['<!channel>', '<span class="mention">@channel</span>'],
])('%j', (text, html) => {
  expect(mrkdwn(text, context())).toBe(html);
});

test.each([
  ['<script>alert(1)</script>', 'script'],
  ['<javascript:alert(1)|押す>', 'href'],
  ['<data:text/html,x|押す>', 'href'],
  ['<https://a"onmouseover=alert(1)|x>', 'href'],
  ['&lt;img src=x onerror=alert(1)&gt;', '<img'],
  ['*&lt;b&gt;*', '<b>'],
  ['`&lt;/code&gt;&lt;script&gt;`', '<script'],
])('hostile text stays text: %j', (text, forbidden) => {
  expect(mrkdwn(text, context()).replace(/&lt;|&gt;|&quot;/g, '')).not.toContain(
    forbidden === 'script' ? '<script' : forbidden,
  );
});

test.each(['*a* ', '*a', '<', '<a|', '> *a* \n', '&lt;'])(
  '%j ten thousand times is drawn, in time that grows with its length',
  (piece) => {
    const seconds = (count: number) => {
      const started = performance.now();
      expect(mrkdwn(piece.repeat(count), context())).not.toBe('');
      return (performance.now() - started) / 1000;
    };
    expect(seconds(10_000)).toBeLessThan(3);
    // Ten times as long: a hundred times the time would be minutes.
    expect(seconds(100_000)).toBeLessThan(15);
  },
);

test('ten thousand bold words are ten thousand bold words', () => {
  expect(mrkdwn('*a* '.repeat(10_000), context())).toBe('<strong>a</strong> '.repeat(10_000));
});
