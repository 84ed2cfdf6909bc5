// What a question looked up and the copy does not hold: noted, fetched, and the question is run again.
import type pg from 'pg';

/** Something to fetch. */
export interface Need {
  /** Under the version that `Shelf.fetch` has checked. */
  fetch(client: pg.ClientBase): Promise<void>;
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
