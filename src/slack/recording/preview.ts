// What a typed result would mean, before it is recorded: how it is read, the status before and after, what looks odd.
import type { KpiRecord, RecordedActual, Repository } from '../../data/repository.ts';
import type { Day } from '../../ports/clock.ts';
import type { RecordedEntry } from '../../ports/store.ts';
import { judgeNow } from '../../status/judge-now.ts';
import { judgeYear } from '../../status/judge-year.ts';
import { number, shown } from '../../status/notation.ts';
import { type ParsedResult, parseResult } from '../../status/parse-result.ts';
import { plausibilityHint } from '../../status/plausibility.ts';
import { targetOf, yearlessTarget } from '../../status/target-of-year.ts';
import type { StateNow, Verdict } from '../../status/verdict.ts';

/** A judgement before and after the result. */
export interface BeforeAfter<T> {
  before: T;
  after: T;
}

export interface Preview {
  parsed: ParsedResult;
  /** How a number is read: `125,000人`; null for words. */
  reading: string | null;
  /** The judgement of the result's own year, and of the KPI as it stands now. */
  year: BeforeAfter<Verdict>;
  now: BeforeAfter<StateNow>;
  /** A question to ask before saving. */
  hint: string | null;
}

/** Null while nothing is typed or the KPI is unknown; never throws on any text. */
export function previewOf(
  repository: Repository,
  kpi: KpiRecord,
  { fy, typed }: { fy: number; typed: string },
  asOf: Day,
): Preview | null {
  const plan = repository.plan(kpi.plan);
  if (typed.trim() === '' || !plan) return null;
  const parsed = parseResult(typed, kpi);
  const context = { projects: repository.projectsOf(kpi.id) };
  const after = parsed.ok ? withResult(kpi, fy, typed.trim(), parsed) : kpi;
  return {
    parsed,
    reading: parsed.ok && parsed.value !== null ? `${number(parsed.value)}${parsed.unit ?? ''}` : null,
    year: {
      before: judgeYear(kpi, { fy, asOf }, plan, context),
      after: judgeYear(after, { fy, asOf }, plan, context),
    },
    now: { before: judgeNow(kpi, asOf, plan, context), after: judgeNow(after, asOf, plan, context) },
    hint: parsed.ok ? plausibilityHint(kpi, fy, parsed.value, plan) : null,
  };
}

/** The KPI as if the result were recorded. */
function withResult(
  kpi: KpiRecord,
  fy: number,
  typed: string,
  parsed: Extract<ParsedResult, { ok: true }>,
): KpiRecord {
  const { value, unit, partly } = parsed;
  const actual: RecordedActual = {
    fy,
    value,
    unit,
    text: typed,
    partly,
    recordedBy: '',
    recordedAt: '',
    comment: '',
    link: '',
    seq: 0,
  };
  const others = kpi.recorded.filter((own) => own.fy !== fy);
  return { ...kpi, recorded: [...others, actual].sort((a, b) => a.fy - b.fy) };
}

/** The newest entry of that KPI and year, withdrawn or not. */
export function newestEntry(repository: Repository, kpi: string, fy: number): RecordedEntry | undefined {
  return repository.history(kpi).findLast((entry) => entry.fy === fy);
}

/** The words of a milestone's choices as they are recorded: the target's own words mean it is done. */
export function milestoneWords(
  repository: Repository,
  kpi: KpiRecord,
  fy: number,
): Record<'done' | 'partly' | 'not-done', string> {
  const plan = repository.plan(kpi.plan);
  const target = (plan ? targetOf(kpi, fy, plan) : undefined) ?? yearlessTarget(kpi);
  return { done: target ? shown(target) : '実施済', partly: '一部実施', 'not-done': '未実施' };
}
