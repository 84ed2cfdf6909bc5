// Questions at once: whoever asked first goes on first.

/**
 * Gives out turns of the event loop. What has come in meanwhile is read between two of them: a question that waits for
 * its rows in several rounds is not overtaken in each by all that were asked later.
 */
export class InTurn {
  private readonly waiting: { since: number; go(): void }[] = [];
  private questions = 0;
  private coming = false;
  /** Questions on their way. */
  running = 0;

  /** Answers a question that waits for `turn` each time it could go on: nobody goes on before one that was asked earlier and could as well. */
  async ask<T>(answer: (turn: () => Promise<void>) => Promise<T>): Promise<T> {
    this.running += 1;
    this.questions += 1;
    const since = this.questions;
    const turn = () =>
      new Promise<void>((go) => {
        this.waiting.push({ since, go });
        this.come();
      });
    return await answer(turn).finally(() => {
      this.running -= 1;
    });
  }

  private come(): void {
    if (this.coming) return;
    this.coming = true;
    setImmediate(() => {
      this.coming = false;
      this.waiting.sort((a, b) => a.since - b.since);
      this.waiting.shift()?.go();
      if (this.waiting.length > 0) this.come();
    });
  }
}
