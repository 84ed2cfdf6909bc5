// Text without blanks, dots and brackets, with the way back: names are typed with and without them.

/** A shortened text and, for each of its characters, the place in the text it came from. */
export interface Compact {
  text: string;
  places: number[];
}

const dropped = /[\s・「」『』【】()[\]{}、。,.!?~'":;/&-]/;

/** `u・iターン (就職)` → `uiターン就職`; takes normalised text. */
export function compact(text: string): Compact {
  let kept = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (dropped.test(character)) continue;
    kept += character;
    places.push(i);
  }
  return { text: kept, places };
}

/** Every place of `form` (already compact) in the text, as spans of the original. */
export function findCompact(inside: Compact, form: string): { at: number; length: number }[] {
  const spans: { at: number; length: number }[] = [];
  if (form === '') return spans;
  for (let from = inside.text.indexOf(form); from >= 0; from = inside.text.indexOf(form, from + 1)) {
    const at = inside.places[from] ?? 0;
    const end = (inside.places[from + form.length - 1] ?? at) + 1;
    spans.push({ at, length: end - at });
  }
  return spans;
}
