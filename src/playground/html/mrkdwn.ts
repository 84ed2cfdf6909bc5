// Slack's mrkdwn → HTML, in time that grows with the text's length. Every piece of text is escaped; tags come only from this file.
import { escapeHtml } from './escape.ts';
import { mention, type RenderContext } from './text.ts';

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
    .replace(/`([^`\n]+)`/g, (_, code: string) => keep(`<code>${escapeHtml(decode(code))}</code>`))
    .replace(/<([^<>\n]+)>/g, (_, inner: string) => keep(reference(inner, context)))
    .replace(/https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g, (url) =>
      keep(anchor(decode(url), escapeHtml(decode(url)))),
    );
  const lines = decode(marked).split('\n').map(format);
  return lines.join('<br>').replace(/\ue000(\d+)\ue001/g, (_, index: string) => pieces[Number(index)] ?? '');
}

/** Slack escapes exactly these three. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A link to the web; another address (`javascript:`, `data:`) is shown as text. */
function anchor(url: string, label: string): string {
  if (!/^https?:\/\/[^\s<>"']+$/i.test(url)) return label;
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${label}</a>`;
}

/** `@U…`, `#C…`, `!here`, or an address, with an optional `|label`. */
function reference(inner: string, context: RenderContext): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : decode(inner.slice(bar + 1));
  const name = target.slice(1);
  if (target.startsWith('@')) return mention(`@${context.userName(name) ?? label ?? name}`);
  if (target.startsWith('#')) return mention(`#${context.channelName(name) ?? label ?? name}`);
  if (/^!(here|channel|everyone)$/.test(target)) return mention(`@${name}`);
  if (target.startsWith('!')) return mention(label ?? name);
  return anchor(decode(target), escapeHtml(label ?? decode(target)));
}

const tags: Record<string, string> = { '*': 'strong', _: 'em', '~': 's' };
/**
 * A marker opens after the line's start, a blank or ASCII punctuation, and closes before the same: `これは*太字*です` stays as typed.
 * Slack, 2026-11: Japanese letters count as letters.
 */
const edge = /[\s!"#$%&'()+,\-./:;<=>?@[\\\]^{|}*_~\ue000\ue001]/;
const isEdge = (character: string | undefined) => character === undefined || edge.test(character);

/**
 * Bold, italic and struck text of one line. What stands between two markers cannot hold a third of their kind,
 * so it goes at most three deep, and each marker looks no further than the next of its kind.
 */
function format(line: string): string {
  let html = '';
  let done = 0;
  for (let at = 0; at < line.length; at++) {
    const marker = line.charAt(at);
    const tag = tags[marker];
    if (tag === undefined || !isEdge(line[at - 1])) continue;
    const end = line.indexOf(marker, at + 1);
    const inner = line.slice(at + 1, Math.max(at + 1, end));
    if (inner === '' || /^\s|\s$/.test(inner) || !isEdge(line[end + 1])) continue;
    html += `${escapeHtml(line.slice(done, at))}<${tag}>${format(inner)}</${tag}>`;
    done = end + 1;
    at = end;
  }
  return html + escapeHtml(line.slice(done));
}
