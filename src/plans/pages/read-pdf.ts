// PDF by unpdf: pages as lines. What stands side by side with a wide gap is kept apart, so that no table is read as a sentence.
import { normalize } from '../../language/normalize.ts';
import { maxPages } from '../grid/limits.ts';
import { RefusedFile } from '../grid/refusal.ts';
import { JapaneseCMaps } from './cmaps.ts';
import type { Line, Page } from './page.ts';

/** A piece of text as the PDF draws it. */
interface Piece {
  text: string;
  left: number;
  right: number;
  /** Height of its base line above the foot of the page. */
  base: number;
  size: number;
}

/** Every page with its lines. @throws RefusedFile */
export async function readPdf(bytes: Uint8Array, onProgress: (share: number) => void): Promise<Page[]> {
  const { getDocumentProxy } = await import('unpdf');
  // The reader takes the bytes away from whoever holds them.
  const options = { verbosity: 0, cMapUrl: 'index/cmaps/', BinaryDataFactory: JapaneseCMaps };
  const pdf = await getDocumentProxy(new Uint8Array(bytes), options).catch((cause: Error) => {
    throw cause.name === 'PasswordException'
      ? new RefusedFile('locked', 'パスワードで保護されたPDFです', 'パスワードを外して保存し直してください', {
          cause,
        })
      : new RefusedFile('broken', 'PDFとして開けません', 'PDFを作り直して送ってください', { cause });
  });
  if (pdf.numPages > maxPages)
    throw new RefusedFile(
      'too-large',
      `ページ数が上限（${maxPages}ページ）を超えています`,
      '章ごとにPDFを分けてください',
    );
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push({ number, lines: linesOf(items.flatMap(pieceOf), `${number}ページ`) });
    page.cleanup();
    onProgress(number / pdf.numPages);
  }
  await pdf.destroy();
  if (pages.every(({ lines }) => lines.length === 0) || isGarbled(pages))
    throw new RefusedFile(
      'no-text',
      'PDFから文字を取り出せません（紙を読み取った画像か、文字の対応を持たないフォントのようです）',
      '元のWordやExcelから作ったPDFか、文字認識（OCR）をかけたPDFを送ってください',
    );
  return pages;
}

/** Fonts without their characters give signs at random: Japanese sentences hold hiragana. */
function isGarbled(pages: readonly Page[]): boolean {
  const text = pages.flatMap(({ lines }) => lines.flatMap(({ parts }) => parts)).join('');
  const letters = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  return letters > 300 && (text.match(/[ぁ-ん]/g)?.length ?? 0) < letters * 0.02;
}

function pieceOf(item: object): Piece[] {
  if (!('str' in item) || typeof item.str !== 'string' || !('transform' in item)) return [];
  const [, , , , left = 0, base = 0] = item.transform as number[];
  const { width = 0, height = 0 } = item as { width?: number; height?: number };
  const text = written(item.str);
  return text.trim() === '' ? [] : [{ text, left, right: left + width, base, size: height || 10 }];
}

/** ⽬ and ⻑ are radicals that fonts carry for 目 and 長. */
function written(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, normalize).replaceAll('\u0000', '');
}

/** Pieces in the order they are drawn; one that begins elsewhere begins a line. */
function linesOf(pieces: readonly Piece[], place: string): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const same =
      last && Math.abs(last.base - piece.base) < last.size / 2 && piece.left > last.left - last.size / 2;
    if (row && same) row.push(piece);
    else rows.push([piece]);
  }
  const sizes = rows.map(sizeOf);
  const body = median(
    pieces.flatMap(({ text, size }) => Array.from<number>({ length: text.length }).fill(size)),
  );
  return rows.map((row, index) => {
    const size = sizes[index] ?? body;
    const above = rows[index - 1];
    const step = above ? (above[0]?.base ?? 0) - (row[0]?.base ?? 0) : 0;
    return {
      place,
      parts: partsOf(row),
      full: edgeOf(rows, row[0]?.left ?? 0, size) - (row.at(-1)?.right ?? 0) < 2.5 * size,
      large: size > body * 1.12,
      apart: above === undefined || step < 0 || step > 2.2 * size,
    };
  });
}

/** The right edge of the column that begins about here. */
function edgeOf(rows: readonly Piece[][], left: number, size: number): number {
  const beside = rows.filter(([first]) => first && Math.abs(first.left - left) < 2.5 * size);
  return Math.max(...beside.map((row) => row.at(-1)?.right ?? 0));
}

const sizeOf = (row: readonly Piece[]) => Math.max(...row.map(({ size }) => size));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A gap of more than one sign and a half parts two cells; a smaller one is a blank, where letters stand on both sides. */
function partsOf(row: readonly Piece[]): string[] {
  const parts: string[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, left, right, size } of row) {
    const gap = left - end;
    const before = parts.at(-1);
    if (before === undefined || gap > 1.5 * size) parts.push(text);
    else parts[parts.length - 1] = `${before}${gap > 0.2 * size ? ' ' : ''}${text}`;
    end = right;
  }
  return parts.map(withoutGaps).filter((part) => part !== '');
}

/** 移 住 の 促 進 → 移住の促進; 第2章 空き家 keeps its blank. */
function withoutGaps(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![^ ])(?:[^\u0000-\u00ff ] ){2,}[^\u0000-\u00ff ](?![^ ])/g, (spaced) =>
      spaced.replaceAll(' ', ''),
    )
    .trim();
}
