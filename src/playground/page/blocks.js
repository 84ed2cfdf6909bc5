// Makes drawn blocks work: clicks, inputs, external selects.
import { sortTable } from './tables.js';

/** What stands in all inputs below `root`: block id → action id → raw value. */
export function collectValues(root) {
  const values = {};
  for (const element of root.querySelectorAll('[data-kind]')) {
    if (element.dataset.kind === 'button') continue;
    const { block, action } = element.dataset;
    values[block] ??= {};
    values[block][action] = rawValue(element);
  }
  return values;
}

/** The raw value of one element: text, texts, or null when empty. */
function rawValue(element) {
  const checked = () => [...element.querySelectorAll('input:checked')].map((input) => input.value);
  switch (element.dataset.kind) {
    case 'multi':
    case 'checks':
      return checked();
    case 'radio':
      return checked()[0] ?? null;
    case 'external':
      return element.querySelector('input[type=hidden]').value || null;
    default:
      return element.value === '' ? null : element.value;
  }
}

/** Puts values back after a redraw; blocks that are gone are left out. */
export function restoreValues(root, values) {
  for (const element of root.querySelectorAll('[data-kind]')) {
    const value = values[element.dataset.block]?.[element.dataset.action];
    if (value === undefined || element.dataset.kind === 'button') continue;
    if (['multi', 'checks', 'radio'].includes(element.dataset.kind)) {
      const chosen = [value ?? []].flat();
      for (const input of element.querySelectorAll('input')) input.checked = chosen.includes(input.value);
      summarise(element);
    } else if (element.dataset.kind === 'external') {
      element.querySelector('input[type=hidden]').value = value ?? '';
      element.querySelector('[role=combobox]').value = value ? (JSON.parse(value).text?.text ?? '') : '';
    } else element.value = value ?? '';
  }
}

/** Shows the choices of a multi select in its summary. */
function summarise(element) {
  if (element.dataset.kind !== 'multi') return;
  const summary = element.querySelector('summary');
  const labels = [...element.querySelectorAll('input:checked')].map((input) =>
    input.parentElement.textContent.trim(),
  );
  summary.textContent = labels.join('、') || summary.dataset.placeholder;
}

/** Where an element stands: a message or a view. */
function placeOf(element) {
  const root = element.closest('[data-place]');
  return root ? { root, place: JSON.parse(root.dataset.place) } : null;
}

/**
 * Listens below `document`. `send(name, body)` asks the server, `confirm(texts)` asks the person, `example(text)` types and sends.
 */
export function activateBlocks({ send, confirm, example }) {
  const timers = new WeakMap();

  async function act(element, value) {
    const at = placeOf(element);
    if (!at) return;
    if (element.dataset.confirm && !(await confirm(JSON.parse(element.dataset.confirm)))) return;
    if (element.dataset.url) window.open(element.dataset.url, '_blank', 'noopener');
    element.setAttribute('aria-busy', 'true');
    const { block, action } = element.dataset;
    const values = collectValues(at.root);
    await send('click', { place: at.place, blockId: block, actionId: action, value, values });
    element.removeAttribute('aria-busy');
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-kind=button]');
    if (button) {
      button.closest('details')?.removeAttribute('open');
      if (button.dataset.action.startsWith('playground_example')) example(button.dataset.value);
      else act(button, button.dataset.value ?? null);
      return;
    }
    const sort = event.target.closest('.bk-sort');
    if (sort) sortTable(sort);
    for (const menu of document.querySelectorAll(
      'details.bk-overflow[open], details.bk-multi[open], details.pop[open]',
    ))
      if (!menu.contains(event.target)) menu.removeAttribute('open');
  });

  document.addEventListener('change', (event) => {
    const element = event.target.closest('[data-kind]');
    if (!element || element.dataset.kind === 'external' || element.dataset.kind === 'button') return;
    if (element.dataset.kind === 'multi') {
      const max = Number(element.dataset.max || Number.POSITIVE_INFINITY);
      if (element.querySelectorAll('input:checked').length > max) event.target.checked = false;
      summarise(element);
    }
    // Text fields tell on Enter; pickers and choices when they change.
    const picks =
      element.dataset.kind !== 'input' || !['text', 'email', 'url', 'textarea'].includes(element.type);
    if (element.dataset.dispatch !== undefined && picks) act(element, rawValue(element));
  });

  document.addEventListener('input', (event) => {
    const element = event.target.closest('[data-kind]');
    if (!element) return;
    if (element.dataset.kind === 'external') return suggestFor(element, event.target);
    if (element.dataset.dispatch === undefined || element.dataset.characters === undefined) return;
    clearTimeout(timers.get(element));
    timers.set(
      element,
      setTimeout(() => act(element, rawValue(element)), 400),
    );
  });

  document.addEventListener('keydown', (event) => {
    const element = event.target.closest?.('[data-kind]');
    if (!element || event.isComposing) return;
    if (element.dataset.kind === 'external') return externalKeys(element, event);
    if (event.key === 'Enter' && element.dataset.kind === 'input' && element.tagName === 'INPUT') {
      event.preventDefault();
      if (element.dataset.dispatch !== undefined) act(element, rawValue(element));
      else element.form?.requestSubmit();
    }
  });

  function suggestFor(element, input) {
    element.querySelector('input[type=hidden]').value = '';
    clearTimeout(timers.get(element));
    const list = element.querySelector('ul');
    if ([...input.value].length < Number(element.dataset.min)) {
      list.hidden = true;
      return;
    }
    timers.set(
      element,
      setTimeout(async () => {
        const at = placeOf(element);
        const { block, action } = element.dataset;
        const body = {
          place: at.place,
          blockId: block,
          actionId: action,
          value: input.value,
          values: collectValues(at.root),
        };
        const answer = await send('suggest', body);
        const options = answer?.options ?? [];
        list.replaceChildren(
          ...options.map((option) => {
            const item = document.createElement('li');
            item.setAttribute('role', 'option');
            item.setAttribute('aria-selected', 'false');
            item.textContent = option.label;
            item.dataset.value = option.value;
            item.addEventListener('mousedown', (event) => {
              event.preventDefault();
              choose(element, item);
            });
            return item;
          }),
        );
        if (options.length === 0)
          list.append(Object.assign(document.createElement('li'), { textContent: '見つかりません' }));
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
      }, 200),
    );
  }

  function choose(element, item) {
    if (item.dataset.value === undefined) return;
    element.querySelector('input[type=hidden]').value = item.dataset.value;
    element.querySelector('[role=combobox]').value = item.textContent;
    closeList(element);
    if (element.dataset.dispatch !== undefined) act(element, item.dataset.value);
  }

  function closeList(element) {
    element.querySelector('ul').hidden = true;
    element.querySelector('[role=combobox]').setAttribute('aria-expanded', 'false');
  }

  function externalKeys(element, event) {
    const items = [...element.querySelectorAll('li[role=option]')];
    const at = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length];
      for (const item of items) item.setAttribute('aria-selected', String(item === next));
      next?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = items[at] ?? items[0];
      if (chosen && !element.querySelector('ul').hidden) choose(element, chosen);
    } else if (event.key === 'Escape' && !element.querySelector('ul').hidden) {
      event.preventDefault();
      event.stopPropagation();
      closeList(element);
    }
  }
}
