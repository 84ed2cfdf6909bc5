// Lays recorded results over the printed ones, again and again, so that recordings of other copies appear here.
import type { Logger } from 'pino';
import type { Repository } from '../../data/repository.ts';
import { type Store, StoreUnavailable } from '../../ports/store.ts';
import type { ResultLog } from '../../slack/recording/result-log.ts';

/** Reads what is new, once. */
export async function takeEntries(store: Store, repository: Repository): Promise<void> {
  const entries = await store.entriesAfter(repository.lastSeq());
  if (entries.length > 0) repository.applyEntries(entries);
}

/** A store that is being followed. */
export interface Following {
  /** Settles after the first round, also when the store is down. */
  first: Promise<void>;
  stop(): void;
}

/** Follows until stopped; a store that is down is said once, tried again, and said once when it is back. */
export function followStore(results: ResultLog, log: Logger, every = 3000): Following {
  let stopped = false;
  let down = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    try {
      await results.take();
      if (down) log.info('store is back: recording and digests are on');
      down = false;
    } catch (error) {
      if (!(error instanceof StoreUnavailable))
        log.error({ err: error }, 'recorded results could not be read');
      else if (!down && !stopped)
        log.error({ err: error }, 'store down: questions go on, recording and digests are off');
      down = true;
    }
    if (stopped) return;
    timer = setTimeout(() => void round(), every);
    timer.unref();
  };
  return {
    first: round(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
