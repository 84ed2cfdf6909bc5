// What the composer offers: suggested prompts, global shortcuts, workflow steps and the small dialog for their inputs.
import { $, button, h, here, html, send, ui } from './here.js';

/** `ask(text)` types a prompt and sends it. */
export function drawPrompts(home, ask) {
  const wanted = home ? [] : here.state.prompts;
  const signature = JSON.stringify([here.state.channel, wanted]);
  if ($('prompts').dataset.signature === signature) return;
  $('prompts').dataset.signature = signature;
  $('prompts').replaceChildren(...wanted.map(({ title, message }) => button(title, () => ask(message))));
}

export function drawShortcuts() {
  if ($('shortcut-list').childElementCount > 0) return;
  const { shortcuts, steps } = here.state;
  const offer = (title, note, run) => {
    const close = () => {
      $('shortcuts').open = false;
      run();
    };
    const offered = button(title, close, { className: 'plain' });
    offered.append(h('small', {}, note));
    return offered;
  };
  $('shortcut-list').append(
    h('h2', {}, 'ショートカット'),
    ...shortcuts
      .filter(({ type }) => type === 'global')
      .map(({ name, description, callback_id: callbackId }) =>
        offer(name, description, () => send('shortcut', { callbackId })),
      ),
    h('h2', {}, 'ワークフローのステップ'),
    ...Object.entries(steps).map(([callbackId, step]) =>
      offer(step.title, step.description, () => askInputs(step, callbackId)),
    ),
  );
}

/** Asks for a step's inputs and runs it. */
function askInputs({ title, input_parameters: inputs = {} }, callbackId) {
  $('ask-title').textContent = title;
  const fields = Object.entries(inputs).map(
    ([name, { title: label, is_required: required, description }]) =>
      html`<label>${label}${required ? '' : '（任意）'}<input class="bk-input" name="${name}" placeholder="${description}"></label>`,
  );
  $('ask-body').innerHTML = html`${fields}`.drawn;
  $('ask').showModal();
  $('ask-no').onclick = () => $('ask').close();
  $('ask-form').onsubmit = (event) => {
    event.preventDefault();
    $('ask').close();
    const typed = Object.fromEntries(new FormData($('ask-form')));
    send('step', { callbackId, channel: ui.channel, inputs: typed });
  };
}
