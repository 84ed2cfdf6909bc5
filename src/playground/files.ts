// Files in memory, the oldest go first: what people send the bot, and what the bot uploads and then shares.
import { randomUUID } from 'node:crypto';

/** A file with its bytes; null while they are awaited. */
export interface StoredFile {
  id: string;
  name: string;
  user: string;
  length: number;
  bytes: Buffer | null;
  /** Whether people may open it. */
  shared: boolean;
}

/** The newest `most` files of one side. */
export function createFiles(most: number) {
  const files = new Map<string, StoredFile>();
  return {
    find: (id: string): StoredFile | undefined => files.get(id),
    /** A place for a file of this length; its id is not to be guessed. */
    open(name: string, length: number, user: string): StoredFile {
      const id = `F${randomUUID().replaceAll('-', '').toUpperCase()}`;
      const file = { id, name, user, length, bytes: null, shared: false };
      files.set(id, file);
      for (const oldest of [...files.keys()].slice(0, -most)) files.delete(oldest);
      return file;
    },
    put(name: string, bytes: Buffer, user: string): StoredFile {
      return Object.assign(this.open(name, bytes.length, user), { bytes });
    },
  };
}
