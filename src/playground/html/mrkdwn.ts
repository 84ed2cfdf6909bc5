// Slack's mrkdwn → HTML. Every piece of text is escaped; tags come only from this file.
import type { RenderContext } from './context.ts';
import { formatDate } from './date.ts';
import { withEmoji } from './emoji.ts';
import { escapeHtml, webLink } from './escape.ts';

/** Stand for finished pieces (code, links) while the rest is formatted; removed from the input first. */
const open = '\ue000';
const close = '\ue001';

/** The text of a mrkdwn object as HTML. */
export function mrkdwn(text: string, context: RenderContext): string {
  const pieces: string[] = [];
  const keep = (html: string) => {
    pieces.push(html);
    return `${open}${pieces.length - 1}${close}`;
  };
  const marked = text
    .replace(/[\ue000\ue001]/g, '')
    .replace(/```\n?([\s\S]+?)\n?```/g, (_, code: string) => keep(`<pre>${escapeHtml(decode(code))}</pre>`))
    .replace(/`([^`\n]+)`/g, (_, code: string) => keep(`<code>${escapeHtml(decode(code))}</code>`))
    .replace(/<([^<>\n]+)>/g, (_, inner: string) => keep(reference(inner, context)))
    .replace(/https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g, (url) =>
      keep(anchor(decode(url), escapeHtml(decode(url)))),
    );
  const html = quotes(decode(marked));
  return html.replace(
    new RegExp(`${open}(\\d+)${close}`, 'g'),
    (_, index: string) => pieces[Number(index)] ?? '',
  );
}

/** Slack escapes exactly these three. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function anchor(url: string, label: string): string {
  const href = webLink(url);
  if (!href) return label;
  return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${label}</a>`;
}

/** `@U…`, `#C…`, `!here`, `!date^…`, or an address, with an optional `|label`. */
function reference(inner: string, context: RenderContext): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : decode(inner.slice(bar + 1));
  const mention = (text: string) => `<span class="mention">${escapeHtml(text)}</span>`;
  if (target.startsWith('@'))
    return mention(`@${context.userName(target.slice(1)) ?? label ?? target.slice(1)}`);
  if (target.startsWith('#'))
    return mention(`#${context.channelName(target.slice(1)) ?? label ?? target.slice(1)}`);
  if (target.startsWith('!date^')) return dateReference(target, label ?? '');
  if (/^!(here|channel|everyone)$/.test(target)) return mention(`@${target.slice(1)}`);
  if (target.startsWith('!')) return mention(label ?? target.slice(1));
  const url = decode(target);
  return anchor(url, escapeHtml(withEmoji(label ?? url)));
}

function dateReference(target: string, fallback: string): string {
  const [, timestamp = '', format = '', link] = target.split('^');
  const text = formatDate(Number(timestamp), format) ?? fallback;
  return link ? anchor(link, escapeHtml(text)) : `<time>${escapeHtml(text)}</time>`;
}

/** Lines that begin with `>` become quotes; the others are joined by line breaks. */
function quotes(text: string): string {
  let html = '';
  let quoted: string[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (quoted.length > 0) html += `<blockquote>${quoted.map(format).join('<br>')}</blockquote>`;
    if (plain.length > 0) html += plain.map(format).join('<br>');
    quoted = [];
    plain = [];
  };
  for (const line of text.split('\n')) {
    const isQuote = line.startsWith('>');
    if (isQuote ? plain.length > 0 : quoted.length > 0) flush();
    if (isQuote) quoted.push(line.replace(/^>+ ?/, ''));
    else plain.push(line);
  }
  flush();
  return html;
}

const tags: Record<string, string> = { '*': 'strong', _: 'em', '~': 's' };
/**
 * A marker opens after the line's start, a blank or ASCII punctuation, and closes before the same: `これは*太字*です` stays as typed.
 * Slack, 2026-11: Japanese letters count as letters.
 */
const span =
  /(^|[\s!"#$%&'()+,\-./:;<=>?@[\\\]^{|}*_~\ue001])([*_~])(?!\s|\2)((?:(?!\2).)*?[^\s])\2(?=$|[\s!"#$%&'()+,\-./:;<=>?@[\\\]^{|}*_~\ue000])/;

/** Bold, italic and struck text of one line. */
function format(line: string): string {
  const match = span.exec(line);
  if (!match) return escapeHtml(withEmoji(line));
  const [whole, before = '', marker = '', inner = ''] = match;
  const tag = tags[marker] ?? 'span';
  const start = line.slice(0, match.index) + before;
  const rest = line.slice(match.index + whole.length);
  return `${escapeHtml(withEmoji(start))}<${tag}>${format(inner)}</${tag}>${format(rest)}`;
}
