// A connection that writes what is asked in one turn of the event loop together.
import { Socket } from 'node:net';

/** Each write by itself is a call of the system, and wakes the server up. */
export class TogetherSocket extends Socket {
  private gathers = false;

  override write(chunk: Uint8Array | string, ...rest: unknown[]): boolean {
    if (!this.gathers) {
      this.gathers = true;
      this.cork();
      process.nextTick(() => {
        this.gathers = false;
        this.uncork();
      });
    }
    return super.write(chunk, ...(rest as []));
  }
}
