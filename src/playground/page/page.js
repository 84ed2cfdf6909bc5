// The page: fetches what one person sees, draws it, and passes on what that person does.
import { activateBlocks, collectValues, restoreValues } from './blocks.js';
import { drawClock } from './clock.js';
import { attachComposer } from './composer.js';
import { confirm } from './dialogs.js';
import { $, here, send, toast, ui } from './here.js';
import { drawMessages } from './messages.js';
import { drawModal } from './modal.js';
import { drawPrompts, drawShortcuts } from './offers.js';
import { drawRefusals, drawRequests } from './panels.js';
import { drawChannels, drawPeople } from './sidebar.js';
import { prepareTables } from './tables.js';

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
      const asked = { as: ui.as, channel: ui.channel };
      const query = new URLSearchParams({ ...asked, thread: ui.thread });
      const response = await fetch(`/page/state?${query}`);
      const next = await response.json();
      // The person may have gone elsewhere meanwhile.
      if (asked.as === ui.as && asked.channel === ui.channel) draw(next);
    } while (again);
  } catch {
    toast('ローカルSlackに接続できません。起動しているか確認してください。');
  } finally {
    fetching = null;
  }
}

function draw(next) {
  const answered = answeredThread(here.state, next);
  here.state = next;
  if (answered && ui.thread === '') {
    ui.thread = answered;
    ui.panel = '';
    again = true;
  }
  ui.as = here.state.me;
  ui.channel = here.state.channel;
  sessionStorage.setItem('as', ui.as);
  sessionStorage.setItem('channel', ui.channel);
  here.clockOffset = new Date(here.state.clock).getTime() - Date.now();
  const channel = here.state.channels.find((known) => known.id === here.state.channel);
  const direct = channel.kind === 'im';
  document.title = `${direct ? channel.name : `#${channel.name}`} | ローカルSlack`;
  drawPeople();
  drawChannels(openChannel);
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
  drawMessages($('messages'), here.state.messages, false, refresh);
  $('status').textContent = home ? '' : here.state.status.join(' ');
  drawPrompts(home, (text) => composer.typeAndSend(text));
  $('thread').hidden = ui.thread === '' || ui.panel !== '';
  if (ui.thread !== '') drawMessages($('thread-messages'), here.state.thread, true, refresh);
  drawModal();
  drawPanel();
  drawShortcuts();
  const names = [here.state.bot, ...here.state.people];
  composer.setCommands(here.state.commands, names);
  threadComposer.setCommands([], names);
  const { bot, commands } = here.state;
  $('composer-text').placeholder = direct
    ? `${channel.name} に質問する（例：移住のKPIは？）`
    : `ここに入力（例：${commands[0]?.command ?? `@${bot.name}`} 移住）`;
  // Slack tells a bot in a channel only what mentions it.
  $('thread-text').placeholder = direct ? '続けて質問する' : `@${bot.name} を付けて続けて質問`;
}

/** The message of this person that just got its first answer in a thread, while they wait for it. */
function answeredThread(before, next) {
  if (Date.now() > here.following || before?.channel !== next.channel || before.me !== next.me) return null;
  const old = new Map(before.messages.map((message) => [message.ts, message.replies]));
  const answered = next.messages.find(
    (message) => message.author.id === next.me && message.replies > 0 && (old.get(message.ts) ?? 0) === 0,
  );
  return answered?.ts ?? null;
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

function drawHome(shown) {
  const box = $('home');
  box.hidden = !shown;
  if (!shown) return;
  const hash = here.state.home?.hash ?? 'none';
  if (box.dataset.hash === hash && box.dataset.user === ui.as) return;
  const same = box.dataset.user === ui.as;
  const values = same ? collectValues(box) : {};
  box.dataset.hash = hash;
  box.dataset.user = ui.as;
  // Drawn by the server, where every text is escaped.
  if (here.state.home) {
    box.dataset.place = JSON.stringify({ view: here.state.home.id });
    box.innerHTML = here.state.home.html;
    restoreValues(box, values);
    prepareTables(box);
  } else box.innerHTML = '<p class="empty">ホームはまだ表示されていません。</p>';
}

function drawPanel() {
  $('refusal-count').textContent = here.state.refusals.length;
  $('refusal-count').classList.toggle('some', here.state.refusals.length > 0);
  $('panel').hidden = ui.panel === '';
  $('show-refusals').setAttribute('aria-pressed', String(ui.panel === 'refusals'));
  $('show-requests').setAttribute('aria-pressed', String(ui.panel === 'requests'));
  $('show-refusals').setAttribute('aria-label', `Slackの拒否 ${here.state.refusals.length}件`);
  $('show-requests').setAttribute('aria-label', '通信を見る');
  if (ui.panel === 'refusals') {
    $('panel-title').textContent = 'Slackの拒否';
    drawRefusals($('panel-body'), here.state.refusals);
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
  draw(here.state);
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
  list: $('thread-completion'),
  submit: (text) => {
    if (/^\/[a-z]/.test(text)) return toast('コマンドはスレッドでは使えません。@ で話しかけてください。');
    return send('say', { channel: ui.channel, text, thread: ui.thread });
  },
});
activateBlocks({ send, confirm, example: (text) => composer.typeAndSend(text) });

$('as').addEventListener('change', () => {
  const direct = here.state.channels.find((channel) => channel.id === ui.channel)?.kind === 'im';
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
    here.state.channels.find((channel) => channel.id === ui.channel),
    'home',
  ),
);
$('tab-messages').addEventListener('click', () =>
  openChannel(here.state.channels.find((channel) => channel.id === ui.channel)),
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
    draw(here.state);
    $('composer-text').focus();
  });
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape')
    for (const menu of document.querySelectorAll(
      'details.pop[open], details.bk-overflow[open], details.bk-multi[open]',
    )) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
      menu.open = false;
    }
});
new EventSource('/page/events').addEventListener('message', () => refresh());
refresh().then(() => $('composer-text').focus());
