// Things to do later on the movable clock: moving the clock past the time runs them at once.
import type { MovableClock } from './clock.ts';

export function createScheduler(clock: MovableClock) {
  const waiting = new Map<NodeJS.Timeout, { due: number; run: () => void }>();
  // The timer itself decides: a clock that stands still (tests) must not hold a due task back.
  const finish = (timer: NodeJS.Timeout) => {
    const item = waiting.get(timer);
    clearTimeout(timer);
    waiting.delete(timer);
    item?.run();
  };
  clock.onMove(() => {
    for (const [timer, { due }] of [...waiting]) if (due <= clock.elapsed()) finish(timer);
  });
  return {
    after(milliseconds: number, run: () => void): void {
      const timer = setTimeout(() => finish(timer), milliseconds).unref();
      waiting.set(timer, { due: clock.elapsed() + milliseconds, run });
    },
    stop(): void {
      for (const timer of waiting.keys()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
