// Between the steps of a large import: what the step before left behind is given back, so that memory peaks once, not in sum.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage now. V8 would wait until much more has piled up: it does not know that the next step is as large. */
export function sweep(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
