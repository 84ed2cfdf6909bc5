// Reading JSON of unknown shape: every accessor returns a harmless value instead of throwing.

export type Obj = Record<string, unknown>;

export function isObj(value: unknown): value is Obj {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function obj(value: unknown): Obj {
  return isObj(value) ? value : {};
}

/** The array, or an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of an array; everything else in it is left out. */
export function objs(value: unknown): Obj[] {
  return list(value).filter(isObj);
}

/** The string, or ''. */
export function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Length as Slack counts it: 𠮷 and an emoji are one. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** The object in a JSON text, or null. */
export function parseObj(text: string): Obj | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObj(value) ? value : null;
  } catch {
    return null;
  }
}
