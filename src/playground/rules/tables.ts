// Rules for the blocks that carry many figures: table, data_table, data_visualization.
import { codePoints, list, type Obj, obj, str } from '../json.ts';
import { array, type Check, integer, problem, string } from './check.ts';
import { checkRichText } from './rich-text.ts';

const tableCharacters = 10_000;

export function checkTable(check: Check, block: Obj, path: string): void {
  countTable(check, path);
  array(check, block.column_settings, `${path}/column_settings`, { max: 20, min: 0 });
  checkRows(check, block, path, { minRows: 1, maxRows: 100, header: false });
}

export function checkDataTable(check: Check, block: Obj, path: string): void {
  countTable(check, path);
  string(check, block.caption, `${path}/caption`, { max: 3000, required: true });
  integer(check, block.page_size, `${path}/page_size`, 1, 100);
  integer(check, block.row_header_column_index, `${path}/row_header_column_index`, 0, 19);
  // The header row is not counted in the 100.
  checkRows(check, block, path, { minRows: 2, maxRows: 101, header: true });
}

function countTable(check: Check, path: string): void {
  check.tables += 1;
  if (check.tables > 1) problem(check, path, 'only one table is allowed per message');
}

function checkRows(
  check: Check,
  block: Obj,
  path: string,
  limit: { minRows: number; maxRows: number; header: boolean },
): void {
  const rows = array(check, block.rows, `${path}/rows`, {
    min: limit.minRows,
    max: limit.maxRows,
    required: true,
  });
  const width = list(rows[0]).length;
  let characters = 0;
  rows.forEach((row, r) => {
    const cells = array(check, row, `${path}/rows/${r}`, { max: 20 });
    if (limit.header && cells.length !== width)
      problem(check, `${path}/rows/${r}`, `all rows must have ${width} cells (has ${cells.length})`);
    cells.forEach((cell, c) => {
      characters += checkCell(check, obj(cell), `${path}/rows/${r}/${c}`, limit.header && r === 0);
    });
  });
  if (characters > tableCharacters)
    problem(check, `${path}/rows`, `a table holds at most ${tableCharacters} characters (has ${characters})`);
}

/** Checks a cell and returns its characters. */
function checkCell(check: Check, cell: Obj, path: string, header: boolean): number {
  switch (cell.type) {
    case 'raw_text':
      string(check, cell.text, `${path}/text`, { max: tableCharacters, required: true });
      return codePoints(str(cell.text));
    case 'raw_number':
      if (typeof cell.value !== 'number' || !Number.isFinite(cell.value))
        problem(check, `${path}/value`, 'must be a number');
      string(check, cell.text, `${path}/text`, { max: tableCharacters, required: true });
      return codePoints(str(cell.text));
    case 'rich_text':
      if (header) problem(check, path, 'rich_text is not allowed in the header row');
      return checkRichText(check, cell, path);
    default:
      problem(check, `${path}/type`, `unsupported cell type: ${str(cell.type) || '(none)'}`);
      return 0;
  }
}

export function checkChart(check: Check, block: Obj, path: string): void {
  check.charts += 1;
  if (check.charts > 2) problem(check, path, 'only two data_visualization blocks are allowed per message');
  string(check, block.title, `${path}/title`, { max: 50, required: true });
  const chart = obj(block.chart);
  const at = `${path}/chart`;
  if (chart.type === 'pie') {
    array(check, chart.segments, `${at}/segments`, { max: 6, required: true }).forEach((item, i) => {
      string(check, obj(item).label, `${at}/segments/${i}/label`, { max: 20, required: true });
      if (!(Number(obj(item).value) > 0) || typeof obj(item).value !== 'number')
        problem(check, `${at}/segments/${i}/value`, 'must be greater than 0');
    });
  } else if (chart.type === 'bar' || chart.type === 'line' || chart.type === 'area') {
    checkSeries(check, chart, at);
  } else problem(check, `${at}/type`, 'must be one of: pie, bar, area, line');
}

function checkSeries(check: Check, chart: Obj, at: string): void {
  const axis = obj(chart.axis_config);
  if (chart.axis_config === undefined) problem(check, `${at}/axis_config`, 'missing required field');
  const categories = array(check, axis.categories, `${at}/axis_config/categories`, {
    max: 20,
    required: true,
  });
  categories.forEach((category, i) => {
    string(check, category, `${at}/axis_config/categories/${i}`, { max: 20, required: true });
  });
  if (new Set(categories).size !== categories.length)
    problem(check, `${at}/axis_config/categories`, 'categories must be unique');
  string(check, axis.x_label, `${at}/axis_config/x_label`, { max: 50 });
  string(check, axis.y_label, `${at}/axis_config/y_label`, { max: 50 });
  const names = new Set<string>();
  array(check, chart.series, `${at}/series`, { max: 6, required: true }).forEach((item, i) => {
    const series = obj(item);
    string(check, series.name, `${at}/series/${i}/name`, { max: 20, required: true });
    if (names.has(str(series.name))) problem(check, `${at}/series/${i}/name`, 'series names must be unique');
    names.add(str(series.name));
    const points = array(check, series.data, `${at}/series/${i}/data`, { max: 20, required: true });
    const labels = points.map((point) => str(obj(point).label));
    if (labels.length !== categories.length || categories.some((category) => !labels.includes(str(category))))
      problem(check, `${at}/series/${i}/data`, 'must have exactly one point for every category');
    points.forEach((point, p) => {
      const value = obj(point).value;
      if (typeof value !== 'number' || !Number.isFinite(value))
        problem(check, `${at}/series/${i}/data/${p}/value`, 'must be a number');
    });
  });
}
