// Texts that Slack parses as mrkdwn: nothing from data or people may become a mention, a link or a command.

/** `<!channel>` → `&lt;!channel&gt;` */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
