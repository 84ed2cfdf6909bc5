// Ends the process on a signal: first what runs is finished, a second signal ends at once.
import type { Logger } from 'pino';

/** Exit code 0 once `stop` is done, 1 when it failed, 130 on the second signal. */
export function endOn(signals: NodeJS.Signals[], stop: () => Promise<void>, log: Logger): void {
  let ending = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending) process.exit(130);
      ending = true;
      log.info({ signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}
