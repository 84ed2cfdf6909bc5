// What the composer offers: suggested prompts, global shortcuts, workflow steps.
import { askInputs } from './dialogs.js';
import { $, here, send, ui } from './here.js';

/** `ask(text)` types a prompt and sends it. */
export function drawPrompts(home, ask) {
  const wanted = home ? [] : here.state.prompts;
  const signature = JSON.stringify([here.state.channel, wanted]);
  if ($('prompts').dataset.signature === signature) return;
  $('prompts').dataset.signature = signature;
  $('prompts').replaceChildren(
    ...wanted.map((prompt) => {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: prompt.title,
      });
      button.addEventListener('click', () => ask(prompt.message));
      return button;
    }),
  );
}

export function drawShortcuts() {
  if ($('shortcut-list').childElementCount > 0) return;
  const add = (title, note, run) => {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'plain',
      textContent: title,
    });
    if (note) button.append(Object.assign(document.createElement('small'), { textContent: note }));
    button.addEventListener('click', () => {
      $('shortcuts').open = false;
      run();
    });
    $('shortcut-list').append(button);
  };
  const heading = (text) =>
    $('shortcut-list').append(Object.assign(document.createElement('h3'), { textContent: text }));
  heading('ショートカット');
  for (const shortcut of here.state.shortcuts.filter((known) => known.type === 'global'))
    add(shortcut.name, shortcut.description, () => send('shortcut', { callbackId: shortcut.callbackId }));
  if (here.state.steps.length > 0) heading('ワークフローのステップ');
  for (const step of here.state.steps)
    add(step.title, step.description, async () => {
      const inputs = await askInputs(step);
      if (inputs) send('step', { callbackId: step.callbackId, channel: ui.channel, inputs });
    });
}
