// What a question looked up and the copy does not hold: noted, fetched, and the question is run again.
import type pg from 'pg';

/** Reads the tables. Statements that do not wait for each other go off together, so nobody waits for one before the next is asked. */
export interface Reader {
  query<Row extends pg.QueryResultRow>(
    asked: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<{ rows: Row[] }>;
}

/** Something to fetch. */
export interface Need {
  /** Under the version that `Shelf.fetch` checks: what is read of another one does not arrive. */
  fetch(client: Reader): Promise<void>;
}

/** Ends a run that lacks something; nobody but `Shelf.through` catches it. */
export class Missing extends Error {
  constructor(readonly needs: readonly Need[]) {
    super('plans to be fetched');
  }
}

/** The question would have to look at more records one by one than a copy can hold. */
export class TooWide extends Error {
  readonly code = 'too-wide';
}

/** The tables are being filled, or were made with other words. */
export class ShelfNotReady extends Error {
  readonly code = 'shelf-not-ready';
}
