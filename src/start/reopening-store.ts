// A store that may be down at the start: opened on first need, tried again later, StoreUnavailable meanwhile.
import { type Store, StoreUnavailable } from '../ports/store.ts';

/** Wraps `open`; after a failure it is called again at the first use that comes `pause` milliseconds later. */
export function createReopeningStore(
  open: () => Promise<Store>,
  report: (down: boolean, cause: unknown) => void,
  now: () => number,
  pause = 5000,
): Store {
  let opened: Promise<Store> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let cause: unknown = null;
  let down = false;

  function current(): Promise<Store> {
    if (opened === null) {
      if (now() - failedAt < pause) return Promise.reject(new StoreUnavailable('store is down', { cause }));
      opened = open().then(
        (store) => {
          if (down) report(false, null);
          down = false;
          return store;
        },
        (error: unknown) => {
          opened = null;
          failedAt = now();
          cause = error;
          if (!down) report(true, error);
          down = true;
          throw error instanceof StoreUnavailable
            ? error
            : new StoreUnavailable('store cannot be opened', { cause: error });
        },
      );
    }
    return opened;
  }

  return new Proxy({} as Store, {
    get(_, name) {
      // A promise would look for `then` and take the store for a thenable.
      if (name === 'then') return undefined;
      if (name === 'close') {
        return async () => {
          const store = await opened?.catch(() => null);
          opened = null;
          failedAt = now();
          await store?.close();
        };
      }
      return async (...parts: unknown[]) => {
        const store = await current();
        const method = store[name as keyof Store] as (...given: unknown[]) => Promise<unknown>;
        return await method.apply(store, parts);
      };
    },
  });
}
