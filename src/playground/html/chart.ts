// data_visualization → SVG: bars or lines, each line with its own pattern of strokes so that colour never stands alone.
import { list, type Obj, obj, objs, str } from '../json.ts';
import { escapeHtml } from './text.ts';

const colours = ['#1264a3', '#e8912d', '#2bac76', '#a5395f', '#6b4fa0', '#616061'];
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4', '10 4'];
const width = 560;
const height = 256;
const plot = { left: 64, right: 548, top: 12, bottom: 196 };
/** Width of a Japanese character on the axis; a Latin one takes about half. */
const letter = 13;

type Series = { name: string; values: number[] };
/** What every series is drawn into; `bars` or lines. */
type Plot = {
  bars: boolean;
  categories: string[];
  series: Series[];
  y(value: number): number;
  slot: number;
  middle(category: number): number;
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
  return `<figure class="bk-chart"><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">${shapes({ bars, categories, series }, axis)}</svg><ul class="bk-legend">${legend}</ul><details><summary>数値を表で見る</summary><table><tr><th></th>${head}</tr>${rows.join('')}</table></details></figure>`;
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

/** A round step so that about four lines lie between `low` and `high`. */
function niceStep(low: number, high: number): number {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** Axis, labels and every series. */
function shapes(chart: Pick<Plot, 'bars' | 'categories' | 'series'>, axis: Obj): string {
  const { categories, series } = chart;
  const all = [0, ...series.flatMap(({ values }) => values)];
  const step = niceStep(Math.min(...all), Math.max(...all));
  const low = Math.floor(Math.min(...all) / step);
  const high = Math.max(low + 1, Math.ceil(Math.max(...all) / step));
  const slot = (plot.right - plot.left) / Math.max(1, categories.length);
  const scale: Plot = {
    ...chart,
    y: (value) => plot.bottom - ((value / step - low) / (high - low)) * (plot.bottom - plot.top),
    slot,
    middle: (c) => plot.left + slot * (c + 0.5),
  };
  let svg = '';
  for (let tick = low; tick <= high; tick += 1) {
    const y = scale.y(tick * step);
    svg += `<line x1="${plot.left}" x2="${plot.right}" y1="${at(y)}" y2="${at(y)}" stroke="${tick === 0 ? '#888' : '#e3e3e3'}"/>`;
    svg += `<text x="${plot.left - 6}" y="${at(y + 4)}" text-anchor="end">${escapeHtml(tickLabel(tick * step))}</text>`;
  }
  // Where not even four characters fit, every second or third category is written.
  const every = Math.max(1, Math.ceil((4 * letter) / slot));
  categories.forEach((label, c) => {
    if (c % every !== 0) return;
    const spans = labelLines(label, Math.floor((slot * every - 6) / letter)).map(
      (line, i) =>
        `<tspan x="${at(scale.middle(c))}" y="${plot.bottom + 16 + 15 * i}">${escapeHtml(line)}</tspan>`,
    );
    svg += `<text text-anchor="middle">${spans.join('')}<title>${escapeHtml(label)}</title></text>`;
  });
  if (str(axis.y_label) !== '')
    svg += `<text x="4" y="${height - 8}">${escapeHtml(`縦軸: ${str(axis.y_label)}`)}</text>`;
  return svg + series.map((item, s) => seriesShapes(item, s, scale)).join('');
}

/** At most two lines of `most` characters; what is left over is cut, the table below has it in full. */
function labelLines(label: string, most: number): string[] {
  const lines = [''];
  let room = most;
  for (const character of label) {
    const takes = /[\u0000-\u00ff]/.test(character) ? 0.55 : 1;
    if (takes > room) {
      if (lines.length === 2) return [lines[0] ?? '', `${(lines[1] ?? '').slice(0, -1)}…`];
      lines.push('');
      room = most;
    }
    lines[lines.length - 1] += character;
    room -= takes;
  }
  return lines;
}

/** Bars, or a line with a dot for each value; every value says itself when pointed at. */
function seriesShapes(item: Series, s: number, { bars, categories, series, slot, middle, y: yOf }: Plot) {
  const count = series.length;
  const bar = (slot * 0.7) / count;
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
