// Where this person is in the page, what was last fetched, making elements, and asking the server.

export const $ = (id) => document.getElementById(id);
/** An element with properties (`data-` and `aria-` ones are attributes) and children. */
export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children);
  return node;
}
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** HTML that is put in as it stands: the server's, where every text is escaped, or what `html` made. */
export const drawn = (text) => ({ drawn: text });
const inHtml = (value) =>
  value?.drawn ?? String(value ?? '').replace(/[&<>"']/g, (character) => escapes[character]);
/** HTML whose values are text; of a list each, and for nothing nothing. */
export const html = (parts, ...values) =>
  drawn(String.raw({ raw: parts }, ...values.map((value) => [value].flat().map(inHtml).join(''))));
/** The element that HTML stands for. */
export function made({ drawn: text }) {
  const box = h('template', { innerHTML: text });
  return box.content.firstElementChild;
}
/** A button that does something. */
export const button = (textContent, run, more = {}) =>
  h('button', { type: 'button', textContent, onclick: run, ...more });
/** Formats instants as in Japan. */
export const timeFormat = (options) =>
  new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    hour: '2-digit',
    minute: '2-digit',
    ...options,
  });

/** Who and where. */
export const ui = {
  as: sessionStorage.getItem('as') ?? '',
  channel: sessionStorage.getItem('channel') ?? '',
  thread: '',
  tab: 'messages',
  panel: '',
  seen: {},
};
/** `state` is what the server sent last; until `following` the answer to what this person just did is scrolled to, or its thread opened. */
export const here = { state: null, clockOffset: 0, following: 0 };

/** The playground's time. */
export const now = () => new Date(Date.now() + here.clockOffset);

/** Asks the server to do something as the chosen person; shows what went wrong. */
export async function send(name, body) {
  if (['say', 'command', 'click', 'submit'].includes(name)) here.following = Date.now() + 10_000;
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
export function toast(text) {
  $('toast').textContent = text;
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    $('toast').hidden = true;
  }, 6000);
}
