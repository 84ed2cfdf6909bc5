// Command names as this workspace has them: with the prefix `hakaru-`, `/kpi 移住` is shown as `/hakaru-kpi 移住`.

const names = ['kpi', 'jigyo', 'yosan', 'machi'] as const;
/** The commands by their plain names. */
export const commandNames: readonly (typeof names)[number][] = names;

/** Puts the prefix before every command of a text. */
export function withPrefix(text: string, prefix: string): string {
  if (prefix === '') return text;
  return text.replace(/(^|[^\w/.])\/(kpi|jigyo|yosan|machi)(?![\w-])/g, `$1/${prefix}$2`);
}

/** The other way: what people typed with the prefix, as the bot reads it. */
export function withoutPrefix(text: string, prefix: string): string {
  if (prefix === '') return text;
  const trimmed = text.trimStart();
  return trimmed.startsWith(`/${prefix}`) ? `/${trimmed.slice(prefix.length + 1)}` : text;
}
