// Data tables: turning pages.
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
