// Things to do later on the movable clock: moving the clock past the time runs them at once.
import type { MovableClock } from './clock.ts';

export interface Scheduler {
  after(milliseconds: number, run: () => void): void;
  stop(): void;
}

export function createScheduler(clock: MovableClock): Scheduler {
  let waiting: { due: number; run: () => void; timer: NodeJS.Timeout }[] = [];
  const runDue = () => {
    const due = waiting.filter((item) => item.due <= clock.elapsed());
    waiting = waiting.filter((item) => !due.includes(item));
    for (const item of due) {
      clearTimeout(item.timer);
      item.run();
    }
  };
  clock.onMove(runDue);
  return {
    after(milliseconds, run) {
      const due = clock.elapsed() + milliseconds;
      const item = {
        due,
        run,
        timer: setTimeout(() => {
          // The timer itself decides: a clock that stands still (tests) must not hold a due task back.
          waiting = waiting.filter((other) => other !== item);
          run();
        }, milliseconds),
      };
      item.timer.unref();
      waiting.push(item);
    },
    stop() {
      for (const item of waiting) clearTimeout(item.timer);
      waiting = [];
    },
  };
}
