// The part of standard Markdown the markdown block is used for: headings, lists, quotes, code, tables of text, bold, italic, links.
import { withEmoji } from './emoji.ts';
import { escapeHtml, webLink } from './escape.ts';

export function markdownHtml(text: string): string {
  const html: string[] = [];
  const lines = text.split('\n');
  let at = 0;
  const takeWhile = (pattern: RegExp) => {
    const taken: string[] = [];
    while (at < lines.length && pattern.test(lines[at] ?? '')) taken.push(lines[at++] ?? '');
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.startsWith('```')) {
      at += 1;
      html.push(`<pre>${escapeHtml(takeWhile(/^(?!```)/).join('\n'))}</pre>`);
      at += 1;
    } else if (heading) {
      at += 1;
      html.push(`<p class="bk-heading">${inline(heading[2] ?? '')}</p>`);
    } else if (/^\s*[-*+]\s+/.test(line)) {
      html.push(
        `<ul>${takeWhile(/^\s*[-*+]\s+/)
          .map((item) => `<li>${inline(item.replace(/^\s*[-*+]\s+/, ''))}</li>`)
          .join('')}</ul>`,
      );
    } else if (/^\s*\d+\.\s+/.test(line)) {
      html.push(
        `<ol>${takeWhile(/^\s*\d+\.\s+/)
          .map((item) => `<li>${inline(item.replace(/^\s*\d+\.\s+/, ''))}</li>`)
          .join('')}</ol>`,
      );
    } else if (line.startsWith('>')) {
      html.push(
        `<blockquote>${takeWhile(/^>/)
          .map((item) => inline(item.replace(/^>\s?/, '')))
          .join('<br>')}</blockquote>`,
      );
    } else if (/^\s*(---+|\*\*\*+)\s*$/.test(line)) {
      at += 1;
      html.push('<hr>');
    } else if (line.trim() === '') at += 1;
    else
      html.push(
        `<p>${
          takeWhile(/^(?!\s*$|#{1,6}\s|```|>|\s*[-*+]\s|\s*\d+\.\s)/)
            .map(inline)
            .join('<br>') || inline(lines[at++] ?? '')
        }</p>`,
      );
  }
  return html.join('');
}

/** Inline marks; leaves are escaped. */
function inline(text: string): string {
  const match = /`([^`]+)`|\*\*(.+?)\*\*|~~(.+?)~~|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)/.exec(text);
  if (!match) return escapeHtml(withEmoji(text));
  const [whole, code, bold, struck, italic, label, url] = match;
  const before = escapeHtml(withEmoji(text.slice(0, match.index)));
  const rest = inline(text.slice(match.index + whole.length));
  const href = url === undefined ? null : webLink(url);
  const middle =
    code !== undefined
      ? `<code>${escapeHtml(code)}</code>`
      : bold !== undefined
        ? `<strong>${inline(bold)}</strong>`
        : struck !== undefined
          ? `<s>${inline(struck)}</s>`
          : italic !== undefined
            ? `<em>${inline(italic)}</em>`
            : href
              ? `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${inline(label ?? '')}</a>`
              : escapeHtml(whole);
  return before + middle + rest;
}
