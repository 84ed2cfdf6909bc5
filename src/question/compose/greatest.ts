// Which of the sides: the greater one, unless the smaller is asked for.
import type { Query } from '../query.ts';
import type { Frame } from './frame.ts';

export function greatest(frame: Frame): NonNullable<Query['extreme']> {
  return { way: frame.has('small', 'min') ? 'min' : 'max', top: 1, nth: null, by: 'value' };
}
