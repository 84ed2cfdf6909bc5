// Several KPIs in one cell: ・相談件数 ⏎ ・満足度, each line with its figure in the cells beside it.

/** The lines of a cell that lists: bullets, or ①②③; one line without marks is one entry. */
export function listedIn(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const marked = /^(?:[・●○◆◇■□▪•*＊-]|[①-⑳]|[(（]\d{1,2}[)）]|\d{1,2}[.．、)）](?!\d))\s*/;
  const starts = lines.filter((line) => marked.test(line) && !/^-\d/.test(line)).length;
  // ①相談件数 alone: of a list of one the sign is no part of the name or of the figure.
  if (starts === 1 && /^[①-⑳]\s*\S/.test(lines[0] ?? '') && lines.length === 1)
    return [text.trim().replace(/^[①-⑳]\s*/, '')];
  if (starts < 2 || !marked.test(lines[0] ?? '')) return [text];
  const entries: string[] = [];
  for (const line of lines) {
    // A line without a mark goes on from the one above.
    if (marked.test(line)) entries.push(line.replace(marked, ''));
    else entries[entries.length - 1] += line;
  }
  return entries;
}

/** The figures for `count` KPIs in one cell; null when their number is another. */
export function figuresFor(text: string, count: number): string[] | null {
  if (count === 1) return listedIn(text).length === 1 ? listedIn(text) : [text];
  if (text.trim() === '') return Array.from({ length: count }, () => '');
  const listed = listedIn(text);
  if (listed.length === count) return listed;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === count ? lines : null;
}
