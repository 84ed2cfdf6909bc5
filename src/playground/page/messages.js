// Messages of a channel or thread, redrawn only where something changed.
import { collectValues, restoreValues } from './blocks.js';
import { $, button, h, here, now, send, timeFormat, ui } from './here.js';
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
  const { author, channel, ts, ephemeral, replies } = message;
  const { bot, shortcuts } = here.state;
  const span = (className, text, tag = 'span') => h(tag, { className }, text);
  const at = new Date(message.at);
  const date = day.format(at) === day.format(now()) ? '' : `${day.format(at)} `;
  const content = h('div', { className: 'content', innerHTML: message.html });
  for (const { id, name, size } of message.files) {
    const link = h('a', { className: 'file', href: `/page/files/${id}`, download: name }, name);
    content.append(h('p', {}, link, span('meta', `${Math.ceil(size / 1024)}KB`)));
  }
  if (message.edited) content.append(span('meta', '（編集済み）'));
  prepareTables(content);
  const openThread = () => {
    ui.thread = message.threadTs ?? ts;
    ui.panel = '';
    $('thread-messages').replaceChildren();
    refresh().then(() => $('thread-text').focus());
  };
  const tools = [
    ...(inThread ? [] : [button('返信', openThread)]),
    ...shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ name, callbackId }) => button(name, () => send('shortcut', { callbackId, channel, ts }))),
  ];
  return h(
    'article',
    {
      className: `message${ephemeral ? ' private' : ''}`,
      'data-ts': ts,
      'data-place': JSON.stringify({ channel, ts }),
    },
    h(
      'div',
      { className: author.id === bot.id ? 'face face-bot' : 'face', 'aria-hidden': 'true' },
      [...author.name][0],
    ),
    h(
      'div',
      {},
      h('strong', {}, author.name),
      ...(author.badge ? [span('app', author.badge)] : []),
      span('meta', `${date}${time.format(at)}`, 'time'),
      ...(ephemeral ? [span('only-you', 'あなただけに表示されています', 'div')] : []),
    ),
    content,
    ...(replies > 0 && !inThread ? [button(`${replies}件の返信`, openThread, { className: 'replies' })] : []),
    ...(ephemeral || message.example ? [] : [h('div', { className: 'tools' }, ...tools)]),
  );
}
