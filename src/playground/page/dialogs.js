// Small dialogs of the page's own: confirming a click, filling in a workflow step.
import { $ } from './here.js';

/** A small dialog of the page's own: yes or no. */
function ask(title, body, yes, no) {
  $('ask-title').textContent = title;
  $('ask-body').replaceChildren(...body);
  $('ask-yes').textContent = yes;
  $('ask-no').textContent = no;
  $('ask').showModal();
  return new Promise((resolve) => {
    const finish = (answer) => {
      $('ask').onclose = null;
      $('ask').close();
      resolve(answer);
    };
    $('ask-form').onsubmit = (event) => {
      event.preventDefault();
      finish(true);
    };
    $('ask-no').onclick = () => finish(false);
    $('ask').onclose = () => finish(false);
  });
}

export const confirm = (texts) =>
  ask(
    texts.title,
    [Object.assign(document.createElement('p'), { textContent: texts.text })],
    texts.confirm || 'はい',
    texts.deny || 'いいえ',
  );

export async function askInputs(step) {
  const fields = step.inputs.map((input) => {
    const label = Object.assign(document.createElement('label'), {
      className: 'step',
      textContent: `${input.title}${input.required ? '' : '（任意）'}`,
    });
    label.append(
      Object.assign(document.createElement('input'), { name: input.name, placeholder: input.description }),
    );
    return label;
  });
  if (!(await ask(step.title, fields, '実行する', 'キャンセル'))) return null;
  return Object.fromEntries(fields.map((label) => [label.lastChild.name, label.lastChild.value]));
}
