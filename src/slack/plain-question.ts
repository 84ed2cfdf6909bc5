// The words of a message as a person typed them: what Slack and people's habits put around them is taken off.

/** Nobody types more by hand; a longer text would only cost time. */
const longest = 4000;

/** Mentions, links, dates, emoji, markup, quotes and invisible characters out; escapes undone; `／ＫＰＩ` is `/kpi`. */
export function plainQuestion(text: string): string {
  const words = text
    .slice(0, longest)
    .replace(/<@[^>]*>/g, ' ')
    .replace(/<!subteam\^[^|>]*\|?([^>]*)>/g, '$1')
    // <!date^1392734382^{date}|2014/2/18> → 2014/2/18
    .replace(/<![^|>]*\|?([^>]*)>/g, '$1')
    .replace(/<#[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<(?:https?|mailto|tel):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^>]*)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
  return readCommand(withoutMarkup(words)).trim();
}

/** `*移住*のKPI :pray:` → 移住のKPI; a single `*`, `_` or `~` within words stays. */
function withoutMarkup(text: string): string {
  return (
    text
      .replace(
        /(^|[\s\p{P}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]):[a-z0-9_+-]{2,40}:/gu,
        '$1 ',
      )
      .replace(/```|`/g, '')
      // Emphasis stands in pairs on one line.
      .replace(/(^|[^\w*])\*([^*\n]+)\*/g, '$1$2')
      .replace(/(^|[^\w_])_([^_\n]+)_(?!\w)/g, '$1$2')
      .replace(/(^|[^\w~])~([^~\n]+)~/g, '$1$2')
      // A quoted line is asked about like any other.
      .replace(/^[ \t]*>{1,3}[ \t]?/gm, '')
      .replace(/^\s*["“”「『]([^"“”「」『』]+)["“”」』]\s*$/u, '$1')
  );
}

/** A full-width command, as Japanese keyboards type it. */
function readCommand(text: string): string {
  return text.replace(/^\s*[／/]([Ａ-Ｚａ-ｚA-Za-z－-]+)(?=[\s\u3000]|$)/u, (all) =>
    all.normalize('NFKC').toLowerCase(),
  );
}
