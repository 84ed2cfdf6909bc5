// PDF files written by hand: text at a place on a page, in a font that carries no characters of its own.

/** A piece of text on a page; `y` counts from the foot. */
export interface Drawn {
  text: string;
  x: number;
  y: number;
  size?: number;
}

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

const two = (value: number) => value.toString(16).padStart(2, '0');
/** Every code is its character; a range may not go over the end of a byte, a block holds a hundred. */
const ranges = [0, 1, 2].map((block) => {
  const rows = Array.from({ length: 256 }, (_, high) => two(high))
    .slice(block * 100, block * 100 + 100)
    .map((high) => `<${high}00> <${high}ff> <${high}00>`);
  return `${rows.length} beginbfrange ${rows.join(' ')} endbfrange`;
});

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${ranges.join('\n')}
endcmap end end`;

/** A font that lies in no file: its encoding is only named, as old Japanese PDFs do. */
export interface NamedFont {
  encoding: string;
  /** The codes of a text in hex. */
  codes(text: string): string;
}

/** The bytes of a PDF with these pages. */
export function pdfOf(pages: readonly (readonly Drawn[])[], named?: NamedFont): Buffer {
  const stream = (content: string) =>
    `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;
  const first = 6;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, place) => `${first + 2 * place} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    named
      ? `<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /${named.encoding} /DescendantFonts [4 0 R] >>`
      : '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    named
      ? '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>'
      : '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    stream(toUnicode),
    ...pages.flatMap((drawn, place) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 1 + 2 * place} 0 R >>`,
      stream(
        drawn
          .map(
            ({ text, x, y, size = 10 }) =>
              `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${(named?.codes ?? hex)(text)}> Tj ET`,
          )
          .join('\n'),
      ),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  objects.forEach((content, place) => {
    offsets.push(Buffer.byteLength(file));
    file += `${place + 1} 0 obj\n${content}\nendobj\n`;
  });
  const table = Buffer.byteLength(file);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file);
}

/** Lines of running text, one below the other from the head of a page. */
export function paragraph(lines: readonly string[], y: number): Drawn[] {
  return lines.map((text, place) => ({ text, x: 60, y: y - 16 * place }));
}
