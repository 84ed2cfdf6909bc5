// Text objects: mrkdwn or plain.
import { obj, str } from '../json.ts';
import type { RenderContext } from './context.ts';
import { withEmoji } from './emoji.ts';
import { escapeHtml } from './escape.ts';
import { mrkdwn } from './mrkdwn.ts';

/** A text object as HTML; line breaks kept. */
export function textHtml(value: unknown, context: RenderContext): string {
  const text = obj(value);
  if (text.type === 'mrkdwn') return mrkdwn(str(text.text), context);
  return plainHtml(str(text.text));
}

/** Plain text as HTML; nothing in it is markup. */
export function plainHtml(text: string): string {
  return escapeHtml(withEmoji(text)).replaceAll('\n', '<br>');
}

/** The words of a text object, for labels and attributes. */
export function words(value: unknown): string {
  return withEmoji(str(obj(value).text));
}
