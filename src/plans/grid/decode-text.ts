// Bytes of a CSV, TSV or JSON file → text: UTF-8, UTF-8 with mark, UTF-16, and Excel's CP932.
import { RefusedFile } from './refusal.ts';

/** The text without its byte order mark, and what it was written in. @throws RefusedFile */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes), encoding: 'UTF-16' };
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: decode('utf-8', bytes), encoding: 'UTF-8（BOM付き）' };
  const without = unmarkedUtf16(bytes);
  if (without) return { text: decode(without, bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: decode('shift_jis', bytes), encoding: 'CP932（Shift_JIS）' };
  }
}

/** WHATWG's shift_jis is CP932: it knows ①, ㈱ and 髙. */
function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RefusedFile(
      'encoding',
      '文字コードを読み取れません',
      'Excelで開き、「CSV UTF-8（コンマ区切り）」または「Excelブック（.xlsx）」で保存し直してください',
      { cause },
    );
  }
}

/** Every other byte of the head is 0: commas and digits in UTF-16 without a mark. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 10 && even === 0) return 'utf-16le';
  if (even > head.length / 10 && odd === 0) return 'utf-16be';
  return undefined;
}
