// A bot with one token tells the store which workspace its rows belong to.
import type { Logger } from 'pino';
import { StoreUnavailable } from '../../ports/store.ts';
import type { StoreHouse } from '../../ports/workspaces.ts';

/** At the first start the rows get their workspace's name; a store that is down gets it at another start. */
export async function nameHome(
  store: Pick<StoreHouse, 'settle'>,
  { team, enterprise, name }: { team: string; enterprise: string | null; name: string },
  log: Logger,
): Promise<void> {
  try {
    const held = await store.settle({ team, enterprise: enterprise ?? '', name });
    if (held !== team)
      log.warn({ team, held }, 'the token is of another workspace than the records: they go on as they are');
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ cause: String(error) }, 'store down: the records are not named yet');
  }
}
