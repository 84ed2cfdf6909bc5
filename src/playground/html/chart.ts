// data_visualization → SVG: bars, lines, areas or a pie, each series with its own pattern of strokes so that colour never stands alone.
import { list, type Obj, obj, objs, str } from '../json.ts';
import { escapeHtml } from './escape.ts';

const colours = ['#1264a3', '#e8912d', '#2bac76', '#a5395f', '#6b4fa0', '#616061'];
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4', '10 4'];
const width = 560;
const height = 256;
const plot = { left: 64, right: 548, top: 12, bottom: 196 };

interface Series {
  name: string;
  values: number[];
}

export function chartHtml(block: Obj): string {
  const chart = obj(block.chart);
  const title = str(block.title);
  const pie = chart.type === 'pie';
  const segments = objs(chart.segments).map((item) => ({
    label: str(item.label),
    value: Number(item.value) || 0,
  }));
  const categories = list(obj(chart.axis_config).categories).map(str);
  const series: Series[] = objs(chart.series).map((item) => ({
    name: str(item.name),
    values: categories.map((label) =>
      Number(objs(item.data).find((point) => point.label === label)?.value ?? 0),
    ),
  }));
  const drawing = pie
    ? pieShapes(segments)
    : axisShapes(str(chart.type), categories, series, obj(chart.axis_config));
  const names = pie ? segments.map((segment) => segment.label) : series.map((item) => item.name);
  const legend = names
    .map(
      (name, i) =>
        `<li><svg width="22" height="10" aria-hidden="true"><line x1="0" y1="5" x2="22" y2="5" stroke="${colour(i)}" stroke-width="4"${pie || chart.type === 'bar' ? '' : dash(i)}/></svg>${escapeHtml(name)}</li>`,
    )
    .join('');
  const table = pie
    ? segments.map((segment) => row(segment.label, [segment.value])).join('')
    : row('', names, 'th') +
      categories
        .map((label, c) =>
          row(
            label,
            series.map((item) => item.values[c] ?? 0),
          ),
        )
        .join('');
  return `<figure class="bk-chart"><figcaption>${escapeHtml(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">${drawing}</svg><ul class="bk-legend">${legend}</ul><details><summary>数値を表で見る</summary><table>${table}</table></details></figure>`;
}

function row(label: string, cells: (string | number)[], tag = 'td'): string {
  return `<tr><th>${escapeHtml(label)}</th>${cells.map((cell) => `<${tag}>${escapeHtml(typeof cell === 'number' ? number(cell) : cell)}</${tag}>`).join('')}</tr>`;
}

const colour = (i: number) => colours[i % colours.length] ?? '#1264a3';
const dash = (i: number) => (dashes[i] ? ` stroke-dasharray="${dashes[i]}"` : '');
const at = (value: number) => String(Math.round(value * 10) / 10);
/** Labels of the axis: 300000 → 30万, so that they fit beside the plot. */
const tickLabel = (value: number) =>
  Math.abs(value) < 100_000
    ? number(value)
    : value.toLocaleString('ja-JP', { notation: 'compact', maximumFractionDigits: 1 });
const number = (value: number) => value.toLocaleString('ja-JP', { maximumFractionDigits: 2 });

/** A round step so that about four lines lie between `low` and `high`. */
function niceStep(low: number, high: number): number {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

function axisShapes(type: string, categories: string[], series: Series[], axis: Obj): string {
  const all = series.flatMap((item) => item.values);
  const step = niceStep(Math.min(0, ...all), Math.max(0, ...all));
  const low = Math.floor(Math.min(0, ...all) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(0, ...all) / step) * step);
  const y = (value: number) => plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top);
  const slot = (plot.right - plot.left) / Math.max(1, categories.length);
  const middle = (c: number) => plot.left + slot * (c + 0.5);
  let shapes = '';
  for (let tick = low; tick <= high + step / 2; tick += step) {
    shapes += `<line x1="${plot.left}" x2="${plot.right}" y1="${at(y(tick))}" y2="${at(y(tick))}" stroke="${Math.abs(tick) < step / 1e6 ? '#888' : '#e3e3e3'}"/>`;
    shapes += `<text x="${plot.left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${escapeHtml(tickLabel(Math.abs(tick) < step / 1e6 ? 0 : tick))}</text>`;
  }
  // Where not even four characters fit, every second or third category is written.
  const every = Math.max(1, Math.ceil((4 * letter) / slot));
  categories.forEach((label, c) => {
    if (c % every !== 0) return;
    const lines = labelLines(label, Math.floor((slot * every - 6) / letter));
    const spans = lines.map(
      (line, i) => `<tspan x="${at(middle(c))}" y="${plot.bottom + 16 + 15 * i}">${escapeHtml(line)}</tspan>`,
    );
    shapes += `<text text-anchor="middle">${spans.join('')}<title>${escapeHtml(label)}</title></text>`;
  });
  if (str(axis.x_label) !== '')
    shapes += `<text x="${(plot.left + plot.right) / 2}" y="${height - 8}" text-anchor="middle">${escapeHtml(str(axis.x_label))}</text>`;
  if (str(axis.y_label) !== '')
    shapes += `<text x="4" y="${height - 8}">${escapeHtml(`縦軸: ${str(axis.y_label)}`)}</text>`;
  return (
    shapes +
    series
      .map((item, s) => seriesShapes(type, categories, item, s, series.length, { y, slot, middle }))
      .join('')
  );
}

/** Width of a Japanese character on the axis; a Latin one takes about half. */
const letter = 13;

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

interface Scale {
  y(value: number): number;
  slot: number;
  middle(category: number): number;
}

function seriesShapes(
  type: string,
  categories: string[],
  item: Series,
  s: number,
  count: number,
  scale: Scale,
): string {
  const tip = (c: number) =>
    `<title>${escapeHtml(`${item.name} ${categories[c] ?? ''}: ${number(item.values[c] ?? 0)}`)}</title>`;
  if (type === 'bar') {
    const bar = (scale.slot * 0.7) / count;
    return item.values
      .map((value, c) => {
        const x = scale.middle(c) - (bar * count) / 2 + bar * s;
        const top = Math.min(scale.y(value), scale.y(0));
        return `<rect x="${at(x)}" y="${at(top)}" width="${at(Math.max(1, bar - 2))}" height="${at(Math.abs(scale.y(value) - scale.y(0)))}" fill="${colour(s)}">${tip(c)}</rect>`;
      })
      .join('');
  }
  const points = item.values.map((value, c) => `${at(scale.middle(c))},${at(scale.y(value))}`);
  const last = item.values.length - 1;
  const area =
    type === 'area'
      ? `<polygon points="${at(scale.middle(0))},${at(scale.y(0))} ${points.join(' ')} ${at(scale.middle(last))},${at(scale.y(0))}" fill="${colour(s)}" fill-opacity="0.25"/>`
      : '';
  const dots = item.values
    .map(
      (value, c) =>
        `<circle cx="${at(scale.middle(c))}" cy="${at(scale.y(value))}" r="4" fill="${colour(s)}">${tip(c)}</circle>`,
    )
    .join('');
  return `${area}<polyline points="${points.join(' ')}" fill="none" stroke="${colour(s)}" stroke-width="2.5"${dash(s)}/>${dots}`;
}

function pieShapes(segments: { label: string; value: number }[]): string {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  const centre = { x: width / 2, y: height / 2, r: 100 };
  let angle = -Math.PI / 2;
  return segments
    .map((segment, i) => {
      const share = segment.value / total;
      const percent = `${Math.round(share * 1000) / 10}%`;
      const title = `<title>${escapeHtml(`${segment.label}: ${number(segment.value)}（${percent}）`)}</title>`;
      // A full circle has no start and end that differ: it is drawn as one.
      if (share > 0.9999)
        return `<circle cx="${centre.x}" cy="${centre.y}" r="${centre.r}" fill="${colour(i)}">${title}</circle>`;
      const from = angle;
      angle += share * 2 * Math.PI;
      const point = (a: number, r = centre.r) =>
        `${at(centre.x + r * Math.cos(a))} ${at(centre.y + r * Math.sin(a))}`;
      const [x, y] = point((from + angle) / 2, centre.r * 0.65).split(' ');
      return `<path d="M ${centre.x} ${centre.y} L ${point(from)} A ${centre.r} ${centre.r} 0 ${share > 0.5 ? 1 : 0} 1 ${point(angle)} Z" fill="${colour(i)}" stroke="#fff">${title}</path><text x="${x}" y="${y}" text-anchor="middle" fill="#fff">${percent}</text>`;
    })
    .join('');
}
