// Whether results can be recorded now, without making a click wait for a store that is down.
import { StoreUnavailable } from '../../ports/store.ts';
import type { SlackContext } from '../context.ts';
import { within } from '../within.ts';

/** Whether the store answers; a slow one (a trigger lives three seconds) is not waited for and counts as up. */
export async function storeAnswers(context: SlackContext): Promise<boolean> {
  return await within(
    1200,
    context.results.take().then(
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
