// Rules for rich text and for the blocks that carry many figures: data_table and data_visualization.
import { z } from 'zod';
import { codePoints } from '../json.ts';
import { block, integer, many, text } from './shape.ts';

const tableCharacters = 10_000;

/** Sections of text and mentions; every text holds something. */
export const richText = many(
  z.object({
    type: z.literal('rich_text_section'),
    elements: many(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('text'), text: text(Number.POSITIVE_INFINITY) }),
        z.object({ type: z.enum(['user', 'usergroup', 'channel']), text: z.undefined().optional() }),
      ]),
      1000,
      0,
    ),
  }),
  1000,
  0,
);

const cell = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rich_text'), elements: richText }),
  z.object({ type: z.literal('raw_number'), value: z.number(), text: text(tableCharacters) }),
  z.object({ type: z.literal('raw_text'), text: text(tableCharacters) }),
]);

function charactersOf(shown: z.infer<typeof cell>): number {
  if (shown.type !== 'rich_text') return codePoints(shown.text);
  const texts = shown.elements.flatMap(({ elements }) => elements.map((element) => element.text ?? ''));
  return codePoints(texts.join(''));
}

/** The header row is not counted in the 100. */
const rows = many(many(cell, 20), 101, 2).superRefine((given, { addIssue }) => {
  const width = given[0]?.length;
  given.forEach((row, r) => {
    const message = `all rows must have ${width} cells (has ${row.length})`;
    if (row.length !== width) addIssue({ code: 'custom', path: [r], message });
  });
  if (given[0]?.some(({ type }) => type === 'rich_text'))
    addIssue({ code: 'custom', path: [0], message: 'rich_text is not allowed in the header row' });
  const characters = given.flat().reduce((sum, shown) => sum + charactersOf(shown), 0);
  if (characters > tableCharacters)
    addIssue(`a table holds at most ${tableCharacters} characters (has ${characters})`);
});

export const dataTable = block('data_table', {
  caption: text(3000),
  page_size: integer(1, 100),
  row_header_column_index: integer(0, 19),
  rows,
});

const series = z.object({
  name: text(20),
  data: many(z.object({ label: z.unknown(), value: z.number() }), 20),
});
const plot = z
  .object({
    type: z.enum(['bar', 'line'], 'must be one of: pie, bar, area, line'),
    axis_config: z.object({ categories: many(text(20), 20), y_label: text(50).optional() }),
    series: many(series, 6),
  })
  .superRefine(({ axis_config: { categories }, series: drawn }, { addIssue }) => {
    const say = (message: string, ...path: PropertyKey[]) => addIssue({ code: 'custom', path, message });
    if (new Set(categories).size !== categories.length)
      say('categories must be unique', 'axis_config', 'categories');
    drawn.forEach(({ name, data }, i) => {
      if (drawn.findIndex((one) => one.name === name) < i)
        say('series names must be unique', 'series', i, 'name');
      const labels = data.map(({ label }) => label);
      if (labels.length !== categories.length || categories.some((category) => !labels.includes(category)))
        say('must have exactly one point for every category', 'series', i, 'data');
    });
  });

export const chart = block('data_visualization', { title: text(50), chart: plot });
