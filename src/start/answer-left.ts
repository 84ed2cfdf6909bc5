// Questions that another copy, or a start before, left in the store.
import { StoreUnavailable } from '../ports/store.ts';
import type { SlackContext } from '../slack/context.ts';
import type { RunningApp } from '../slack/create-app.ts';

/** Answers them; a store that is down is said by those who follow it. */
export async function answerLeft(app: RunningApp, { log }: Pick<SlackContext, 'log'>): Promise<void> {
  try {
    await app.answerLeft();
  } catch (error) {
    if (!(error instanceof StoreUnavailable))
      log.error({ err: error }, 'a question that was left has no answer');
  }
}
