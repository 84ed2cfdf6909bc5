// □拡充　■現状維持　□縮小: of several printed choices the one that is ticked.

const ticked = '■☑☒✅✔✓';
const open = '□☐';
const choice = new RegExp(`([${ticked}])|([${open}])`, 'g');

/** The ticked words of such a cell; the text itself where it offers no choice. */
export function chosenIn(text: string): string {
  const marks = [...text.matchAll(choice)];
  const [first] = marks;
  if (!first || marks.length < 2 || text.slice(0, first.index).trim() !== '') return text;
  const options = marks.map((mark, place) => ({
    taken: mark[1] !== undefined,
    word: text
      .slice(mark.index + mark[0].length, marks[place + 1]?.index)
      .replace(/[\s、,・/／]+$/, '')
      .trim(),
  }));
  // ■ and □ in front of sentences are bullets.
  if (options.some(({ word }) => word === '' || word.length > 20)) return text;
  const taken = options.filter((one) => one.taken);
  if (taken.length === 0 || taken.length === options.length) return text;
  return taken.map(({ word }) => word).join('、');
}

/** Whether a cell is one of several choices printed side by side. */
export function isChoice(text: string): boolean {
  return new RegExp(`^[${ticked}${open}]\\s*[^${ticked}${open}]{1,20}$`).test(text);
}
