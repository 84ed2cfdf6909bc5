// Brings what other copies recorded into this one, without making a click wait for a store that is down.
import { StoreUnavailable } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';

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

/** The outcome of `work`, or `late` when it takes longer; the work goes on. */
export async function within<T, L>(milliseconds: number, work: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const clock = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([work, clock]);
  } finally {
    clearTimeout(timer);
    // A failure after its time is up must not end the process.
    work.catch(() => undefined);
  }
}
