// The message field: Enter sends (not while an input method is composing), `/` offers commands, `@` offers names.

/** Wires one composer. `submit(text)` sends; `list` is the listbox for candidates, if the composer has one. */
export function attachComposer({ form, text, list, submit }) {
  let commands = [];
  let names = [];
  let candidates = [];
  let chosen = 0;

  function grow() {
    text.rows = Math.min(8, text.value.split('\n').length);
  }

  /** What fits the word being typed: commands at the start, names after `@`. */
  function find() {
    const before = text.value.slice(0, text.selectionStart);
    if (/^\/[a-z0-9_-]*$/i.test(text.value))
      return commands
        .filter((known) => known.command.startsWith(text.value.toLowerCase()))
        .map((known) => ({
          insert: `${known.command} `,
          from: 0,
          title: `${known.command} ${known.usageHint}`,
          note: known.description,
        }));
    const at = /@([^\s@]*)$/.exec(before);
    if (!at) return [];
    return names
      .filter((known) => known.name.toLowerCase().startsWith(at[1].toLowerCase()))
      .map((known) => ({
        insert: `@${known.name} `,
        from: before.length - at[0].length,
        title: `@${known.name}`,
        note: known.title ?? 'アプリ',
      }));
  }

  function offer() {
    if (!list) return;
    candidates = find();
    chosen = Math.min(chosen, Math.max(0, candidates.length - 1));
    list.hidden = candidates.length === 0;
    text.setAttribute('aria-expanded', String(candidates.length > 0));
    list.replaceChildren(
      ...candidates.map((candidate, i) => {
        const item = document.createElement('div');
        item.id = `${list.id}-${i}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(i === chosen));
        item.append(
          candidate.title,
          Object.assign(document.createElement('small'), { textContent: candidate.note }),
        );
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(candidate);
        });
        return item;
      }),
    );
    if (candidates.length > 0) text.setAttribute('aria-activedescendant', `${list.id}-${chosen}`);
    else text.removeAttribute('aria-activedescendant');
  }

  function take(candidate) {
    text.setRangeText(candidate.insert, candidate.from, text.selectionStart, 'end');
    offer();
    text.focus();
  }

  function sendNow() {
    const value = text.value.trim();
    if (value === '') return;
    text.value = '';
    grow();
    offer();
    submit(value);
  }

  text.addEventListener('input', () => {
    chosen = 0;
    grow();
    offer();
  });
  text.addEventListener('blur', () => {
    if (list) list.hidden = true;
  });
  text.addEventListener('keydown', (event) => {
    // 229: some browsers end composing before they report the Enter that confirmed it.
    if (event.isComposing || event.keyCode === 229) return;
    const offering = list && !list.hidden && candidates.length > 0;
    if (offering && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + candidates.length) % candidates.length;
      offer();
    } else if (offering && event.key === 'Escape') {
      event.preventDefault();
      list.hidden = true;
    } else if (
      offering &&
      (event.key === 'Tab' || event.key === 'Enter') &&
      candidates[chosen].insert.trim() !== text.value.trim()
    ) {
      event.preventDefault();
      take(candidates[chosen]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      sendNow();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendNow();
  });

  return {
    setCommands(newCommands, newNames) {
      commands = newCommands;
      names = newNames;
    },
    /** Shows the text in the field for a moment, then sends it: the visitor sees what to type. */
    typeAndSend(value) {
      text.value = value;
      grow();
      text.focus();
      setTimeout(sendNow, 350);
    },
  };
}
