// The message field: Enter sends (not while an input method is composing), `/` offers commands, `@` offers names.
import { h, here } from './here.js';

/** Wires the composer `form` with its field and list of candidates. `submit(text)` sends; `withCommands` offers commands too. */
export function attachComposer({ form, text, list, withCommands, submit }) {
  let candidates = [];
  let chosen = 0;

  /** What fits the word being typed: commands at the start, names after `@`. */
  function find() {
    const { bot, people, commands } = here.state;
    if (withCommands && /^\/[a-z0-9_-]*$/i.test(text.value))
      return commands
        .filter(({ command }) => command.startsWith(text.value.toLowerCase()))
        .map(({ command, usageHint, description }) => ({
          insert: `${command} `,
          from: 0,
          title: `${command} ${usageHint}`,
          note: description,
        }));
    const before = text.value.slice(0, text.selectionStart);
    const at = /@([^\s@]*)$/.exec(before);
    if (!at) return [];
    return [bot, ...people]
      .filter((known) => known.name.toLowerCase().startsWith(at[1].toLowerCase()))
      .map((known) => ({
        insert: `@${known.name} `,
        from: at.index,
        title: `@${known.name}`,
        note: known.title ?? 'アプリ',
      }));
  }

  function offer() {
    text.rows = Math.min(8, text.value.split('\n').length);
    candidates = find();
    const offering = candidates.length > 0;
    chosen = offering ? (chosen + candidates.length) % candidates.length : 0;
    list.hidden = !offering;
    text.setAttribute('aria-expanded', String(offering));
    if (offering) text.setAttribute('aria-activedescendant', `${list.id}-${chosen}`);
    else text.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...candidates.map(({ title, note }, i) =>
        h(
          'div',
          {
            id: `${list.id}-${i}`,
            role: 'option',
            'aria-selected': String(i === chosen),
            onmousedown(event) {
              event.preventDefault();
              take(candidates[i]);
            },
          },
          title,
          h('small', {}, note),
        ),
      ),
    );
  }

  function take({ insert, from }) {
    text.setRangeText(insert, from, text.selectionStart, 'end');
    offer();
    text.focus();
  }

  function sendNow() {
    const value = text.value.trim();
    if (value === '') return;
    text.value = '';
    offer();
    submit(value);
  }

  text.addEventListener('input', () => {
    chosen = 0;
    offer();
  });
  text.addEventListener('blur', () => {
    list.hidden = true;
    text.setAttribute('aria-expanded', 'false');
  });
  text.addEventListener('keydown', (event) => {
    // 229: some browsers end composing before they report the Enter that confirmed it.
    if (event.isComposing || event.keyCode === 229) return;
    const taken = list.hidden ? undefined : candidates[chosen];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const takes = ['Tab', 'Enter'].includes(event.key) && taken && taken.insert.trim() !== text.value.trim();
    const sends = event.key === 'Enter' && !event.shiftKey;
    if (!takes && !sends && !(taken && (step || event.key === 'Escape'))) return;
    event.preventDefault();
    if (takes) take(taken);
    else if (sends) sendNow();
    else if (event.key === 'Escape') list.hidden = true;
    else {
      chosen += step;
      offer();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendNow();
  });

  /** Shows the text in the field for a moment, then sends it: the visitor sees what to type. */
  return function typeAndSend(value) {
    text.value = value;
    text.focus();
    setTimeout(sendNow, 350);
  };
}
