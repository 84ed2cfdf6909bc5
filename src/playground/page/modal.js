// The modal the bot opened: drawing, errors at the fields, submitting, closing.
import { collectValues, restoreValues } from './blocks.js';
import { $, here, send } from './here.js';
import { prepareTables } from './tables.js';

/** Fills `box` with a view drawn by the server, where every text is escaped; what was typed into the same view stays. */
export function fillView(box, view, same) {
  const values = same ? collectValues(box) : {};
  box.dataset.place = JSON.stringify({ view: view.id });
  box.innerHTML = view.html;
  restoreValues(box, values);
  prepareTables(box);
}

export function drawModal() {
  const dialog = $('modal');
  const body = $('modal-body');
  const { modal } = here.state;
  if (!modal) {
    if (dialog.open) dialog.close();
    delete dialog.dataset.hash;
    return;
  }
  if (dialog.dataset.hash !== modal.hash) {
    const { activeElement: focused } = document;
    const [before, caret] = [focused.closest('#modal-body [data-kind]')?.dataset, focused.selectionStart];
    $('modal-title').textContent = modal.title;
    $('modal-submit').hidden = modal.submit === '';
    $('modal-submit').textContent = modal.submit;
    $('modal-close').textContent = modal.close || (modal.submit === '' ? '閉じる' : 'キャンセル');
    fillView(body, modal, dialog.dataset.view === modal.id);
    showErrors({});
    if (dialog.dataset.view === modal.id && before) restoreFocus(body, before, caret);
    dialog.dataset.hash = modal.hash;
    dialog.dataset.view = modal.id;
  }
  if (dialog.open) return;
  dialog.showModal();
  body.querySelector('input:not([type=hidden]), textarea, select')?.focus();
}

/** Back to the element the person was in, which may stand elsewhere now. */
function restoreFocus(body, { block, action }, caret) {
  const target = [...body.querySelectorAll('[data-kind]')].find(
    ({ dataset }) => dataset.block === block && dataset.action === action,
  );
  target?.focus();
  if (typeof caret === 'number' && target?.type === 'text') target.setSelectionRange(caret, caret);
}

/** Shows errors at their fields; the one without a field below. */
function showErrors(errors) {
  for (const field of $('modal-body').querySelectorAll('.bk-field')) {
    const text = errors[field.dataset.field] ?? '';
    const [note, hint] = [field.querySelector('.bk-error'), field.querySelector('.bk-hint')];
    note.textContent = text;
    note.hidden = text === '';
    // A hint that gave the same reason while typing need not stand beside it.
    hint.hidden = text !== '' && hint.textContent.includes(text);
    for (const input of field.querySelectorAll('input, select, textarea'))
      input.setAttribute('aria-invalid', String(text !== ''));
  }
  $('modal-error').textContent = errors[''] ?? '';
  $('modal-error').hidden = !errors[''];
  $('modal-body').querySelector('[aria-invalid=true]:not([type=hidden])')?.focus();
}

$('modal-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('modal-submit').setAttribute('aria-busy', 'true');
  const values = collectValues($('modal-body'));
  const answer = await send('submit', { view: $('modal').dataset.view, values });
  $('modal-submit').removeAttribute('aria-busy');
  if (answer?.errors && here.state.modal) showErrors(answer.errors);
});
const closeModal = (all) => send('close', { view: $('modal').dataset.view, all });
$('modal-close').addEventListener('click', () => closeModal(false));
$('modal-x').addEventListener('click', () => closeModal(true));
$('modal').addEventListener('cancel', (event) => {
  event.preventDefault();
  closeModal(false);
});
