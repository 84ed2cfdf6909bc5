// Text as HTML: escaping (the only way text becomes HTML here), plain text, and what is used here of Slack's mrkdwn: bold words and mentions.
import { type Obj, obj, str } from '../json.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe inside an element and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** ` name="value"` for each given value; absent ones are left out, `true` stands alone. */
export function attributes(values: Record<string, string | number | boolean | null | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');
}

export interface RenderContext {
  /** The name behind `<@U…>` or `<#C…>`; undefined when unknown. */
  nameOf(id: string): string | undefined;
  channels: { id: string; name: string }[];
  people: { id: string; name: string }[];
  /** Channel for `default_to_current_conversation`. */
  currentChannel: string;
  /** What stands in the inputs: block id → action id → Slack's state object. */
  state: Record<string, Record<string, Obj>>;
  /** Makes element ids unique in the page. */
  idPrefix: string;
}

/** A text object as HTML; line breaks kept. */
export function textHtml(value: unknown, context: RenderContext): string {
  const text = obj(value);
  return text.type === 'mrkdwn' ? mrkdwn(str(text.text), context) : plainHtml(str(text.text));
}

/** Plain text as HTML; nothing in it is markup. */
export function plainHtml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** The words of a text object, for labels and attributes. */
export function words(value: unknown): string {
  return str(obj(value).text);
}

function mention(text: string): string {
  return `<span class="mention">${escapeHtml(text)}</span>`;
}

/** The text of a mrkdwn object as HTML. */
export function mrkdwn(text: string, context: RenderContext): string {
  return text
    .split(/(<[@#!][^<>\n]+>)/)
    .map((part, i) => (i % 2 === 1 ? reference(part.slice(1, -1), context) : written(part)))
    .join('');
}

/**
 * A marker opens after the line's start, a blank or ASCII punctuation, and closes before the same: `これは*太字*です` stays as typed.
 * Slack, 2026-11: Japanese letters count as letters.
 */
const bold =
  /(?<=^|[\s!"#$%&'()+,\-./:;<=>?@[\\\]^{|}_~])\*(?!\s)([^*\n]+)(?<!\s)\*(?=$|[\s!"#$%&'()+,\-./:;<=>?@[\\\]^{|}_~])/gm;

function written(text: string): string {
  return escapeHtml(decode(text)).replace(bold, '<strong>$1</strong>').replaceAll('\n', '<br>');
}

/** Slack escapes exactly these three. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** `@U…`, `#C…` or `!here`, with an optional `|label`. */
export function reference(inner: string, context: RenderContext): string {
  const [target = '', label] = inner.split('|', 2);
  const name = target.slice(1);
  if (target.startsWith('!')) return mention(label ?? `@${name}`);
  return mention(`${target[0]}${context.nameOf(name) ?? label ?? name}`);
}
