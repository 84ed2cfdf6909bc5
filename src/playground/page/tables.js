// Data tables: sorting by a column and turning pages.

/** Adds pages to the data tables below `root`. */
export function prepareTables(root) {
  for (const table of root.querySelectorAll('.bk-data-table')) {
    table.dataset.page = '0';
    showPage(table);
  }
}

function showPage(table) {
  const rows = [...table.querySelectorAll('tbody tr')];
  const size = Number(table.dataset.pageSize) || 5;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Number(table.dataset.page), pages - 1);
  rows.forEach((row, i) => {
    row.hidden = Math.floor(i / size) !== page;
  });
  const pager = table.querySelector('.bk-pager');
  pager.hidden = pages === 1;
  const button = (label, to) => {
    const element = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
    element.disabled = to < 0 || to >= pages;
    element.addEventListener('click', () => {
      table.dataset.page = String(to);
      showPage(table);
      (pager.querySelector('button:not(:disabled)') ?? table).focus();
    });
    return element;
  };
  const note = document.createElement('span');
  note.textContent = `${page + 1} / ${pages} ページ（${rows.length}行）`;
  pager.replaceChildren(button('前へ', page - 1), note, button('次へ', page + 1));
}

/** Sorts by the column of the pressed head; a second press turns the order. */
export function sortTable(button) {
  const table = button.closest('.bk-data-table');
  const head = button.closest('th');
  const column = Number(button.dataset.column);
  const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
  for (const other of table.querySelectorAll('thead th')) other.setAttribute('aria-sort', 'none');
  head.setAttribute('aria-sort', direction);
  const key = (row) => row.children[column];
  const compare = (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left.dataset.number !== undefined && right.dataset.number !== undefined)
      return Number(left.dataset.number) - Number(right.dataset.number);
    // Cells with a number stand before those with words.
    if ((left.dataset.number === undefined) !== (right.dataset.number === undefined))
      return left.dataset.number === undefined ? 1 : -1;
    return left.textContent.localeCompare(right.textContent, 'ja', { numeric: true });
  };
  const body = table.querySelector('tbody');
  const rows = [...body.rows].sort((a, b) => (direction === 'ascending' ? compare(a, b) : compare(b, a)));
  body.append(...rows);
  table.dataset.page = '0';
  showPage(table);
}
