// data_visualization → SVG: bars or lines, each line with its own pattern of strokes so that colour never stands alone.
import { list, type Obj, obj, objs, str } from '../json.ts';
import { escapeHtml } from './text.ts';

const colours = ['#1264a3', '#e8912d', '#2bac76', '#a5395f', '#6b4fa0', '#616061'];
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4', '10 4'];
const width = 560;
const height = 256;
const plot = { left: 64, right: 548, top: 12, bottom: 196 };
/** Four Japanese characters of a category's name take this much. */
const nameWidth = 52;

type Series = { name: string; values: number[] };
/** What every series is drawn into; `bars` or lines. */
type Plot = {
  bars: boolean;
  categories: string[];
  series: Series[];
  y(value: number): number;
  slot: number;
};

export function chartHtml(block: Obj): string {
  const chart = obj(block.chart);
  const axis = obj(chart.axis_config);
  const bars = chart.type === 'bar';
  const title = escapeHtml(str(block.title));
  const categories = list(axis.categories).map(str);
  const series: Series[] = objs(chart.series).map((item) => {
    const values = new Map(objs(item.data).map(({ label, value }) => [label, Number(value)]));
    return { name: str(item.name), values: categories.map((label) => values.get(label) ?? 0) };
  });
  const cells = (of: (item: Series, i: number) => string) => series.map(of).join('');
  const legend = cells(
    ({ name }, i) =>
      `<li><svg width="22" height="10" aria-hidden="true"><line x1="0" y1="5" x2="22" y2="5" stroke="${colour(i)}" stroke-width="4"${bars ? '' : dash(i)}/></svg>${escapeHtml(name)}</li>`,
  );
  const head = cells(({ name }) => `<th>${escapeHtml(name)}</th>`);
  const rows = categories.map((label, c) => {
    const figures = cells(({ values }) => `<td>${number(values[c] ?? 0)}</td>`);
    return `<tr><th>${escapeHtml(label)}</th>${figures}</tr>`;
  });
  return `<figure class="bk-chart"><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${height}" fill="currentcolor" role="img" aria-label="${title}">${shapes({ bars, categories, series }, str(axis.y_label))}</svg><ul class="bk-legend">${legend}</ul><details><summary>数値を表で見る</summary><table><tr><th></th>${head}</tr>${rows.join('')}</table></details></figure>`;
}

const colour = (i: number) => colours[i % colours.length];
const dash = (i: number) => (dashes[i] ? ` stroke-dasharray="${dashes[i]}"` : '');
const at = (value: number) => String(Math.round(value * 10) / 10);
const number = (value: number) => value.toLocaleString('ja-JP', { maximumFractionDigits: 2 });
/** Labels of the axis: 300000 → 30万, so that they fit beside the plot. */
const tickLabel = (value: number) =>
  Math.abs(value) < 100_000
    ? number(value)
    : value.toLocaleString('ja-JP', { notation: 'compact', maximumFractionDigits: 1 });

/** Axis from the least value (or zero) to the greatest, names of the categories and every series. */
function shapes(chart: Omit<Plot, 'y' | 'slot'>, label: string): string {
  const { categories, series } = chart;
  const all = [0, ...series.flatMap(({ values }) => values)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const slot = (plot.right - plot.left) / Math.max(1, categories.length);
  const y = (value: number) => plot.bottom - ((value - low) / (high - low || 1)) * (plot.bottom - plot.top);
  const lines = [0, low, high].map(
    (tick) =>
      `<line x1="${plot.left}" x2="${plot.right}" y1="${at(y(tick))}" y2="${at(y(tick))}" stroke="#888"/>`,
  );
  const ticks = [low, high].map(
    (tick) => `<text x="${plot.left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${tickLabel(tick)}</text>`,
  );
  // Where not even four characters fit, every second or third category is written.
  const every = Math.max(1, Math.ceil(nameWidth / slot));
  const names = categories.map((name, c) =>
    c % every === 0
      ? `<foreignObject x="${at(plot.left + slot * (c + 0.5 - every / 2))}" y="${plot.bottom + 4}" width="${at(slot * every)}" height="48"><div title="${escapeHtml(name)}">${escapeHtml(name)}</div></foreignObject>`
      : '',
  );
  const unit = label === '' ? '' : `<text x="4" y="${height - 8}">${escapeHtml(`縦軸: ${label}`)}</text>`;
  const drawn = series.map((item, s) => seriesShapes(item, s, { ...chart, y, slot }));
  return [...lines, ...ticks, ...names, unit, ...drawn].join('');
}

/** Bars, or a line with a dot for each value; every value says itself when pointed at. */
function seriesShapes(item: Series, s: number, { bars, categories, series, slot, y: yOf }: Plot) {
  const count = series.length;
  const bar = (slot * 0.7) / count;
  const middle = (c: number) => plot.left + slot * (c + 0.5);
  const marks = item.values.map((value, c) => {
    const tip = `<title>${escapeHtml(`${item.name} ${categories[c] ?? ''}: ${number(value)}`)}</title>`;
    const [x, y, zero] = [middle(c), yOf(value), yOf(0)];
    return bars
      ? `<rect x="${at(x - (bar * count) / 2 + bar * s)}" y="${at(Math.min(y, zero))}" width="${at(Math.max(1, bar - 2))}" height="${at(Math.abs(y - zero))}" fill="${colour(s)}">${tip}</rect>`
      : `<circle cx="${at(x)}" cy="${at(y)}" r="4" fill="${colour(s)}">${tip}</circle>`;
  });
  const points = item.values.map((value, c) => `${at(middle(c))},${at(yOf(value))}`);
  const line = `<polyline points="${points.join(' ')}" fill="none" stroke="${colour(s)}" stroke-width="2.5"${dash(s)}/>`;
  return (bars ? '' : line) + marks.join('');
}
