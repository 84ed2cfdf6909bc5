// Native Slack charts (data_visualization): bars or lines, never both in one (Slack's rule).

import { clip, limits } from '../block-limits.ts';
import type { Block } from '../blocks/block.ts';

/** One line, or the bars of one colour. */
export interface Series {
  name: string;
  /** One value for each category, in order. */
  values: number[];
}

/** What is drawn. */
export interface Drawn {
  type: 'bar' | 'line';
  title: string;
  categories: string[];
  series: Series[];
  unit: string | null;
}

/** A bar or line chart, or none when Slack would refuse it: every series needs a value for every category. */
export function chart({ type, title, categories, series, unit }: Drawn): Block[] {
  const labels = unique(categories.slice(0, limits.chartCategories).map((text) => short(text)));
  const drawn = series.slice(0, limits.chartSeries);
  const names = unique(drawn.map((one) => short(one.name)));
  if (labels.length === 0 || drawn.length === 0) return [];
  return [
    {
      type: 'data_visualization',
      title: clip(title, limits.chartTitle),
      chart: {
        type,
        series: drawn.map((one, s) => ({
          name: names[s],
          data: labels.map((label, i) => ({ label, value: one.values[i] ?? 0 })),
        })),
        axis_config: { categories: labels, ...(unit ? { y_label: clip(unit, limits.chartTitle) } : {}) },
      },
    },
  ];
}

function short(text: string): string {
  return clip(text, limits.chartLabel);
}

/** Slack refuses two equal labels: the second becomes `… 2`. */
function unique(labels: string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${clip(label, limits.chartLabel - 3)} ${count}`;
  });
}
