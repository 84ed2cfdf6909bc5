// Slack delivers an event again when it misses the answer, and Bolt runs it again: each event id is handled once.
import { StoreUnavailable } from '../ports/store.ts';
import type { SlackContext } from './context.ts';
import { within } from './within.ts';

const kept = 5000;
/** A store that hangs is as good as one that is down. */
const patience = 1500;

/** True for the first sight of an event id, in any copy; in this copy alone while the store is down. */
export function createSeenEvents({ store, clock, log }: Pick<SlackContext, 'store' | 'clock' | 'log'>) {
  const here = new Set<string>();
  return async (eventId: string): Promise<boolean> => {
    if (here.has(eventId)) return false;
    here.add(eventId);
    const [oldest] = here;
    if (here.size > kept && oldest !== undefined) here.delete(oldest);
    try {
      const first = await within(patience, store.firstSight(eventId, clock.now()), null);
      if (first === null) log.warn('store slow: event ids are remembered in this copy only');
      return first ?? true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ cause: String(error) }, 'store down: event ids are remembered in this copy only');
      return true;
    }
  };
}
