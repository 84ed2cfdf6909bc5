// どうやって減らす: by what means something is to move, and neither whether nor how far.
import type { Frame } from './frame.ts';

/** True where the means are asked for; どのように増えた asks how far. */
export function asksMeans(frame: Frame): boolean {
  if (frame.has('confirm', 'howmuch', 'howmany-unit', 'share', 'times', 'gap')) return false;
  const moved = frame.intents('rise', 'fall').some(({ after }) => /^(?:っ|い)?[ただ]/.test(after.trim()));
  return frame.intents('how-part').some(({ text }) => !/^どの(?:よう|様)に$/.test(text) || !moved);
}
