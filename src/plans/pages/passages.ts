// Pages → passages: sentences as they stand, each with its page and the heading above it. Rows of tables are left out, not read.
import type { LeftOut } from '../read-plan.ts';
import type { Line, Page } from './page.ts';
import { isTableLine } from './table-lines.ts';

/** A few sentences of a document, to be quoted. */
export interface Passage {
  text: string;
  /** The headings above it, the nearest first. */
  headings: string[];
  place: string;
}

/** A passage ends with the sentence that makes it as long as this. */
const enough = 120;

/** The passages of a document, and what of it none was made of. */
export function passagesOf(pages: readonly Page[]): { passages: Passage[]; leftOut: LeftOut[] } {
  const repeated = runningLines(pages);
  const leftOut: LeftOut[] = [];
  const text = new Text();
  for (const { lines, number } of pages) {
    const rest = lines.filter(
      (line) => !repeated.has(signOf(line)) && !/^[-–—\s]*\d{1,4}[-–—\s]*$/.test(textOf(line)),
    );
    const tables = rest.map((line, index) => isTableLine(line, rest[index - 1], rest[index + 1]));
    rest.forEach((line, index) => {
      if (tables[index]) text.close();
      else text.add(line);
    });
    const [first] = rest.filter((_, index) => tables[index]);
    const count = tables.filter(Boolean).length;
    const place = first?.place ?? `${number}ページ`;
    if (count > 0)
      leftOut.push({ what: `表と思われる${count}行`, why: '表の数字は推測せず、取り込まないため', place });
    if (lines.length === 0)
      leftOut.push({ what: `${number}ページ`, why: '文字がないため（画像のようです）', place });
  }
  text.close();
  return { passages: text.passages, leftOut };
}

const textOf = ({ parts }: Line) => parts.join(' ');
/** The same line on another page, but for its numbers. */
const signOf = (line: Line) => textOf(line).replace(/[\d０-９]+/g, '#');

/** Heads and feet: what stands at the edge of at least three pages. */
function runningLines(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages)
    for (const sign of new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(signOf)))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return new Set([...counts].flatMap(([sign, count]) => (count >= 3 ? [sign] : [])));
}

const bullet = /^(?:[・●○◆◇■□▪•◎▶※]|[-－]\s|[①-⑳]|[(（][\d０-９ア-ン一-十]{1,2}[)）])/;
const numbered =
  /^(?:第[\d０-９一二三四五六七八九十]+[章節編部項]|[\d０-９]{1,2}(?:[-－.．][\d０-９]{1,2})*[.．]?[\s　]|[(（][\d０-９]{1,2}[)）]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨ]|【[^】]+】$|[■◆●]|#{1,6}\s)/;

/** The running text, line after line. */
class Text {
  readonly passages: Passage[] = [];
  private chapter = '';
  private heading = '';
  /** The paragraph that is being read. */
  private open = '';
  private place = '';
  private goesOn = false;

  add(line: Line): void {
    const text = textOf(line);
    const isHeading = isHeadingLine(line, text) && !(this.goesOn && !line.large);
    if (isHeading) {
      this.close();
      this.heading = text.replace(/^#+\s*/, '');
      if (/^第.{1,3}[章編部]/.test(this.heading)) this.chapter = this.heading;
      return;
    }
    const follows = this.goesOn && !bullet.test(text);
    if (!follows) {
      // Short entries of one list make one passage.
      if (
        bullet.test(text) &&
        bullet.test(this.open) &&
        this.open.length + text.length <= enough &&
        !line.apart
      ) {
        this.open = `${this.open} ${text}`;
        this.goesOn = line.full && !/[。．]$/.test(text);
        return;
      }
      this.close();
      this.place = line.place;
    }
    this.open = this.open === '' ? text : joined(this.open, text);
    this.goesOn = line.full && !/。[」）)]?$/.test(text);
  }

  /** Ends the paragraph: a table, a heading or the next one comes. */
  close(): void {
    const headings = [...new Set([this.heading, this.chapter])].filter((text) => text !== '');
    for (const text of cut(this.open))
      if (/。/.test(text) || bullet.test(text) || text.length >= 15)
        this.passages.push({ text, headings, place: this.place });
    this.open = '';
    this.goesOn = false;
  }
}

function isHeadingLine({ large, full }: Line, text: string): boolean {
  if (text.length > 40 || /[。、,]$/.test(text)) return false;
  return large || (numbered.test(text) && !full);
}

function joined(before: string, after: string): string {
  return /[a-z0-9]$/i.test(before) && /^[a-z0-9]/i.test(after) ? `${before} ${after}` : `${before}${after}`;
}

/** Whole sentences, as many as make a passage. */
function cut(paragraph: string): string[] {
  const cuts: string[] = [];
  let passage = '';
  for (const sentence of paragraph.split(/(?<=。)(?![」』）)])/)) {
    if (passage !== '' && passage.length + sentence.length > enough) {
      cuts.push(passage);
      passage = '';
    }
    passage += sentence;
  }
  return [...cuts, passage].filter((text) => text !== '');
}
