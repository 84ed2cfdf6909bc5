// Counts the requests that are being worked on: whoever stops the app, or looks at it, waits until nothing runs.

export interface Running {
  /** Runs the work and counts it meanwhile. */
  count<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves as soon as nothing runs. */
  idle(): Promise<void>;
}

export function createRunning(): Running {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async count(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) for (const tell of waiting.splice(0)) tell();
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
