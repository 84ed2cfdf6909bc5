// The store, with every call timed, and counted what it says of digests and results.
import { type DigestPost, type Store, StoreConflict, StoreUnavailable } from '../../ports/store.ts';
import type { Metrics } from './metrics.ts';

/** Does what `store` does. */
export function watchStore(store: Store, metrics: Metrics): Store {
  const timed = new Proxy(store, {
    get(inner, name, receiver) {
      const value: unknown = Reflect.get(inner, name, receiver);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return (...args: unknown[]) => {
        const end = metrics.storeSeconds.startTimer({ method: name });
        const result: unknown = value.apply(inner, args);
        // What answers at once has not asked the database.
        if (!(result instanceof Promise)) return result;
        return result.finally(end).catch((error: unknown) => {
          metrics.storeErrors.inc({ method: name, reason: reasonOf(error) });
          throw error;
        });
      };
    },
  });
  return {
    ...asMethods(timed, store),
    async append(entry, expectedLast) {
      const appended = await timed.append(entry, expectedLast);
      metrics.results.inc({ kind: appended.kind });
      return appended;
    },
    async claimDigest(post) {
      const claimed = await timed.claimDigest(post);
      if (claimed) metrics.digests.inc({ state: post.state });
      return claimed;
    },
    async moveDigest(subscription, day, from, to) {
      const moved = await timed.moveDigest(subscription, day, from, to);
      if (moved && to.state !== postState(from))
        metrics.digests.inc({ state: nameOf(postState(from), to.state) });
      return moved;
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof StoreUnavailable) return 'unavailable';
  return error instanceof StoreConflict ? 'conflict' : 'other';
}

function postState(from: DigestPost['state'] | Pick<DigestPost, 'state'>): DigestPost['state'] {
  return typeof from === 'string' ? from : from.state;
}

/** Back from `posting` to `claimed` means that Slack did not take it now. */
function nameOf(from: DigestPost['state'], to: DigestPost['state']): string {
  return from === 'posting' && to === 'claimed' ? 'put_back' : to;
}

/** Own properties, so that others may lay theirs over them. The names are the store's own, which `fromEntries` forgets. */
function asMethods(timed: Store, store: Store): Store {
  const names = Object.keys(store) as (keyof Store)[];
  return Object.fromEntries(names.map((name) => [name, timed[name]])) as unknown as Store;
}
