// A record with more fields: where objects are made by the thousand.

/**
 * As `{ ...from, ...more }`. Node 20 gives every object written as `{ ...from, field }` a hidden class of its own (seen
 * 2026-11): four times the memory, and whatever reads a field of many such objects finds none of them alike.
 */
export function extended<From extends object, More extends object>(from: From, more: More): From & More {
  return Object.assign({}, from, more);
}
