// Files the bot uploads: a place is named, the bytes come there, then the file is shared. Kept in memory, the oldest go first.
import { randomUUID } from 'node:crypto';

/** A file with its bytes; null while they are awaited. */
interface Kept {
  name: string;
  length: number;
  bytes: Buffer | null;
  shared: boolean;
}

const most = 50;

/** The store of files of one playground. */
export function createFiles() {
  const files = new Map<string, Kept>();
  return {
    /** A place for a file of this length; its id is not to be guessed. */
    open(name: string, length: number): string {
      const id = `F${randomUUID().replaceAll('-', '').toUpperCase()}`;
      files.set(id, { name, length, bytes: null, shared: false });
      const [oldest] = files.keys();
      if (files.size > most && oldest !== undefined) files.delete(oldest);
      return id;
    },
    awaits: (id: string): boolean => files.get(id)?.bytes === null,
    /** False when the length is not the one announced. */
    take(id: string, bytes: Buffer): boolean {
      const file = files.get(id);
      if (!file || file.length !== bytes.length) return false;
      file.bytes = bytes;
      return true;
    },
    /** Makes an uploaded file one that people can open; null when its bytes never came. */
    share(id: string): { id: string; name: string; size: number } | null {
      const file = files.get(id);
      if (!file?.bytes) return null;
      file.shared = true;
      return { id, name: file.name, size: file.length };
    },
    shared(id: string): { name: string; bytes: Buffer } | null {
      const file = files.get(id);
      return file?.shared && file.bytes ? { name: file.name, bytes: file.bytes } : null;
    },
  };
}
