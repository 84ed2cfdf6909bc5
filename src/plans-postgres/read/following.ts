// Learns of new versions of the tables: at once where the database sends a notice, every few seconds where it cannot.
import pg from 'pg';
import { channel } from '../channel.ts';

/** Milliseconds between two looks; a pooler or a replica sends no notices. */
const lookEvery = 3_000;
/** Milliseconds before a lost connection is opened again. */
const againAfter = 5_000;

/** What is followed. */
export interface Followed {
  /** The database that plans are stored in: a replica does not tell. */
  databaseUrl: string;
  /** Takes a new version up, if there is one; what fails is tried again at the next look. */
  look(): Promise<unknown>;
}

/** Follows until it is ended. */
export class Following {
  private client: pg.Client | undefined;
  private ended = false;
  private looking: Promise<unknown> | undefined;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly followed: Followed) {
    const timer = setInterval(() => this.look(), lookEvery);
    timer.unref();
    this.timers.add(timer);
    void this.listen();
  }

  async end(): Promise<void> {
    this.ended = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.client?.end().catch(() => undefined);
    await this.looking;
  }

  /** One look at a time. */
  private look(): void {
    this.looking ??= this.followed
      .look()
      .catch(() => undefined)
      .finally(() => {
        this.looking = undefined;
      });
  }

  private async listen(): Promise<void> {
    if (this.ended) return;
    const client = new pg.Client({
      connectionString: this.followed.databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client = client;
    let lost = false;
    const again = () => {
      if (lost || this.ended) return;
      lost = true;
      client.end().catch(() => undefined);
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        void this.listen();
      }, againAfter);
      timer.unref();
      this.timers.add(timer);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => this.look());
    try {
      await client.connect();
      // What only listens keeps no program from ending.
      (client as pg.Client & { unref(): void }).unref();
      await client.query(`listen ${channel}`);
    } catch {
      again();
    }
  }
}
