// The people to act as, the channels and the app.
import { $, here, ui } from './here.js';

export function drawPeople() {
  if ($('as').options.length === 0)
    $('as').append(
      ...here.state.people.map((person) => new Option(`${person.name}（${person.title}）`, person.id)),
    );
  $('as').value = ui.as;
}

/** `open(channel)` is called on a click. */
export function drawChannels(open) {
  for (const [list, direct] of [
    [$('channels'), false],
    [$('apps'), true],
  ]) {
    const items = here.state.channels.filter((channel) => (channel.kind === 'im') === direct);
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
        button.addEventListener('click', () => open(channel));
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
    if (focused) list.querySelector(`[data-channel="${focused}"]`)?.focus();
  }
}
