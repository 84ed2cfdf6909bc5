// The page: fetches what one person sees, draws it, and passes on what that person does.
import { activateBlocks } from './blocks.js';
import { drawClock } from './clock.js';
import { attachComposer } from './composer.js';
import { takeDrops } from './drops.js';
import { $, here, send, toast, ui } from './here.js';
import { drawMessages } from './messages.js';
import { drawModal, fillView } from './modal.js';
import { drawPrompts, drawShortcuts } from './offers.js';
import { drawRefusals, drawRequests } from './panels.js';
import { drawChannels, drawPeople } from './sidebar.js';

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
  // A new question's answer, also while another thread is open.
  if (answered && ui.thread !== answered) {
    ui.thread = answered;
    $('thread-messages').replaceChildren();
    ui.panel = '';
    again = true;
  }
  ui.as = next.me;
  ui.channel = next.channel;
  sessionStorage.setItem('as', ui.as);
  sessionStorage.setItem('channel', ui.channel);
  here.clockOffset = new Date(next.clock).getTime() - Date.now();
  const channel = channelHere();
  const { name, kind, archived, topic } = channel;
  const direct = kind === 'im';
  const home = direct && ui.tab === 'home';
  const title = direct ? name : `${kind === 'private' ? '＊' : '#'} ${name}`;
  document.title = `${title} | ローカルSlack`;
  $('title').textContent = title;
  $('topic').textContent = archived ? 'アーカイブ済みです' : topic;
  $('tabs').hidden = !direct;
  $('tab-home').setAttribute('aria-selected', String(home));
  $('tab-messages').setAttribute('aria-selected', String(!home));
  $('messages').hidden = home;
  $('composer').hidden = home || archived;
  $('thread').hidden = ui.thread === '' || ui.panel !== '';
  drawPeople();
  drawChannels(openChannel);
  drawClock();
  drawHome(home);
  drawMessages($('messages'), next.messages, false, refresh);
  drawPrompts(home, typeAndSend);
  if (ui.thread !== '') drawMessages($('thread-messages'), next.thread, true, refresh);
  drawModal();
  drawPanel();
  drawShortcuts();
  $('composer-text').placeholder = direct
    ? `${name} に質問する（例：遅れているKPIは？）`
    : `ここに入力（例：${next.commands[0]?.command ?? `@${next.bot.name}`} ヘルプ）`;
  // Slack tells a bot in a channel only what mentions it.
  $('thread-text').placeholder = direct ? '続けて質問する' : `@${next.bot.name} を付けて続けて質問`;
}

const channelHere = () => here.state.channels.find((channel) => channel.id === ui.channel);

/** The message of this person that just got its first answer in a thread, while they wait for it. */
function answeredThread(before, next) {
  if (Date.now() > here.following || before?.channel !== next.channel || before.me !== next.me) return null;
  const old = new Map(before.messages.map(({ ts, replies }) => [ts, replies]));
  return next.messages.find(
    ({ ts, author, replies }) => author.id === next.me && replies > 0 && (old.get(ts) ?? 0) === 0,
  )?.ts;
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
  const { home } = here.state;
  box.hidden = !shown;
  if (!shown || (box.dataset.hash === (home?.hash ?? '') && box.dataset.user === ui.as)) return;
  if (home) fillView(box, home, box.dataset.user === ui.as);
  else box.innerHTML = '<p class="empty">ホームはまだ表示されていません。</p>';
  box.dataset.hash = home?.hash ?? '';
  box.dataset.user = ui.as;
}

const panelTitles = { refusals: 'Slackの拒否', requests: '通信' };

function drawPanel() {
  const { refusals } = here.state;
  $('refusal-count').textContent = refusals.length;
  $('refusal-count').classList.toggle('some', refusals.length > 0);
  $('show-refusals').setAttribute('aria-label', `Slackの拒否 ${refusals.length}件`);
  $('panel').hidden = ui.panel === '';
  $('panel-title').textContent = panelTitles[ui.panel] ?? '';
  for (const name of Object.keys(panelTitles))
    $(`show-${name}`).setAttribute('aria-pressed', String(ui.panel === name));
  if (ui.panel === 'refusals') drawRefusals($('panel-body'), refusals);
  if (ui.panel === 'requests')
    fetch('/page/requests')
      .then((response) => response.json())
      .then(({ requests }) => ui.panel === 'requests' && drawRequests($('panel-body'), requests));
}

for (const name of Object.keys(panelTitles))
  $(`show-${name}`).addEventListener('click', () => {
    ui.panel = name;
    $('panel-body').replaceChildren();
    draw(here.state);
  });

const typeAndSend = attachComposer({
  form: $('composer'),
  text: $('composer-text'),
  list: $('completion'),
  withCommands: true,
  submit(text) {
    const { channel } = ui;
    const [, command, words = ''] = /^(\/[a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(text) ?? [];
    if (command) send('command', { channel, command, text: words.trim() });
    else send('say', { channel, text });
  },
});
attachComposer({
  form: $('thread-composer'),
  text: $('thread-text'),
  list: $('thread-completion'),
  submit(text) {
    if (/^\/[a-z]/.test(text)) toast('コマンドはスレッドでは使えません。@ で話しかけてください。');
    else send('say', { channel: ui.channel, text, thread: ui.thread });
  },
});
activateBlocks(typeAndSend);
takeDrops();

$('as').addEventListener('change', () => {
  const direct = channelHere()?.kind === 'im';
  ui.as = $('as').value;
  ui.thread = '';
  ui.seen = {};
  $('messages').replaceChildren();
  if (direct) {
    ui.channel = `D${ui.as.slice(1)}`;
    send('home', { tab: ui.tab });
  }
  refresh();
});
$('tab-home').addEventListener('click', () => openChannel(channelHere(), 'home'));
$('tab-messages').addEventListener('click', () => openChannel(channelHere()));
$('tabs').addEventListener('keydown', (event) => {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    (document.activeElement === $('tab-home') ? $('tab-messages') : $('tab-home')).focus();
});
$('menu').addEventListener('click', () => {
  const open = $('sidebar').classList.toggle('open');
  $('menu').setAttribute('aria-expanded', String(open));
  if (open) $('sidebar').querySelector('button')?.focus();
});
for (const close of document.querySelectorAll('.close-side'))
  close.addEventListener('click', () => {
    if (ui.panel !== '') ui.panel = '';
    else ui.thread = '';
    draw(here.state);
    $('composer-text').focus();
  });
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.pop[open]')) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  }
});
new EventSource('/page/events').addEventListener('message', () => refresh());
refresh().then(() => $('composer-text').focus());
