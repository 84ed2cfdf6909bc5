// Values of a row on their way to a subject: repeated words are said once, a refusal becomes a problem.
import type { MoneyKind, ReadValue } from '../read-plan.ts';
import type { Building } from './collector.ts';
import type { FigureResult } from './figures.ts';
import type { RowReader } from './row-reader.ts';

/** Adds a figure to a subject. */
export type AddValue = ReturnType<typeof valueAdder>;

/** Adds values of a row to a subject; a refusal becomes a problem instead. */
export function valueAdder(reader: RowReader, subject: Building) {
  const { collector, planned, row } = reader;
  const names = planned.columns.filter(({ role }) => role === 'kpi-name');
  const listing = [
    ...row.path.map(({ name }) => name),
    ...names.map((column) => reader.cell(column).text),
  ].join('\u0000');
  return (
    [attribute, fy]: [string, number | null],
    result: FigureResult,
    at: string,
    more: { kind?: MoneyKind; part?: string | undefined; called?: string | undefined } = {},
  ): void => {
    if ('problem' in result) {
      if (!collector.problems.some(({ place: known }) => known === result.problem.place))
        collector.problems.push(result.problem);
      return;
    }
    const { figure } = result;
    if (figure.word !== null && attribute !== 'budget') {
      const said = `${attribute}\u0000${fy}\u0000${figure.word}`;
      if (subject.said.has(said)) return;
      subject.said.add(said);
    }
    const value: ReadValue = {
      attribute,
      fy: fy ?? figure.fy ?? null,
      value: figure.value,
      word: figure.word,
      text: figure.text,
      unit: figure.unit,
      place: at,
    };
    if (figure.relation) value.relation = figure.relation;
    if (figure.approximate) value.approximate = figure.approximate;
    if (figure.cumulative) value.cumulative = figure.cumulative;
    if (more.kind) value.kind = more.kind;
    if (more.part) value.part = more.part;
    if (more.called) value.called = more.called;
    subject.add(value, { listing, repeated: row.repeated });
  };
}
