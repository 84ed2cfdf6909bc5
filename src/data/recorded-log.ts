// The log of recorded results, laid over the KPIs of a repository.
import type { RecordedEntry } from '../ports/store.ts';
import type { KpiRecord, RecordedActual, Repository } from './repository.ts';

/** Keeps the log of what was recorded, and what stands of it in `recorded` of each KPI. */
export function resultsOver(
  kpi: (id: string) => KpiRecord | undefined,
): Pick<Repository, 'applyEntries' | 'history' | 'lastSeq'> {
  const logs = new Map<string, Log>();
  const seen = new Set<string>();
  let lastSeq = 0;
  return {
    applyEntries(added) {
      const touched = new Map<string, Log>();
      for (const entry of [...added].sort((a, b) => a.seq - b.seq)) {
        if (seen.has(entry.id)) continue;
        seen.add(entry.id);
        const log = logs.get(entry.kpi) ?? { entries: [], newest: new Map() };
        logs.set(entry.kpi, log);
        touched.set(entry.kpi, log);
        addEntry(log, entry);
        lastSeq = Math.max(lastSeq, entry.seq);
      }
      for (const [id, log] of touched) {
        const record = kpi(id);
        if (record) record.recorded = standingActuals(log);
      }
    },
    history: (id) => [...(logs.get(id)?.entries ?? [])],
    lastSeq: () => lastSeq,
  };
}

/** What was recorded for one KPI. */
interface Log {
  /** In order of seq. */
  entries: RecordedEntry[];
  /** The newest entry of each fiscal year. */
  newest: Map<number, RecordedEntry>;
}

/** A batch comes in order of seq; only what another process wrote in between is put before what stands. */
function addEntry({ entries, newest }: Log, entry: RecordedEntry): void {
  let place = entries.length;
  while (place > 0 && (entries[place - 1] as RecordedEntry).seq > entry.seq) place -= 1;
  entries.splice(place, 0, entry);
  const before = newest.get(entry.fy);
  if (!before || before.seq <= entry.seq) newest.set(entry.fy, entry);
}

/** 12万人 → 120,000人, -2.6 → ▲2.6; a word (A, 策定済) stays. */
function registeredText(typed: string, value: number | null, unit: string | null): string {
  if (value === null) return typed;
  const digits = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 10 });
  return `${value < 0 ? '▲' : ''}${digits}${unit ?? ''}`;
}

/** What stands after the whole log: per fiscal year the newest entry, unless that is a withdrawal. */
function standingActuals({ newest }: Log): RecordedActual[] {
  return [...newest.values()]
    .filter((entry) => entry.kind !== 'withdrawn')
    .sort((a, b) => a.fy - b.fy)
    .map(({ fy, value, unit, typed, partly, recordedBy, recordedAt, comment, link, seq }) => ({
      fy,
      value,
      unit,
      text: registeredText(typed, value, unit),
      partly,
      recordedBy,
      recordedAt,
      comment,
      link,
      seq,
    }));
}
