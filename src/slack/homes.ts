// App Home is published for one person one after the other, so that an older view never comes over a newer one.

/** The publishes of one running app. */
export interface Homes {
  /**
   * Draws a person's Home when what is under way for them has ended. Those who ask meanwhile share one drawing, the
   * last one's, which begins after all of them asked and so shows what each had changed.
   */
  redraw(user: string, draw: () => Promise<void>): Promise<void>;
}

type Draw = () => Promise<void>;
/** What runs for a person, and what comes after it. */
type Row = { running: Promise<void>; next: Promise<void> | null; draw: Draw };

export function createHomes(): Homes {
  /** Only those for whom something runs. */
  const rows = new Map<string, Row>();

  function begin(user: string, draw: Draw): Promise<void> {
    const row: Row = { running: draw(), next: null, draw };
    rows.set(user, row);
    row.running = row.running.finally(() => row.next === null && rows.delete(user));
    return row.running;
  }

  return {
    redraw(user, draw) {
      const row = rows.get(user);
      if (!row) return begin(user, draw);
      row.draw = draw;
      row.next ??= row.running.catch(() => undefined).then(() => begin(user, row.draw));
      return row.next;
    },
  };
}
