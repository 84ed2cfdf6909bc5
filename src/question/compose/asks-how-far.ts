// 何ポイント下回る, いくら上回った: how far is asked, and not which ones.
import { type Frame, isIntent } from './frame.ts';

/** True where a word of passing or falling short stands right behind the question for how much. */
export function asksHowFar(frame: Frame): boolean {
  return frame.intents('reached', 'unreached', 'big', 'small').some((one) => {
    const before = frame.before(one);
    return before !== undefined && isIntent(before, 'howmany-unit', 'howmuch') && before.end === one.start;
  });
}
