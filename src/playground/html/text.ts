// Text objects: mrkdwn or plain; and what drawing needs to know besides the blocks.
import { type Obj, obj, str } from '../json.ts';
import { escapeHtml } from './escape.ts';
import { mrkdwn } from './mrkdwn.ts';

export interface RenderContext {
  /** Names behind `<@U…>` and `<#C…>`; undefined when unknown. */
  userName(id: string): string | undefined;
  channelName(id: string): string | undefined;
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

/** Somebody or something named in a text. */
export function mention(text: string): string {
  return `<span class="mention">${escapeHtml(text)}</span>`;
}
