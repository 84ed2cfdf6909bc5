// Keys of masks: what a cell says, or a digest of it.
import { createHash } from 'node:crypto';

/** An index entry has no room for a whole paragraph. */
export const keyOf = (key: string) =>
  key.length > 200 ? createHash('sha256').update(key).digest('hex') : key;
