// What is written here of Slack's mrkdwn, bold words and mentions → HTML. Every piece of text is escaped; tags come only from this file.
import { escapeHtml } from './escape.ts';
import { mention, type RenderContext } from './text.ts';

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
function reference(inner: string, context: RenderContext): string {
  const [target = '', label] = inner.split('|', 2);
  const name = target.slice(1);
  if (target.startsWith('@')) return mention(`@${context.userName(name) ?? label ?? name}`);
  if (target.startsWith('#')) return mention(`#${context.channelName(name) ?? label ?? name}`);
  return mention(label ?? `@${name}`);
}
