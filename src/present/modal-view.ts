// The pieces modals and App Home are made of: views, inputs with their options, and a modal that only says something.
import { clip, limits } from './block-limits.ts';
import { type Block, type Element, plainText } from './blocks/block.ts';

/** A view as JSON; wider than the SDK's types. */
export type View = { type: 'modal' | 'home'; blocks: Block[] } & Record<string, unknown>;

/** Slack's limits of a view, in code points. */
export const viewLimits = { title: 24, metadata: 3000, blocks: 100 } as const;

/** What a modal is made of. */
export interface ModalParts {
  title: string;
  blocks: Block[];
  /** Needed with any input. */
  submit?: string;
  close?: string;
  callbackId?: string;
  /** What the next step must know, as JSON text. */
  metadata?: string;
}

/** A modal within Slack's limits; too many blocks are cut. */
export function modal(parts: ModalParts): View {
  return {
    type: 'modal',
    title: plainText(clip(parts.title, viewLimits.title)),
    close: plainText(clip(parts.close ?? '閉じる', viewLimits.title)),
    ...(parts.submit ? { submit: plainText(clip(parts.submit, viewLimits.title)) } : {}),
    ...(parts.callbackId ? { callback_id: parts.callbackId } : {}),
    ...(parts.metadata ? { private_metadata: parts.metadata } : {}),
    blocks: parts.blocks.slice(0, viewLimits.blocks),
  };
}

/** A modal with words only; `users` and `groups` are mentioned below, which notifies nobody in a view. */
export function noticeModal(title: string, lines: readonly string[], mentions: readonly string[] = []): View {
  return modal({ title, blocks: [words(...lines), ...mentionLine(mentions)] });
}

/** A section's title. */
export function heading(title: string): Block {
  return { type: 'header', text: plainText(clip(title, 150)) };
}

/** Paragraphs of plain words. */
function words(...lines: readonly string[]): Block {
  return { type: 'section', text: plainText(clip(lines.join('\n'), limits.sectionText)) };
}

/** People (U…) and user groups (S…) by their ids, so that Slack shows their names. */
function mentionLine(ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const elements = ids
    .slice(0, 20)
    .flatMap((id, i) => [...(i > 0 ? [{ type: 'text', text: ' ' }] : []), mention(id)]);
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

/** One person or group as an element of rich text; what is no id stays text. */
export function mention(id: string): Element {
  if (/^[UW][A-Z0-9]+$/.test(id)) return { type: 'user', user_id: id };
  if (/^S[A-Z0-9]+$/.test(id)) return { type: 'usergroup', usergroup_id: id };
  return { type: 'text', text: id === '' ? '（記録者なし）' : id };
}

/** An option of a select; its value is at most 150 characters. */
export function option(label: string, value: string): Element {
  const shown = clip(label, limits.optionText);
  return { text: plainText(shown === '' ? value : shown), value };
}

/** What an input block is made of. */
export interface InputParts {
  id: string;
  label: string;
  element: Element;
  optional?: boolean;
  hint?: string;
  /** Slack sends every change at once. */
  live?: boolean;
}

/** An input block; `block_id` is its id, at which errors are shown. */
export function input(parts: InputParts): Block {
  return {
    type: 'input',
    block_id: parts.id,
    label: plainText(parts.label),
    element: parts.element,
    ...(parts.optional ? { optional: true } : {}),
    ...(parts.hint ? { hint: plainText(clip(parts.hint, 2000)) } : {}),
    ...(parts.live ? { dispatch_action: true } : {}),
  };
}

/** A choice of one; `initial` must be among the options. */
export function select(
  actionId: string,
  options: Element[],
  initial?: string,
  placeholder?: string,
): Element {
  const chosen = options.find((one) => one.value === initial);
  return {
    type: 'static_select',
    action_id: actionId,
    options: options.slice(0, limits.options),
    ...(chosen ? { initial_option: chosen } : {}),
    ...(placeholder ? { placeholder: plainText(placeholder) } : {}),
  };
}

/** What stands in the inputs of a view, as far as text and choices go: block id → value. */
export function valuesOf(state: unknown): Record<string, string> {
  const values = (state as { values?: Record<string, Record<string, Entered>> } | undefined)?.values ?? {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([block, actions]) =>
      Object.values(actions)
        .slice(0, 1)
        .map((one) => [block, (one.value ?? one.selected_option?.value ?? '').trim()]),
    ),
  );
}

interface Entered {
  value?: string | null;
  selected_option?: { value?: string } | null;
}
