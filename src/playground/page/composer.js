// The message field: Enter sends (not while an input method is composing), `/` offers commands, `@` offers names.
import { h, here } from './here.js';

/** What fits the word being typed: commands at the start, names after `@`. */
function fitting(text, withCommands) {
  const { bot, people, commands } = here.state;
  if (withCommands && /^\/[a-z0-9_-]*$/i.test(text.value))
    return commands
      .filter(({ command }) => command.startsWith(text.value.toLowerCase()))
      .map(({ command, usage_hint: usage = '', description }) => ({
        insert: `${command} `,
        from: 0,
        title: `${command} ${usage}`,
        note: description,
      }));
  const at = /@([^\s@]*)$/.exec(text.value.slice(0, text.selectionStart));
  if (!at) return [];
  return [bot, ...people]
    .filter((known) => known.name.toLowerCase().startsWith(at[1].toLowerCase()))
    .map(({ name, title = 'アプリ' }) => ({
      insert: `@${name} `,
      from: at.index,
      title: `@${name}`,
      note: title,
    }));
}

/** A candidate in the list; `take` is called when it is pressed. */
function option(list, { title, note }, { i, chosen }, take) {
  const onmousedown = (event) => {
    event.preventDefault();
    take();
  };
  const named = { id: `${list.id}-${i}`, role: 'option', 'aria-selected': String(i === chosen), onmousedown };
  return h('div', named, title, h('small', {}, note));
}

/** Wires the composer `form` with its field and list of candidates. `submit(text)` sends; `withCommands` offers commands too. */
export function attachComposer({ form, text, list, withCommands, submit }) {
  // A field of several lines cannot be a combobox itself: it stands in one.
  const combo = text.closest('[role=combobox]');
  let candidates = [];
  let chosen = 0;

  function offer() {
    text.rows = Math.min(8, text.value.split('\n').length);
    candidates = fitting(text, withCommands);
    const offering = candidates.length > 0;
    chosen = offering ? (chosen + candidates.length) % candidates.length : 0;
    list.hidden = !offering;
    combo.setAttribute('aria-expanded', String(offering));
    if (offering) text.setAttribute('aria-activedescendant', `${list.id}-${chosen}`);
    else text.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...candidates.map((one, i) => option(list, one, { i, chosen }, () => take(candidates[i]))),
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
    combo.setAttribute('aria-expanded', 'false');
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
