// The panels beside the messages: what Slack would refuse, and the raw requests in both directions.
import { html, made, timeFormat } from './here.js';

const time = timeFormat({ second: '2-digit' });
const when = (at) => time.format(new Date(at));
const none =
  'Slackが拒否する送信はありません。3秒以内の応答、ブロックの上限、権限など、Slackの規則に反した送信がここに出ます。';

/** Draws the refusals, newest first. */
export function drawRefusals(body, refusals) {
  const entries = refusals.map(
    ({ error, where, at, details }) =>
      html`<div class="entry"><code>${error}</code> ${where} <span class="meta">${when(at)}</span><ul>${details.map((text) => html`<li>${text}</li>`)}</ul></div>`,
  );
  body.replaceChildren(...(entries.length > 0 ? entries : [html`<p class="empty">${none}</p>`]).map(made));
}

/** Draws the requests, newest first; those already there keep their state. */
export function drawRequests(body, requests) {
  const known = new Map([...body.querySelectorAll('[data-id]')].map((node) => [node.dataset.id, node]));
  body.replaceChildren(...requests.map((request) => known.get(String(request.id)) ?? made(entry(request))));
}

function entry({ id, direction, name, request, status, response, milliseconds, at }) {
  const ok = status >= 200 && status < 300 && response?.ok !== false;
  const json = (value) => JSON.stringify(value, null, 2);
  return html`<details class="entry" data-id="${id}">
    <summary><strong>${direction === 'to-bot' ? '→ ボットへ' : '← ボットから'} ${name}</strong><span class="${ok ? 'ok' : 'bad'}">　${status || '応答なし'}</span><span class="meta">　${Math.round(milliseconds)}ミリ秒　${when(at)}</span></summary>
    <span class="meta">内容</span><pre>${json(request)}</pre><span class="meta">応答</span><pre>${json(response)}</pre>
  </details>`;
}
