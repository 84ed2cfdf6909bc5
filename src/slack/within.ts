// Waits for work, but not for ever.

/** The outcome of `work`, or `late` when it takes longer; the work goes on. */
export async function within<T, L>(milliseconds: number, work: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const clock = new Promise<L>((resolve) => {
    // After a turn that took long itself the timer is first, although the outcome may be there to be read.
    timer = setTimeout(() => setImmediate(() => resolve(late)), milliseconds);
  });
  try {
    return await Promise.race([work, clock]);
  } finally {
    clearTimeout(timer);
    // A failure after its time is up must not end the process.
    work.catch(() => undefined);
  }
}
