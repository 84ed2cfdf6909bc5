// Data tables: sorting by a column and turning pages.
import { button, h } from './here.js';

/** Adds pages to the data tables below `root`. */
export function prepareTables(root) {
  for (const table of root.querySelectorAll('.bk-data-table')) showPage(table, 0);
}

function showPage(table, page) {
  const rows = [...table.querySelectorAll('tbody tr')];
  const size = Number(table.dataset.pageSize);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  rows.forEach((row, i) => {
    row.hidden = Math.floor(i / size) !== page;
  });
  const pager = table.querySelector('.bk-pager');
  pager.hidden = pages === 1;
  const turn = (label, to) =>
    button(
      label,
      () => {
        showPage(table, to);
        pager.querySelector('button:not(:disabled)').focus();
      },
      { disabled: to < 0 || to >= pages },
    );
  const note = h('span', {}, `${page + 1} / ${pages} ページ（${rows.length}行）`);
  pager.replaceChildren(turn('前へ', page - 1), note, turn('次へ', page + 1));
}

/** Sorts by the column of the pressed head; a second press turns the order. */
export function sortTable(pressed) {
  const table = pressed.closest('.bk-data-table');
  const head = pressed.closest('th');
  const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
  for (const other of table.querySelectorAll('thead th')) other.setAttribute('aria-sort', 'none');
  head.setAttribute('aria-sort', direction);
  const key = (row) => row.children[Number(pressed.dataset.column)];
  const compare = (a, b) => {
    const [left, right] = [key(a), key(b)];
    const [one, other] = [left.dataset.number, right.dataset.number];
    if (one !== undefined && other !== undefined) return Number(one) - Number(other);
    // Cells with a number stand before those with words.
    if ((one === undefined) !== (other === undefined)) return one === undefined ? 1 : -1;
    return left.textContent.localeCompare(right.textContent, 'ja', { numeric: true });
  };
  const body = table.querySelector('tbody');
  body.append(...[...body.rows].sort((a, b) => (direction === 'ascending' ? compare(a, b) : compare(b, a))));
  showPage(table, 0);
}
