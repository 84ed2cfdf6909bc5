// The panels beside the messages: what Slack would refuse, and the raw requests in both directions.
import { h, timeFormat } from './here.js';

const time = timeFormat({ second: '2-digit' });
const meta = (text) => h('span', { className: 'meta' }, text);
const when = (at) => time.format(new Date(at));
const none =
  'Slackが拒否する送信はありません。3秒以内の応答、ブロックの上限、権限など、Slackの規則に反した送信がここに出ます。';

/** Draws the refusals, newest first. */
export function drawRefusals(body, refusals) {
  const entries = refusals.map(({ error, where, at, details }) =>
    h(
      'div',
      { className: 'entry' },
      h('code', {}, error),
      ` ${where} `,
      meta(when(at)),
      h('ul', {}, ...details.map((text) => h('li', {}, text))),
    ),
  );
  body.replaceChildren(...(entries.length > 0 ? entries : [h('p', { className: 'empty' }, none)]));
}

/** Draws the requests, newest first; those already there keep their state. */
export function drawRequests(body, requests) {
  const known = new Map([...body.querySelectorAll('[data-id]')].map((node) => [node.dataset.id, node]));
  body.replaceChildren(...requests.map((request) => known.get(String(request.id)) ?? entry(request)));
}

function entry({ id, direction, name, request, status, response, milliseconds, at }) {
  const ok = status >= 200 && status < 300 && response?.ok !== false;
  const json = (value) => h('pre', {}, JSON.stringify(value, null, 2));
  return h(
    'details',
    { className: 'entry', 'data-id': id },
    h(
      'summary',
      {},
      h('strong', {}, `${direction === 'to-bot' ? '→ ボットへ' : '← ボットから'} ${name}`),
      h('span', { className: ok ? 'ok' : 'bad' }, `　${status || '応答なし'}`),
      meta(`　${Math.round(milliseconds)}ミリ秒　${when(at)}`),
    ),
    meta('内容'),
    json(request),
    meta('応答'),
    json(response),
  );
}
