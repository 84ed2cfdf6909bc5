// Masks are put together four bytes at once; the rest and what lies askew byte by byte.
import { expect, test } from 'vitest';
import { allOf, anyOf, countOf, type Mask, negated, placesOf } from '../../../src/answer/run/mask.ts';

/** Yes, no and unknown in every mixture; `skew` bytes into its buffer. */
function mixed(size: number, step: number, skew = 0): Mask {
  const [yes, known] = [0, 1].map(() => new Uint8Array(new ArrayBuffer(size + skew), skew)) as [
    Uint8Array,
    Uint8Array,
  ];
  for (let at = 0; at < size; at++) {
    const value = Math.floor(at / step) % 3;
    known[at] = value === 2 ? 0 : 1;
    yes[at] = value === 1 ? 1 : 0;
  }
  return { yes, known };
}

const valueAt = ({ yes, known }: Mask, at: number) => (known[at] ? yes[at] === 1 : null);

test.each([0, 1, 3])('all, any and not keep the three values, %i bytes askew', (skew) => {
  const size = 31;
  const masks = [mixed(size, 1), mixed(size, 3, skew), mixed(size, 9)];
  const [all, any, not] = [allOf(masks, size), anyOf(masks, size), negated(masks[1] as Mask)];
  for (let at = 0; at < size; at++) {
    const values = masks.map((mask) => valueAt(mask, at));
    const allHold = values.includes(false) ? false : values.includes(null) ? null : true;
    const anyHolds = values.includes(true) ? true : values.includes(null) ? null : false;
    expect(valueAt(all, at), `all ${values}`).toBe(allHold);
    expect(valueAt(any, at), `any ${values}`).toBe(anyHolds);
    expect(valueAt(not, at), `not ${values[1]}`).toBe(values[1] === null ? null : !values[1]);
  }
});

test.each([0, 1, 3])('those that hold are told by their places, in order, %i bytes askew', (skew) => {
  for (const step of [1, 5, 11]) {
    const mask = mixed(31, step, skew);
    const holding = [...mask.yes.keys()].filter((at) => mask.yes[at] === 1);
    expect([...placesOf(mask, countOf(mask))], `${step}`).toEqual(holding);
  }
});
