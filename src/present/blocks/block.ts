// The pieces messages are made of; texts from data and people go into plain_text or rich_text, where nothing needs escaping.
import type { ActionKind, ActionValue } from '../actions.ts';
import { encodeValue } from '../actions.ts';
import { clip, limits } from '../block-limits.ts';

/** A Block Kit block as JSON; wider than the SDK's types, which lack data_visualization (types 3.2). */
export type Block = { type: string } & Record<string, unknown>;
/** A part of a block: a button, an option, a run of text. */
export type Element = Record<string, unknown>;

/** A run of rich text: a string, or a bold one. */
export type Run = string | { bold: string };

/** Lines of rich text. */
export function rich(...lines: Run[][]): Block {
  const elements = lines.flatMap((line, i) => [
    ...(i > 0 ? [{ type: 'text', text: '\n' }] : []),
    ...line
      .map((run) =>
        typeof run === 'string'
          ? { type: 'text', text: clip(run, limits.sectionText) }
          : { type: 'text', text: clip(run.bold, limits.sectionText), style: { bold: true } },
      )
      .filter((run) => run.text !== ''),
  ]);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** Small grey text: sources, notes, counts. Empty ones are left out; none left: no block. */
export function context(...texts: (string | null | undefined)[]): Block[] {
  const elements = texts
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .slice(0, limits.contextElements)
    .map((text) => plainText(clip(text, limits.contextText)));
  return elements.length > 0 ? [{ type: 'context', elements }] : [];
}

/** Text that Slack shows as it stands: no markup, no emoji names. */
export function plainText(text: string): Element {
  return { type: 'plain_text', text, emoji: false };
}

/** A button; its action id is numbered when the message is put together. */
export function button(kind: ActionKind, label: string, value: ActionValue, style?: 'primary'): Element {
  return {
    type: 'button',
    action_id: kind,
    text: plainText(clip(label, limits.buttonText)),
    value: encodeValue(value),
    ...(style ? { style } : {}),
  };
}

/** Buttons in a row; none: no block. */
export function actions(...elements: Element[]): Block[] {
  return elements.length > 0 ? [{ type: 'actions', elements: elements.slice(0, limits.actions) }] : [];
}

/** A choice of questions: picking one asks it. Options whose question is too long for an option are left out. */
export function askSelect(placeholder: string, choices: { label: string; ask: string }[]): Element[] {
  const options = choices
    .map(({ label, ask }) => ({
      text: plainText(clip(label, limits.optionText)),
      value: JSON.stringify({ ask }),
    }))
    .filter((option) => [...option.value].length <= limits.optionValue)
    .filter((option, i, all) => all.findIndex((other) => other.value === option.value) === i)
    .slice(0, limits.options);
  if (options.length === 0) return [];
  return [{ type: 'static_select', action_id: 'ask', placeholder: plainText(placeholder), options }];
}

/** A cell of words. */
export function cell(text: string | null | undefined): Element {
  const shown = clip((text ?? '').replace(/\s+/g, ' ').trim(), limits.tableCell);
  return { type: 'raw_text', text: shown === '' ? '—' : shown };
}

/** A cell that sorts by its number; without a number a cell of words. */
export function numberCell(value: number | null | undefined, text: string): Element {
  return typeof value === 'number' && Number.isFinite(value)
    ? { type: 'raw_number', value, text: text === '' ? String(value) : text }
    : cell(text);
}

/** A table that people can sort; a column that says the same in every row, or nothing, stands in the caption instead. */
export function dataTable(caption: string, header: string[], rows: Element[][], nameColumn = 0): Block[] {
  if (rows.length === 0) return [];
  const columns = header.map((title, place) => ({
    title,
    place,
    same: place === nameColumn ? null : sameInAll(rows, place),
  }));
  const kept = columns.filter(({ same }) => same === null);
  const told = columns.flatMap(({ title, same }) =>
    same === null || same === '—' ? [] : `${title} ${same}`,
  );
  return [
    {
      type: 'data_table',
      caption: clip(told.length > 0 ? `${caption}　共通：${told.join('・')}` : caption, limits.sectionText),
      rows: [
        kept.map(({ title }) => cell(title)),
        ...rows.map((row) => kept.map(({ place }) => row[place] ?? cell(''))),
      ],
      page_size: 10,
      row_header_column_index: kept.findIndex(({ place }) => place === nameColumn),
    },
  ];
}

/** The words of a column that differ in no row; null where they do, and in one row alone unless it is empty. */
function sameInAll(rows: readonly Element[][], place: number): string | null {
  const texts = new Set(rows.map((row) => String(row[place]?.text ?? '')));
  const [only = ''] = texts;
  if (texts.size > 1) return null;
  return rows.length > 1 || only === '—' ? only : null;
}
