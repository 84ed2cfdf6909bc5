// A page as lines of text, whatever it came from: what passages are made of.

/** One line as it stands on the page. */
export interface Line {
  /** 3ページ, 12行目. */
  place: string;
  /** Its parts, left to right; a wide gap lies between two of them, as between the cells of a table. */
  parts: string[];
  /** It ends at the right edge of its column, so that the sentence may go on in the next one. */
  full: boolean;
  /** It is printed larger than the running text. */
  large: boolean;
  /** A wider gap than between lines lies above it. */
  apart: boolean;
}

/** A page of a PDF, or the whole of a text. */
export interface Page {
  /** Of a PDF: counted from 1. */
  number: number;
  lines: Line[];
}
