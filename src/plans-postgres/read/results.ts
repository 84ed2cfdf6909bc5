// Recorded results, laid over the KPIs of whichever version is read.
import { resultsOver } from '../../data/recorded-log.ts';
import type { KpiRecord, RecordedActual } from '../../data/repository.ts';

const none: RecordedActual[] = [];

/** The log of a copy. */
export class Results {
  private readonly standing = new Map<string, { recorded: RecordedActual[] }>();
  readonly recorded = resultsOver((id) => {
    const known = this.standing.get(id) ?? { recorded: none };
    this.standing.set(id, known);
    return known as KpiRecord;
  });

  /** KPIs that ever had a result recorded. */
  ids(): string[] {
    return [...this.standing.keys()];
  }

  /** A KPI that comes in shows what stands of it, now and later. */
  lay(kpi: { id: string }): void {
    Object.defineProperty(kpi, 'recorded', {
      get: () => this.standing.get(kpi.id)?.recorded ?? none,
      enumerable: true,
      configurable: true,
    });
  }
}
