// The page: fetches what one person sees, draws it, and passes on what that person does.
import { activateBlocks, collectValues, prepareTables, restoreValues } from './blocks.js';
import { attachComposer } from './composer.js';
import { drawRefusals, drawRequests } from './panels.js';

const $ = (id) => document.getElementById(id);
const ui = {
  as: sessionStorage.getItem('as') ?? '',
  channel: sessionStorage.getItem('channel') ?? '',
  thread: '',
  tab: 'messages',
  panel: '',
  seen: {},
};
let state = null;
let clockOffset = 0;
/** Until when the answer to what this person just did is scrolled to, or its thread opened. */
let following = 0;
const follow = () => {
  following = Date.now() + 10_000;
};

/** Asks the server to do something as the chosen person; shows what went wrong. */
async function send(name, body) {
  if (['say', 'command', 'click', 'submit'].includes(name)) follow();
  try {
    const response = await fetch(`/page/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: ui.as, ...body }),
    });
    const answer = await response.json();
    if (!response.ok) toast(`${(answer.details ?? []).join(' ') || answer.error}`);
    else if (answer.ok === false) toast('操作がボットに届きませんでした。「Slackの拒否」をご覧ください。');
    return answer;
  } catch {
    toast('ローカルSlackに接続できません。起動しているか確認してください。');
    return null;
  }
}

let toastTimer = 0;
function toast(text) {
  $('toast').textContent = text;
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    $('toast').hidden = true;
  }, 6000);
}

/** The fetch under way; a call meanwhile makes it fetch once more, which is enough: the last one wins. */
let fetching = null;
let again = false;
function refresh() {
  if (fetching) again = true;
  else fetching = fetchAndDraw();
  return fetching;
}

async function fetchAndDraw() {
  try {
    do {
      again = false;
      const query = new URLSearchParams({ as: ui.as, channel: ui.channel, thread: ui.thread });
      const response = await fetch(`/page/state?${query}`);
      const next = await response.json();
      // The person may have gone elsewhere meanwhile.
      const current =
        ui.as === '' || (next.me === ui.as && (ui.channel === '' || next.channel === ui.channel));
      if (current) draw(next);
    } while (again);
  } catch {
    toast('ローカルSlackに接続できません。起動しているか確認してください。');
  } finally {
    fetching = null;
  }
}

function draw(next) {
  const answered = answeredThread(state, next);
  state = next;
  if (answered && ui.thread === '') {
    ui.thread = answered;
    ui.panel = '';
    again = true;
  }
  ui.as = state.me;
  ui.channel = state.channel;
  sessionStorage.setItem('as', ui.as);
  sessionStorage.setItem('channel', ui.channel);
  clockOffset = new Date(state.clock).getTime() - Date.now();
  const channel = state.channels.find((known) => known.id === state.channel);
  const direct = channel.kind === 'im';
  document.title = `${direct ? channel.name : `#${channel.name}`} | ローカルSlack`;
  drawPeople();
  drawChannels();
  drawClock();
  $('title').textContent = direct
    ? channel.name
    : `${channel.kind === 'private' ? '＊' : '#'} ${channel.name}`;
  $('topic').textContent = channel.archived ? 'アーカイブ済みです' : channel.topic;
  $('tabs').hidden = !direct;
  const home = direct && ui.tab === 'home';
  $('tab-home').setAttribute('aria-selected', String(home));
  $('tab-messages').setAttribute('aria-selected', String(!home));
  drawHome(home);
  $('messages').hidden = home;
  $('composer').hidden = home || channel.archived;
  drawMessages($('messages'), state.messages, false);
  $('status').textContent = home ? '' : state.status.join(' ');
  drawPrompts(home);
  $('thread').hidden = ui.thread === '' || ui.panel !== '';
  if (ui.thread !== '') drawMessages($('thread-messages'), state.thread, true);
  drawModal();
  drawPanel();
  drawShortcuts();
  composer.setCommands(state.commands, [state.bot, ...state.people]);
  $('composer-text').placeholder = direct
    ? `${channel.name} に質問する`
    : `#${channel.name} へのメッセージ（/ でコマンド）`;
}

/** The message of this person that just got its first answer in a thread, while they wait for it. */
function answeredThread(before, next) {
  if (Date.now() > following || before?.channel !== next.channel || before.me !== next.me) return null;
  const old = new Map(before.messages.map((message) => [message.ts, message.replies]));
  const answered = next.messages.find(
    (message) => message.author.id === next.me && message.replies > 0 && (old.get(message.ts) ?? 0) === 0,
  );
  return answered?.ts ?? null;
}

function drawPeople() {
  if ($('as').options.length === 0)
    $('as').append(
      ...state.people.map((person) => new Option(`${person.name}（${person.title}）`, person.id)),
    );
  $('as').value = ui.as;
}

function drawChannels() {
  for (const [list, direct] of [
    [$('channels'), false],
    [$('apps'), true],
  ]) {
    const items = state.channels.filter((channel) => (channel.kind === 'im') === direct);
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.channel : null;
    list.replaceChildren(
      ...items.map((channel) => {
        const current = channel.id === ui.channel;
        if (current || ui.seen[channel.id] === undefined) ui.seen[channel.id] = channel.count;
        const unread = channel.count - ui.seen[channel.id];
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset.channel = channel.id;
        button.append(`${direct ? '◆' : channel.kind === 'private' ? '＊' : '#'} ${channel.name}`);
        if (channel.kind === 'private') button.setAttribute('aria-label', `${channel.name}（非公開）`);
        button.setAttribute('aria-current', String(current));
        button.classList.toggle('unread', unread > 0);
        if (unread > 0)
          button.append(
            Object.assign(document.createElement('span'), { className: 'badge', textContent: unread }),
          );
        else if (channel.archived)
          button.append(
            Object.assign(document.createElement('span'), { className: 'off', textContent: '終了' }),
          );
        button.addEventListener('click', () => openChannel(channel));
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
    if (focused) list.querySelector(`[data-channel="${focused}"]`)?.focus();
  }
}

function openChannel(channel, tab = 'messages') {
  ui.channel = channel.id;
  ui.thread = '';
  ui.tab = tab;
  $('sidebar').classList.remove('open');
  $('menu').setAttribute('aria-expanded', 'false');
  $('messages').replaceChildren();
  refresh().then(() => {
    $('scroll').scrollTop = tab === 'home' ? 0 : $('scroll').scrollHeight;
    if (tab === 'messages') $('composer-text').focus();
  });
  if (channel.kind === 'im') send('home', { tab });
}

const clockFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const now = () => new Date(Date.now() + clockOffset);
/** An instant as `datetime-local` in Japan. */
const local = (instant) => new Date(instant.getTime() + 9 * 3600000).toISOString().slice(0, 16);

function drawClock() {
  $('clock-now').textContent = clockFormat.format(now());
  if (!$('clock').open) $('clock-to').value = local(now());
}

function drawHome(shown) {
  const box = $('home');
  box.hidden = !shown;
  if (!shown) return;
  const hash = state.home?.hash ?? 'none';
  if (box.dataset.hash === hash && box.dataset.user === ui.as) return;
  const same = box.dataset.user === ui.as;
  const values = same ? collectValues(box) : {};
  box.dataset.hash = hash;
  box.dataset.user = ui.as;
  // Drawn by the server, where every text is escaped.
  if (state.home) {
    box.dataset.place = JSON.stringify({ view: state.home.id });
    box.innerHTML = state.home.html;
    restoreValues(box, values);
    prepareTables(box);
  } else box.innerHTML = '<p class="empty">ホームはまだ表示されていません。</p>';
}

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

/** Draws messages, keeping the nodes that did not change (open menus, sorted tables, typed text). */
function drawMessages(box, messages, inThread) {
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
    const node = messageNode(message, inThread);
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
  const fresh = nodes.some((node) => !known.has(node.dataset.ts));
  if (!first && !atEnd && !(fresh && Date.now() < following)) return;
  scroll.scrollTop = scroll.scrollHeight;
  // A long answer is read from its beginning.
  const last = nodes.at(-1);
  if (last && !known.has(last.dataset.ts) && last.offsetHeight > scroll.clientHeight) last.scrollIntoView();
}

function messageNode(message, inThread) {
  const node = document.createElement('article');
  node.className = `message${message.ephemeral ? ' private' : ''}`;
  node.dataset.ts = message.ts;
  node.dataset.place = JSON.stringify({ channel: message.channel, ts: message.ts });
  const make = (tag, className, text = '') =>
    Object.assign(document.createElement(tag), { className, textContent: text });
  const person = state.people.findIndex((known) => known.id === message.author.id);
  const face = make(
    'div',
    `face ${person >= 0 ? `face-${person + 1}` : message.author.id === state.bot.id ? 'face-bot' : 'face-guide'}`,
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
  for (const shortcut of state.shortcuts.filter((known) => known.type === 'message'))
    add(shortcut.name, () =>
      send('shortcut', { callbackId: shortcut.callbackId, channel: message.channel, ts: message.ts }),
    );
  return bar;
}

function drawPrompts(home) {
  const wanted = home ? [] : state.prompts;
  const signature = JSON.stringify([state.channel, wanted]);
  if ($('prompts').dataset.signature === signature) return;
  $('prompts').dataset.signature = signature;
  $('prompts').replaceChildren(
    ...wanted.map((prompt) => {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: prompt.title,
      });
      button.addEventListener('click', () => composer.typeAndSend(prompt.message));
      return button;
    }),
  );
}

function drawShortcuts() {
  if ($('shortcut-list').childElementCount > 0) return;
  const add = (title, note, run) => {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'plain',
      textContent: title,
    });
    if (note) button.append(Object.assign(document.createElement('small'), { textContent: note }));
    button.addEventListener('click', () => {
      $('shortcuts').open = false;
      run();
    });
    $('shortcut-list').append(button);
  };
  const heading = (text) =>
    $('shortcut-list').append(Object.assign(document.createElement('h3'), { textContent: text }));
  heading('ショートカット');
  for (const shortcut of state.shortcuts.filter((known) => known.type === 'global'))
    add(shortcut.name, shortcut.description, () => send('shortcut', { callbackId: shortcut.callbackId }));
  if (state.steps.length > 0) heading('ワークフローのステップ');
  for (const step of state.steps)
    add(step.title, step.description, async () => {
      const inputs = await askInputs(step);
      if (inputs) send('step', { callbackId: step.callbackId, channel: ui.channel, inputs });
    });
}

function drawModal() {
  const dialog = $('modal');
  const modal = state.modal;
  if (!modal) {
    if (dialog.open) dialog.close();
    delete dialog.dataset.hash;
    return;
  }
  const body = $('modal-body');
  if (dialog.dataset.hash !== modal.hash) {
    const same = dialog.dataset.view === modal.id;
    const values = same ? collectValues(body) : {};
    const focus = same ? document.activeElement?.closest('[data-kind]')?.dataset : undefined;
    const caret = document.activeElement?.selectionStart;
    dialog.dataset.hash = modal.hash;
    dialog.dataset.view = modal.id;
    body.dataset.place = JSON.stringify({ view: modal.id });
    $('modal-title').textContent = modal.title;
    $('modal-submit').hidden = modal.submit === '';
    $('modal-submit').textContent = modal.submit;
    $('modal-close').textContent = modal.close || (modal.submit === '' ? '閉じる' : 'キャンセル');
    body.innerHTML = modal.html;
    restoreValues(body, values);
    prepareTables(body);
    showErrors({});
    if (focus) {
      const target = [...body.querySelectorAll('[data-kind]')].find(
        (element) => element.dataset.block === focus.block && element.dataset.action === focus.action,
      );
      target?.focus();
      if (typeof caret === 'number' && target?.type === 'text') target.setSelectionRange(caret, caret);
    }
  }
  if (!dialog.open) {
    dialog.showModal();
    body.querySelector('input:not([type=hidden]), textarea, select, summary')?.focus();
  }
}

/** Shows errors at their fields; the one without a field below. */
function showErrors(errors) {
  for (const field of $('modal-body').querySelectorAll('.bk-field')) {
    const text = errors[field.dataset.field] ?? '';
    const note = field.querySelector('.bk-error');
    note.textContent = text;
    note.hidden = text === '';
    field.classList.toggle('invalid', text !== '');
    for (const input of field.querySelectorAll('input, select, textarea'))
      input.setAttribute('aria-invalid', String(text !== ''));
  }
  $('modal-error').textContent = errors[''] ?? '';
  $('modal-error').hidden = !errors[''];
  $('modal-body')
    .querySelector('.invalid input:not([type=hidden]), .invalid select, .invalid textarea')
    ?.focus();
}

async function submitModal() {
  $('modal-submit').setAttribute('aria-busy', 'true');
  const answer = await send('submit', {
    view: $('modal').dataset.view,
    values: collectValues($('modal-body')),
  });
  $('modal-submit').removeAttribute('aria-busy');
  if (answer?.errors && state.modal) showErrors(answer.errors);
  refresh();
}

function drawPanel() {
  $('refusal-count').textContent = state.refusals.length;
  $('refusal-count').classList.toggle('some', state.refusals.length > 0);
  $('panel').hidden = ui.panel === '';
  $('show-refusals').setAttribute('aria-pressed', String(ui.panel === 'refusals'));
  $('show-requests').setAttribute('aria-pressed', String(ui.panel === 'requests'));
  $('show-refusals').setAttribute('aria-label', `Slackの拒否 ${state.refusals.length}件`);
  $('show-requests').setAttribute('aria-label', '通信を見る');
  if (ui.panel === 'refusals') {
    $('panel-title').textContent = 'Slackの拒否';
    drawRefusals($('panel-body'), state.refusals);
  } else if (ui.panel === 'requests') {
    $('panel-title').textContent = '通信';
    fetch('/page/requests')
      .then((response) => response.json())
      .then((answer) => ui.panel === 'requests' && drawRequests($('panel-body'), answer.requests));
  }
}

function togglePanel(name) {
  ui.panel = ui.panel === name ? '' : name;
  $('panel-body').replaceChildren();
  draw(state);
}

/** A small dialog of the page's own: yes or no. */
function ask(title, body, yes, no) {
  $('ask-title').textContent = title;
  $('ask-body').replaceChildren(...body);
  $('ask-yes').textContent = yes;
  $('ask-no').textContent = no;
  $('ask').showModal();
  return new Promise((resolve) => {
    const finish = (answer) => {
      $('ask').onclose = null;
      $('ask').close();
      resolve(answer);
    };
    $('ask-form').onsubmit = (event) => {
      event.preventDefault();
      finish(true);
    };
    $('ask-no').onclick = () => finish(false);
    $('ask').onclose = () => finish(false);
  });
}

const confirm = (texts) =>
  ask(
    texts.title,
    [Object.assign(document.createElement('p'), { textContent: texts.text })],
    texts.confirm || 'はい',
    texts.deny || 'いいえ',
  );

async function askInputs(step) {
  const fields = step.inputs.map((input) => {
    const label = Object.assign(document.createElement('label'), {
      className: 'step',
      textContent: `${input.title}${input.required ? '' : '（任意）'}`,
    });
    label.append(
      Object.assign(document.createElement('input'), { name: input.name, placeholder: input.description }),
    );
    return label;
  });
  if (!(await ask(step.title, fields, '実行する', 'キャンセル'))) return null;
  return Object.fromEntries(fields.map((label) => [label.lastChild.name, label.lastChild.value]));
}

const composer = attachComposer({
  form: $('composer'),
  text: $('composer-text'),
  list: $('completion'),
  submit: (text) => {
    const command = /^(\/[a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(text);
    if (command)
      return send('command', { channel: ui.channel, command: command[1], text: (command[2] ?? '').trim() });
    return send('say', { channel: ui.channel, text });
  },
});
const threadComposer = attachComposer({
  form: $('thread-composer'),
  text: $('thread-text'),
  submit: (text) => {
    if (/^\/[a-z]/.test(text)) return toast('コマンドはスレッドでは使えません。@ で話しかけてください。');
    return send('say', { channel: ui.channel, text, thread: ui.thread });
  },
});
threadComposer.setCommands([], []);
activateBlocks({ send, confirm, example: (text) => composer.typeAndSend(text) });

$('as').addEventListener('change', () => {
  const direct = state.channels.find((channel) => channel.id === ui.channel)?.kind === 'im';
  ui.as = $('as').value;
  ui.thread = '';
  ui.seen = {};
  $('messages').replaceChildren();
  if (direct) ui.channel = `D${ui.as.slice(1)}`;
  if (direct) send('home', { tab: ui.tab });
  refresh();
});
$('tab-home').addEventListener('click', () =>
  openChannel(
    state.channels.find((channel) => channel.id === ui.channel),
    'home',
  ),
);
$('tab-messages').addEventListener('click', () =>
  openChannel(state.channels.find((channel) => channel.id === ui.channel)),
);
$('tabs').addEventListener('keydown', (event) => {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    (document.activeElement === $('tab-home') ? $('tab-messages') : $('tab-home')).focus();
});
$('menu').addEventListener('click', () => {
  const open = $('sidebar').classList.toggle('open');
  $('menu').setAttribute('aria-expanded', String(open));
  if (open) $('sidebar').querySelector('button')?.focus();
});
$('show-refusals').addEventListener('click', () => togglePanel('refusals'));
$('show-requests').addEventListener('click', () => togglePanel('requests'));
for (const button of document.querySelectorAll('.close-side'))
  button.addEventListener('click', () => {
    if (ui.panel !== '') ui.panel = '';
    else ui.thread = '';
    draw(state);
    $('composer-text').focus();
  });
$('modal-form').addEventListener('submit', (event) => {
  event.preventDefault();
  submitModal();
});
const closeModal = (all) => send('close', { view: $('modal').dataset.view, all });
$('modal-close').addEventListener('click', () => closeModal(false));
$('modal-x').addEventListener('click', () => closeModal(true));
$('modal').addEventListener('cancel', (event) => {
  event.preventDefault();
  closeModal(false);
});
const moveClock = async (instant) => {
  await send('clock', { to: instant.toISOString() });
  $('clock').open = false;
  refresh();
};
$('clock-form').addEventListener('submit', (event) => {
  event.preventDefault();
  moveClock(new Date(`${$('clock-to').value}:00+09:00`));
});
$('clock-hour').addEventListener('click', () => moveClock(new Date(now().getTime() + 3600000)));
$('clock-tuesday').addEventListener('click', () => {
  const japan = new Date(now().getTime() + 9 * 3600000);
  const days = (2 - japan.getUTCDay() + 7) % 7;
  const target = new Date(
    Date.UTC(japan.getUTCFullYear(), japan.getUTCMonth(), japan.getUTCDate() + days, 0, 0),
  );
  moveClock(target > now() ? target : new Date(target.getTime() + 7 * 86400000));
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape')
    for (const menu of document.querySelectorAll(
      'details.pop[open], details.bk-overflow[open], details.bk-multi[open]',
    ))
      menu.open = false;
});
setInterval(() => state && drawClock(), 5000);

new EventSource('/page/events').addEventListener('message', () => refresh());
refresh().then(() => $('composer-text').focus());
