// Makes drawn blocks work: clicks, inputs, external selects.
import { h, send } from './here.js';

/** What stands in all inputs below `root`: block id → action id → raw value. */
export function collectValues(root) {
  const values = {};
  for (const element of root.querySelectorAll('[data-kind]:not(button)')) {
    const { block, action } = element.dataset;
    values[block] = { ...values[block], [action]: rawValue(element) };
  }
  return values;
}

/** The raw value of one element: text, texts, or null when empty. */
function rawValue(element) {
  const checked = () => [...element.querySelectorAll('input:checked')].map((input) => input.value);
  switch (element.dataset.kind) {
    case 'checkbox':
      return checked();
    case 'radio':
      return checked()[0] ?? null;
    case 'external':
      return hiddenField(element).value || null;
    default:
      return element.value || null;
  }
}

const hiddenField = (element) => element.querySelector('input[type=hidden]');
const typedField = (element) => element.querySelector('[role=combobox]');

/** Puts values back after a redraw; blocks that are gone are left out. */
export function restoreValues(root, values) {
  for (const element of root.querySelectorAll('[data-kind]:not(button)')) {
    const value = values[element.dataset.block]?.[element.dataset.action];
    if (value === undefined) continue;
    if (element.tagName === 'FIELDSET') {
      const chosen = [value].flat();
      for (const input of element.querySelectorAll('input')) input.checked = chosen.includes(input.value);
    } else if (element.dataset.kind === 'external') {
      hiddenField(element).value = value ?? '';
      typedField(element).value = value ? (JSON.parse(value).text?.text ?? '') : '';
    } else element.value = value ?? '';
  }
}

/** What the server must know of something done with an element in a message or a view. */
function doneWith(element, value) {
  const root = element.closest('[data-place]');
  const { block, action } = element.dataset;
  const place = JSON.parse(root.dataset.place);
  return { place, blockId: block, actionId: action, value, values: collectValues(root) };
}

async function act(element, value) {
  element.setAttribute('aria-busy', 'true');
  await send('click', doneWith(element, value));
  element.removeAttribute('aria-busy');
}

const dispatches = (element) => element.dataset.dispatch !== undefined;
const timers = new WeakMap();
/** Once the person stops typing, if the element still stands there. */
function soon(element, milliseconds, run) {
  clearTimeout(timers.get(element));
  timers.set(
    element,
    setTimeout(() => element.isConnected && run(), milliseconds),
  );
}

/** Listens below `document`. `example(text)` types and sends an example of the welcome. */
export function activateBlocks(example) {
  document.addEventListener('click', ({ target }) => {
    const pressed = target.closest('button[data-kind]');
    if (pressed?.dataset.action.startsWith('playground_example')) example(pressed.dataset.value);
    else if (pressed) act(pressed, pressed.dataset.value ?? null);
    for (const menu of document.querySelectorAll('details.pop[open]'))
      if (!menu.contains(target)) menu.open = false;
  });

  // Text fields tell on Enter; choices and the time of day when they change.
  document.addEventListener('change', ({ target }) => {
    const element = target.closest('[data-kind]:not([data-kind=external])');
    const typed = element?.matches('textarea, input:not([type=time])');
    if (element && !typed && dispatches(element)) act(element, rawValue(element));
  });

  document.addEventListener('input', ({ target }) => {
    const element = target.closest('[data-kind]');
    if (element?.dataset.kind === 'external') suggestFor(element);
    else if (element?.dataset.characters !== undefined && dispatches(element))
      soon(element, 400, () => act(element, rawValue(element)));
  });

  document.addEventListener('keydown', (event) => {
    const element = event.target.closest?.('[data-kind]');
    if (!element || event.isComposing) return;
    if (element.dataset.kind === 'external') externalKeys(element, event);
    else if (event.key === 'Enter' && element.matches('input')) {
      event.preventDefault();
      if (dispatches(element)) act(element, rawValue(element));
      else element.form?.requestSubmit();
    }
  });
}

function suggestFor(element) {
  const input = typedField(element);
  hiddenField(element).value = '';
  if ([...input.value].length < Number(element.dataset.min)) {
    soon(element, 0, () => showList(element, false));
    return;
  }
  soon(element, 200, async () => {
    const { options = [] } = (await send('suggest', doneWith(element, input.value))) ?? {};
    const items = options.map(({ label, value }) => {
      const item = h('li', { role: 'option', 'aria-selected': 'false', 'data-value': value }, label);
      item.addEventListener('mousedown', (event) => {
        event.preventDefault();
        choose(element, item);
      });
      return item;
    });
    element
      .querySelector('ul')
      .replaceChildren(...(items.length > 0 ? items : [h('li', {}, '見つかりません')]));
    showList(element, true);
  });
}

function showList(element, shown) {
  element.querySelector('ul').hidden = !shown;
  typedField(element).setAttribute('aria-expanded', String(shown));
}

function choose(element, item) {
  hiddenField(element).value = item.dataset.value;
  typedField(element).value = item.textContent;
  showList(element, false);
  if (dispatches(element)) act(element, item.dataset.value);
}

function externalKeys(element, event) {
  const open = !element.querySelector('ul').hidden;
  const items = [...element.querySelectorAll('li[role=option]')];
  const at = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined && event.key !== 'Enter' && !(event.key === 'Escape' && open)) return;
  event.preventDefault();
  if (event.key === 'Escape') {
    event.stopPropagation();
    showList(element, false);
  } else if (event.key === 'Enter') {
    const chosen = items[at] ?? items[0];
    if (chosen && open) choose(element, chosen);
  } else {
    const next = items[(at + step + items.length) % items.length];
    for (const item of items) item.setAttribute('aria-selected', String(item === next));
    next?.scrollIntoView({ block: 'nearest' });
  }
}
