// The modal the bot opened: drawing, errors at the fields, submitting, closing.
import { collectValues, restoreValues } from './blocks.js';
import { $, here, send } from './here.js';
import { prepareTables } from './tables.js';

export function drawModal() {
  const dialog = $('modal');
  const modal = here.state.modal;
  if (!modal) {
    if (dialog.open) dialog.close();
    delete dialog.dataset.hash;
    return;
  }
  const body = $('modal-body');
  if (dialog.dataset.hash !== modal.hash) {
    const same = dialog.dataset.view === modal.id;
    const values = same ? collectValues(body) : {};
    const focus = same ? document.activeElement?.closest('[data-kind]')?.dataset : undefined;
    const caret = document.activeElement?.selectionStart;
    dialog.dataset.hash = modal.hash;
    dialog.dataset.view = modal.id;
    body.dataset.place = JSON.stringify({ view: modal.id });
    $('modal-title').textContent = modal.title;
    $('modal-submit').hidden = modal.submit === '';
    $('modal-submit').textContent = modal.submit;
    $('modal-close').textContent = modal.close || (modal.submit === '' ? '閉じる' : 'キャンセル');
    body.innerHTML = modal.html;
    restoreValues(body, values);
    prepareTables(body);
    showErrors({});
    if (focus) {
      const target = [...body.querySelectorAll('[data-kind]')].find(
        (element) => element.dataset.block === focus.block && element.dataset.action === focus.action,
      );
      target?.focus();
      if (typeof caret === 'number' && target?.type === 'text') target.setSelectionRange(caret, caret);
    }
  }
  if (!dialog.open) {
    dialog.showModal();
    body.querySelector('input:not([type=hidden]), textarea, select, summary')?.focus();
  }
}

/** Shows errors at their fields; the one without a field below. */
function showErrors(errors) {
  for (const field of $('modal-body').querySelectorAll('.bk-field')) {
    const text = errors[field.dataset.field] ?? '';
    const note = field.querySelector('.bk-error');
    note.textContent = text;
    note.hidden = text === '';
    // A hint that gave the same reason while typing need not stand beside it.
    const hint = field.querySelector('.bk-hint');
    if (hint) hint.hidden = text !== '' && hint.textContent.includes(text);
    field.classList.toggle('invalid', text !== '');
    for (const input of field.querySelectorAll('input, select, textarea'))
      input.setAttribute('aria-invalid', String(text !== ''));
  }
  $('modal-error').textContent = errors[''] ?? '';
  $('modal-error').hidden = !errors[''];
  $('modal-body')
    .querySelector('.invalid input:not([type=hidden]), .invalid select, .invalid textarea')
    ?.focus();
}

async function submitModal() {
  $('modal-submit').setAttribute('aria-busy', 'true');
  const answer = await send('submit', {
    view: $('modal').dataset.view,
    values: collectValues($('modal-body')),
  });
  $('modal-submit').removeAttribute('aria-busy');
  if (answer?.errors && here.state.modal) showErrors(answer.errors);
}

$('modal-form').addEventListener('submit', (event) => {
  event.preventDefault();
  submitModal();
});
const closeModal = (all) => send('close', { view: $('modal').dataset.view, all });
$('modal-close').addEventListener('click', () => closeModal(false));
$('modal-x').addEventListener('click', () => closeModal(true));
$('modal').addEventListener('cancel', (event) => {
  event.preventDefault();
  closeModal(false);
});
