// 何ポイント下回る, いくら上回った, 何社上回る: how far is asked, and not which ones.
import { type Frame, isIntent } from './frame.ts';

/** True where a word of passing or falling short stands right behind the question for how much. */
export function asksHowFar(frame: Frame): boolean {
  return frame.intents('reached', 'unreached', 'big', 'small').some((one) => {
    const before = frame.before(one);
    if (before?.end !== one.start) return false;
    // 何社上回る says by how much; 何件達成 counts those that did.
    const counts = isIntent(before, 'count') && /^(?:上回|下回|超|こえ|割り込)/.test(one.text);
    return counts || isIntent(before, 'howmany-unit', 'howmuch');
  });
}
