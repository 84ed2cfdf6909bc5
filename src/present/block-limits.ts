// What Slack accepts in a message, in Unicode code points; kept in one place so that builders and fitting agree.

/** Counts of blocks and elements, lengths of texts. */
export const limits = {
  blocks: 50,
  /** All blocks together as JSON. Undocumented: about 13,000 with the text; the rest is room for `text` and the wrapping. */
  messageJson: 11_500,
  /** The `text` beside blocks: enough for a notification and a screen reader. */
  notice: 900,
  sectionText: 3000,
  contextElements: 10,
  contextText: 2000,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  options: 100,
  optionText: 75,
  optionValue: 150,
  tableCell: 300,
  chartTitle: 50,
  chartLabel: 20,
  chartSeries: 6,
  chartCategories: 20,
} as const;

/** Length as Slack counts it: an emoji is one. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** At most `max` code points, the last one 「…」 when something was cut: `clip('あいうえ', 3)` → 「あい…」. */
export function clip(text: string, max: number): string {
  // Most texts are short: the length in UTF-16 units is never below the count of code points.
  if (text.length <= max) return text;
  const points = [...text];
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
}
