// Messages of a channel or thread, redrawn only where something changed.
import { collectValues, restoreValues } from './blocks.js';
import { $, drawn, h, here, html, made, now, send, timeFormat, ui } from './here.js';
import { prepareTables } from './tables.js';

const time = timeFormat({});
const day = timeFormat({ month: 'numeric', day: 'numeric', hour: undefined, minute: undefined });

/** Draws messages and calls `refresh` when a thread is opened; keeps the nodes that did not change (sorted tables, typed text). */
export function drawMessages(box, messages, inThread, refresh) {
  const scroll = inThread ? box : $('scroll');
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const known = new Map(
    [...box.querySelectorAll(':scope > .message')].map((node) => [node.dataset.ts, node]),
  );
  const first = known.size === 0;
  const nodes = messages.map((message) => {
    const signature = JSON.stringify(message);
    const old = known.get(message.ts);
    if (old?.signature === signature) return old;
    const node = messageNode(message, inThread, refresh);
    node.signature = signature;
    if (old) restoreValues(node, collectValues(old));
    return node;
  });
  if (nodes.length === 0)
    nodes.push(h('p', { className: 'empty', textContent: 'まだメッセージはありません。' }));
  // Replacing everything would take the focus from a node that stays.
  for (const child of [...box.children]) if (!nodes.includes(child)) child.remove();
  nodes.forEach((node, i) => {
    if (box.children[i] !== node) box.insertBefore(node, box.children[i] ?? null);
  });
  if (box.hidden) return;
  const fresh = nodes.some((node) => !known.has(node.dataset.ts));
  if (!first && !atEnd && !(fresh && Date.now() < here.following)) return;
  scroll.scrollTop = scroll.scrollHeight;
  // A long answer is read from its beginning.
  const last = nodes.at(-1);
  if (!known.has(last.dataset.ts) && last.offsetHeight > scroll.clientHeight) last.scrollIntoView();
}

function messageNode(message, inThread, refresh) {
  const { author, channel, ts, ephemeral, example, replies } = message;
  const { bot, shortcuts } = here.state;
  const at = new Date(message.at);
  const date = day.format(at) === day.format(now()) ? '' : `${day.format(at)} `;
  const files = message.files.map(
    ({ id, name, size }) =>
      html`<p><a class="file" href="/page/files/${id}" download="${name}">${name}</a><span class="meta">${Math.ceil(size / 1024)}KB</span></p>`,
  );
  const asked = shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name, callback_id: id }) => html`<button type="button" data-shortcut="${id}">${name}</button>`);
  const reply = inThread ? [] : html`<button type="button" data-thread>返信</button>`;
  const node =
    made(html`<article class="message${ephemeral ? ' private' : ''}" data-ts="${ts}" data-place="${JSON.stringify({ channel, ts })}">
    <div class="face${author.id === bot.id ? ' face-bot' : ''}" aria-hidden="true">${[...author.name][0]}</div>
    <div><strong>${author.name}</strong>${author.badge && html`<span class="app">${author.badge}</span>`}<time class="meta">${date}${time.format(at)}</time>${ephemeral ? html`<div class="only-you">あなただけに表示されています</div>` : ''}</div>
    <div class="content">${drawn(message.html)}${files}${message.edited ? html`<span class="meta">（編集済み）</span>` : ''}</div>
    ${replies > 0 && !inThread ? html`<button type="button" class="replies" data-thread>${replies}件の返信</button>` : ''}
    ${ephemeral || example ? '' : html`<div class="tools">${reply}${asked}</div>`}
  </article>`);
  prepareTables(node);
  node.addEventListener('click', ({ target }) => {
    const { thread, shortcut } = target.dataset;
    if (shortcut) send('shortcut', { callbackId: shortcut, channel, ts });
    if (thread === undefined) return;
    ui.thread = message.threadTs ?? ts;
    ui.panel = '';
    $('thread-messages').replaceChildren();
    refresh().then(() => $('thread-text').focus());
  });
  return node;
}
