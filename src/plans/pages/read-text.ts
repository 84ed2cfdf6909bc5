// A text file as lines; a blank line parts two paragraphs.
import type { Line, Page } from './page.ts';

/** Lines as long as this go on in the next one: somebody has broken them by hand. */
const wrapped = 30;

/** The text as one page; its places are its lines. */
export function readText(text: string): Page[] {
  return [{ number: 1, lines: linesOf(text) }];
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  let number = 0;
  for (const raw of text.split(/\r\n?|\n/)) {
    number += 1;
    const line = raw.trim();
    if (line === '') {
      apart = true;
      continue;
    }
    const parts = line.split(/\t+|[ 　]{3,}|(?<=\|)|(?=\|)/).filter((part) => !/^[|\s]*$/.test(part));
    lines.push({
      place: `${number}行目`,
      parts: parts.map((part) => part.trim()),
      full: line.length >= wrapped,
      large: /^#{1,6}\s/.test(line),
      apart,
    });
    apart = false;
  }
  return lines;
}
