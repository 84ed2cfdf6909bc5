// Rules for the blocks that carry many figures: data_table and data_visualization.
import { codePoints, list, type Obj, obj, str } from '../json.ts';
import { array, type Check, integer, problem, string } from './check.ts';
import { checkRichText } from './rich-text.ts';

const tableCharacters = 10_000;

export function checkDataTable(check: Check, block: Obj, path: string): void {
  check.tables += 1;
  if (check.tables > 1) problem(check, path, 'only one table is allowed per message');
  string(check, block.caption, `${path}/caption`, { max: 3000, required: true });
  integer(check, block.page_size, `${path}/page_size`, [1, 100]);
  integer(check, block.row_header_column_index, `${path}/row_header_column_index`, [0, 19]);
  // The header row is not counted in the 100.
  const rows = array(check, block.rows, `${path}/rows`, { min: 2, max: 101, required: true });
  const width = list(rows[0]).length;
  let characters = 0;
  rows.forEach((row, r) => {
    const cells = array(check, row, `${path}/rows/${r}`, { max: 20 });
    if (cells.length !== width)
      problem(check, `${path}/rows/${r}`, `all rows must have ${width} cells (has ${cells.length})`);
    cells.forEach((cell, c) => {
      const at = `${path}/rows/${r}/${c}`;
      if (r === 0 && obj(cell).type === 'rich_text')
        problem(check, at, 'rich_text is not allowed in the header row');
      characters += checkCell(check, obj(cell), at);
    });
  });
  if (characters > tableCharacters)
    problem(check, `${path}/rows`, `a table holds at most ${tableCharacters} characters (has ${characters})`);
}

/** Checks a cell and returns its characters. */
function checkCell(check: Check, cell: Obj, path: string): number {
  if (cell.type === 'rich_text') return checkRichText(check, cell, path);
  if (cell.type === 'raw_number') checkNumber(check, cell.value, `${path}/value`);
  else if (cell.type !== 'raw_text')
    problem(check, `${path}/type`, `unsupported cell type: ${str(cell.type) || '(none)'}`);
  string(check, cell.text, `${path}/text`, { max: tableCharacters, required: true });
  return codePoints(str(cell.text));
}

function checkNumber(check: Check, value: unknown, path: string): void {
  if (!Number.isFinite(value)) problem(check, path, 'must be a number');
}

export function checkChart(check: Check, block: Obj, path: string): void {
  check.charts += 1;
  if (check.charts > 2) problem(check, path, 'only two data_visualization blocks are allowed per message');
  string(check, block.title, `${path}/title`, { max: 50, required: true });
  const chart = obj(block.chart);
  const at = `${path}/chart`;
  if (chart.type !== 'bar' && chart.type !== 'line')
    problem(check, `${at}/type`, 'must be one of: pie, bar, area, line');
  const axis = obj(chart.axis_config);
  const axisAt = `${at}/axis_config`;
  const categories = array(check, axis.categories, `${axisAt}/categories`, { max: 20, required: true });
  categories.forEach((category, i) => {
    string(check, category, `${axisAt}/categories/${i}`, { max: 20, required: true });
  });
  if (new Set(categories).size !== categories.length)
    problem(check, `${axisAt}/categories`, 'categories must be unique');
  string(check, axis.y_label, `${axisAt}/y_label`, { max: 50 });
  const names = new Set<string>();
  array(check, chart.series, `${at}/series`, { max: 6, required: true }).forEach((item, i) => {
    const series = obj(item);
    const seriesAt = `${at}/series/${i}`;
    string(check, series.name, `${seriesAt}/name`, { max: 20, required: true });
    if (names.has(str(series.name))) problem(check, `${seriesAt}/name`, 'series names must be unique');
    names.add(str(series.name));
    const points = array(check, series.data, `${seriesAt}/data`, { max: 20, required: true }).map(obj);
    const labels = points.map((point) => point.label);
    if (labels.length !== categories.length || categories.some((category) => !labels.includes(category)))
      problem(check, `${seriesAt}/data`, 'must have exactly one point for every category');
    points.forEach((point, p) => {
      checkNumber(check, point.value, `${seriesAt}/data/${p}/value`);
    });
  });
}
