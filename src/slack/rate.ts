// Slack's "too many requests": each channel waits for itself, and nobody else with it.

/** Seconds Slack asks to wait; null for every other error. */
export function retryAfterOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, retryAfter, original } = error as {
    code?: unknown;
    retryAfter?: unknown;
    original?: unknown;
  };
  if (code === 'slack_webapi_rate_limited_error') return typeof retryAfter === 'number' ? retryAfter : 30;
  return original === undefined || original === error ? null : retryAfterOf(original);
}

/** A person waits this long in all at most; then they hear that it failed. */
const longest = 120;

/** Tries again after the time Slack names. @throws the last error */
export async function afterWaiting<T>(call: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null || waited + seconds > longest) throw error;
      waited += Math.max(1, seconds);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
