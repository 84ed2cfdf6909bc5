// The playground's clock: it runs like the machine's, and a person can move it to next Tuesday; and what waits for a time on it.

export type MovableClock = ReturnType<typeof createMovableClock>;

/** A clock that starts at `start`; `ticks` are the milliseconds that pass by themselves (`() => 0` stands still). */
export function createMovableClock(start = new Date(), ticks = () => performance.now()) {
  const origin = ticks();
  const listeners: (() => void)[] = [];
  let offset = 0;
  let forward = 0;
  const passed = () => ticks() - origin;
  const advance = (milliseconds: number) => {
    offset += milliseconds;
    forward += Math.max(0, milliseconds);
    for (const listener of listeners) listener();
  };
  const now = () => start.getTime() + passed() + offset;
  return {
    now: () => new Date(now()),
    /** Sets the time; it runs on from there. */
    moveTo: (instant: Date) => advance(instant.getTime() - now()),
    /** Moves the time forward (or back). */
    advance,
    /** Milliseconds that only grow: time that passed plus moves forward. Limits such as "30 minutes" are measured with it. */
    elapsed: () => passed() + forward,
    /** Called after every move. */
    onMove: (listener: () => void) => void listeners.push(listener),
  };
}

/** Things to do later: moving the clock past their time runs them at once. */
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
