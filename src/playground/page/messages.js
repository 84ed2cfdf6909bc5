// Messages of a channel or thread, redrawn only where something changed.
import { collectValues, restoreValues } from './blocks.js';
import { $, here, now, send, ui } from './here.js';
import { prepareTables } from './tables.js';

const timeFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
});
const dayFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
});

/** Draws messages and calls `refresh` when a thread is opened; keeps the nodes that did not change (open menus, sorted tables, typed text). */
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
    node.classList.toggle('new', !first && !old);
    if (old) restoreValues(node, collectValues(old));
    return node;
  });
  // Replacing everything would take the focus from a node that stays.
  const wanted = new Set(nodes);
  for (const child of [...box.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, i) => {
    if (box.children[i] !== node) box.insertBefore(node, box.children[i] ?? null);
  });
  if (nodes.length === 0)
    box.append(
      Object.assign(document.createElement('p'), {
        className: 'empty',
        textContent: 'まだメッセージはありません。',
      }),
    );
  if (box.hidden) return;
  const fresh = nodes.some((node) => !known.has(node.dataset.ts));
  if (!first && !atEnd && !(fresh && Date.now() < here.following)) return;
  scroll.scrollTop = scroll.scrollHeight;
  // A long answer is read from its beginning.
  const last = nodes.at(-1);
  if (last && !known.has(last.dataset.ts) && last.offsetHeight > scroll.clientHeight) last.scrollIntoView();
}

function messageNode(message, inThread, refresh) {
  const node = document.createElement('article');
  node.className = `message${message.ephemeral ? ' private' : ''}`;
  node.dataset.ts = message.ts;
  node.dataset.place = JSON.stringify({ channel: message.channel, ts: message.ts });
  const make = (tag, className, text = '') =>
    Object.assign(document.createElement(tag), { className, textContent: text });
  const person = here.state.people.findIndex((known) => known.id === message.author.id);
  const face = make(
    'div',
    `face ${person >= 0 ? `face-${person + 1}` : message.author.id === here.state.bot.id ? 'face-bot' : 'face-guide'}`,
    [...message.author.name][0],
  );
  face.setAttribute('aria-hidden', 'true');
  const head = make('div', 'by');
  head.append(make('span', 'who', message.author.name));
  if (message.author.badge) head.append(make('span', 'app', message.author.badge));
  const at = new Date(message.at);
  const today = dayFormat.format(at) === dayFormat.format(now());
  head.append(make('time', 'meta', `${today ? '' : `${dayFormat.format(at)} `}${timeFormat.format(at)}`));
  if (message.ephemeral) head.append(make('div', 'only-you', 'あなただけに表示されています'));
  const content = make('div', 'content');
  content.innerHTML = message.html;
  if (message.edited) content.append(make('span', 'meta', '（編集済み）'));
  for (const file of message.files) {
    const link = Object.assign(make('a', 'bk-image', `添付 ${file.name}`), { href: file.url });
    content.append(link);
  }
  prepareTables(content);
  node.append(face, head, content);
  const openThread = () => {
    ui.thread = message.threadTs ?? message.ts;
    ui.panel = '';
    $('thread-messages').replaceChildren();
    refresh().then(() => $('thread-text').focus());
  };
  if (message.replies > 0 && !inThread) {
    const replies = make('button', 'replies', `${message.replies}件の返信`);
    replies.type = 'button';
    replies.addEventListener('click', openThread);
    node.append(replies);
  }
  if (!message.ephemeral && !message.example) node.append(tools(message, inThread ? null : openThread));
  return node;
}

/** What can be done with a message: reply, message shortcuts. */
function tools(message, openThread) {
  const bar = Object.assign(document.createElement('div'), { className: 'tools' });
  const add = (text, run) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
    button.addEventListener('click', run);
    bar.append(button);
  };
  if (openThread) add('返信', openThread);
  for (const shortcut of here.state.shortcuts.filter((known) => known.type === 'message'))
    add(shortcut.name, () =>
      send('shortcut', { callbackId: shortcut.callbackId, channel: message.channel, ts: message.ts }),
    );
  return bar;
}
