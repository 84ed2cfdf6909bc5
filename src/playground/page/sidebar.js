// The people to act as, the channels and the app.
import { $, button, h, here, ui } from './here.js';

export function drawPeople() {
  const { people } = here.state;
  if ($('as').options.length === 0)
    $('as').append(...people.map(({ id, name, title }) => new Option(`${name}（${title}）`, id)));
  $('as').value = ui.as;
}

/** `open(channel)` is called on a click. */
export function drawChannels(open) {
  const focused = document.activeElement?.dataset.channel;
  const item = (channel) => {
    const { id, kind, name, count, archived } = channel;
    const current = id === ui.channel;
    if (current) ui.seen[id] = count;
    ui.seen[id] ??= count;
    const unread = count - ui.seen[id];
    const sign = { im: '◆', private: '＊', public: '#' }[kind];
    const entry = button(`${sign} ${name}`, () => open(channel), {
      'data-channel': id,
      'aria-current': String(current),
      className: unread > 0 ? 'unread' : '',
    });
    if (kind === 'private') entry.setAttribute('aria-label', `${name}（非公開）`);
    if (unread > 0) entry.append(h('span', { className: 'badge' }, unread));
    else if (archived) entry.append(h('span', { className: 'off' }, '終了'));
    return h('li', {}, entry);
  };
  const { channels } = here.state;
  $('channels').replaceChildren(...channels.filter(({ kind }) => kind !== 'im').map(item));
  $('apps').replaceChildren(...channels.filter(({ kind }) => kind === 'im').map(item));
  if (focused) $('sidebar').querySelector(`[data-channel="${focused}"]`)?.focus();
}
