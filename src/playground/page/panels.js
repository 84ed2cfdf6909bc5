// The panels beside the messages: what Slack would refuse, and the raw requests in both directions.

const time = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** Draws the refusals, newest first. */
export function drawRefusals(body, refusals) {
  if (refusals.length === 0) {
    body.replaceChildren(
      element('p', {
        className: 'empty',
        textContent:
          'Slackが拒否する送信はありません。3秒以内の応答、ブロックの上限、権限など、Slackの規則に反した送信がここに出ます。',
      }),
    );
    return;
  }
  body.replaceChildren(
    ...refusals.map((refusal) =>
      element(
        'div',
        { className: 'entry' },
        element('code', { textContent: refusal.error }),
        ` ${refusal.where} `,
        element('span', { className: 'meta', textContent: time.format(new Date(refusal.at)) }),
        element('ul', {}, ...refusal.details.map((text) => element('li', { textContent: text }))),
      ),
    ),
  );
}

/** Draws the requests, newest first; those already there keep their state. */
export function drawRequests(body, requests) {
  const known = new Map([...body.querySelectorAll('[data-id]')].map((node) => [node.dataset.id, node]));
  body.replaceChildren(...requests.map((request) => known.get(String(request.id)) ?? entry(request)));
}

function entry(request) {
  const ok = request.status >= 200 && request.status < 300 && request.response?.ok !== false;
  const node = element(
    'details',
    { className: 'entry' },
    element(
      'summary',
      {},
      element('strong', {
        textContent: `${request.direction === 'to-bot' ? '→ ボットへ' : '← ボットから'} ${request.name}`,
      }),
      element('span', { className: ok ? 'ok' : 'bad', textContent: `　${request.status || '応答なし'}` }),
      element('span', {
        className: 'meta',
        textContent: `　${Math.round(request.milliseconds)}ミリ秒　${time.format(new Date(request.at))}`,
      }),
    ),
    element('div', { className: 'meta', textContent: '内容' }),
    element('pre', { textContent: JSON.stringify(request.request, null, 2) }),
    element('div', { className: 'meta', textContent: '応答' }),
    element('pre', { textContent: JSON.stringify(request.response, null, 2) }),
  );
  node.dataset.id = String(request.id);
  return node;
}
