// Waits for work, but not for ever.

/** The outcome of `work`, or `late` when it takes longer; the work goes on. */
export async function within<T, L>(milliseconds: number, work: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const clock = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([work, clock]);
  } finally {
    clearTimeout(timer);
    // A failure after its time is up must not end the process.
    work.catch(() => undefined);
  }
}
