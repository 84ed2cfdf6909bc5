// 伸び率, 何％増えた: how far something moved, as a share of what it was.
import type { Frame } from './frame.ts';

/** True where the movement itself is asked for as a rate. */
export function asksRate(frame: Frame): boolean {
  return (
    frame.intents('rise', 'fall').some(({ text }) => /率/.test(text)) ||
    (frame.has('rise', 'fall') && frame.has('share'))
  );
}
