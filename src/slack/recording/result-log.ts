// The recorded results as this copy knows them: read from the store, and whether that ever succeeded.
import type { SlackParts } from '../context.ts';

export interface ResultLog {
  /** Reads what is new. @throws StoreUnavailable */
  take(): Promise<void>;
  /** False until the log was read once: answers then lack results that staff recorded. */
  wasRead(): boolean;
}

export function createResultLog({ store, bot }: Pick<SlackParts, 'store' | 'bot'>): ResultLog {
  let read = false;
  return {
    async take() {
      const entries = await store.entriesAfter(bot.repository.lastSeq());
      if (entries.length > 0) bot.repository.applyEntries(entries);
      read = true;
    },
    wasRead: () => read,
  };
}
