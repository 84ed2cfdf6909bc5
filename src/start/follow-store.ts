// Lays recorded results over the printed ones, again and again, so that recordings of other copies appear here.
import type { Logger } from 'pino';
import type { Repository } from '../data/repository.ts';
import { type Store, StoreUnavailable } from '../ports/store.ts';

/** Entries looked at again in each round: a copy may make a lower seq visible after a higher one. */
const overlap = 100;

/** Reads what is new once. */
export async function takeEntries(store: Store, repository: Repository): Promise<number> {
  const entries = await store.entriesAfter(Math.max(0, repository.lastSeq() - overlap));
  const added = entries.filter(
    (entry) => !repository.history(entry.kpi).some((known) => known.id === entry.id),
  );
  if (added.length > 0) repository.applyEntries(added);
  return added.length;
}

/** Follows until the returned function is called; a store that is down is tried again. */
export function followStore(
  store: Store,
  repository: Repository,
  log: Logger,
  every = 3000,
): { stop(): void; first: Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    try {
      await takeEntries(store, repository);
    } catch (error) {
      // The store itself reports that it is down; anything else is worth a line each time.
      if (!(error instanceof StoreUnavailable))
        log.error({ err: error }, 'recorded results could not be read');
    }
    if (stopped) return;
    timer = setTimeout(() => void round(), every);
    timer.unref();
  };
  const first = round();
  return {
    first,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
