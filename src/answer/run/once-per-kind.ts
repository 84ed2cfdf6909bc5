// A column a kind: members of a set are nearly always of one.
import type { Kind } from '../../facts/attribute.ts';

/** Made when the kind is first met. */
export function oncePerKind(make: (kind: Kind) => Float64Array): (kind: Kind) => Float64Array {
  const made = new Map<Kind, Float64Array>();
  return (kind) => {
    const column = made.get(kind) ?? make(kind);
    made.set(kind, column);
    return column;
  };
}
