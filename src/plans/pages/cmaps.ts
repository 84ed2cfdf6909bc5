// The tables by which old Japanese fonts number their characters (90ms-RKSJ-H, UniJIS-UCS2-H …): a PDF only names them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** index/cmaps above this code, be it src/ or the bundle in dist/. */
function folder(): string {
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, 'index', 'cmaps')) && above !== dirname(above)) above = dirname(above);
  return join(above, 'index', 'cmaps');
}

/** What PDF.js asks for a table it needs; any other data (fonts to draw with) is not needed for text. */
export class JapaneseCMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not held: ${filename}`);
    return new Uint8Array(await readFile(join(folder(), filename)));
  }
}
