// Brings what other copies recorded into this one, without making a click wait for a store that is down.
import { StoreUnavailable } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import { within } from '../within.ts';

/** Reads what is new. @throws StoreUnavailable */
export async function takeNewEntries({ store, bot }: Pick<SlackContext, 'store' | 'bot'>): Promise<void> {
  const entries = await store.entriesAfter(bot.repository.lastSeq());
  if (entries.length > 0) bot.repository.applyEntries(entries);
}

/** Whether the store answers; a slow one (a trigger lives three seconds) is not waited for and counts as up. */
export async function storeAnswers(context: SlackContext): Promise<boolean> {
  return await within(
    1200,
    takeNewEntries(context).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error;
        context.log.warn({ cause: String(error) }, 'store down: results cannot be recorded');
        return false;
      },
    ),
    true,
  );
}
