// H28~H30の平均, 5年平均: a mean that a KPI prints as its base or its target is that figure, and none is worked out.
import { readYears } from '../../language/fiscal-years.ts';
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import { type Frame, type Item, saysNothing } from './frame.ts';

/** Columns that may hold a mean. */
const figures = ['baseline', 'target'] as const;

interface Mean {
  attribute: (typeof figures)[number];
  text: string;
}

/** Means of several years become the figure that the named KPI prints so. */
export function printedMeans(frame: Frame, around: Around): void {
  const averages = frame.intents('average');
  if (averages.length === 0) return;
  const means = meansOf(frame, around);
  if (means.length === 0) return;
  for (const average of averages) {
    const years = frame.before(average);
    if (!years || !/^度?間?の?$/.test(years.after.trim())) continue;
    const span = spanBefore(frame, years);
    if (span) {
      const mean = means.find(({ text }) =>
        spans(text, around).some(([from, to]) => from === span.from && to === span.to),
      );
      if (mean) becomes(frame, { years: span.item, average }, mean.attribute);
    } else if (years.meaning?.is === 'number' && /^\d+[年か]/.test(years.text)) {
      const said = new RegExp(`(?<!\\d)${years.meaning.number.value}[かヵカケ]?年`);
      if (!means.some(({ text }) => said.test(text))) continue;
      saysNothing(years);
      saysNothing(average);
    }
  }
}

/** H28~H30, 平成28年度から平成30年度; null for a single year. */
function spanBefore(frame: Frame, last: Item): { item: Item; from: number; to: number } | null {
  if (last.meaning?.is !== 'years') return null;
  const [from, to] = endsOf(last.meaning.years.years);
  if (from !== to) return { item: last, from, to };
  const first = frame.before(last);
  if (first?.meaning?.is !== 'years' || first.after.trim() !== 'から') return null;
  return { item: first, from: endsOf(first.meaning.years.years)[0], to };
}

/** Cells of the KPIs named in full that print a mean. */
function meansOf(frame: Frame, { facts }: Around): Mean[] {
  const named = frame
    .entities('kpi')
    .flatMap(({ meaning: { exact, ids } }) => (exact && ids.length === 1 ? ids : []));
  return named.flatMap((id) =>
    figures.flatMap((attribute) =>
      facts
        .cells(attribute, id)
        .flatMap(({ text }) => (text.includes('平均') ? [{ attribute, text: normalize(text) }] : [])),
    ),
  );
}

/** First and last years of the stretches that a cell names. */
function spans(text: string, { fiscalYear, today }: Around): [number, number][] {
  return readYears(text, { fiscalYear, today }).spans.map(({ years }) => endsOf(years));
}

function endsOf(years: readonly number[]): [number, number] {
  return [years[0] as number, years.at(-1) as number];
}

/** The years and the word of the mean are one mention of the column. */
function becomes(
  frame: Frame,
  { years, average }: { years: Item; average: Item },
  attribute: Mean['attribute'],
): void {
  for (const item of frame.items.filter(({ start, end }) => start >= years.end && end <= average.end))
    frame.drop(item);
  years.meaning = { is: 'attribute', ids: [attribute] };
  years.text = frame.text.slice(years.start, average.end);
  years.end = average.end;
  years.after = average.after;
}
