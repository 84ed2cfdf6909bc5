// A question to the judge as plain data: which KPI, which day, perhaps other results (`npm run judge`).
import * as z from 'zod';
import type { KpiRecord, RecordedActual, Repository } from '../data/repository.ts';
import { judgeNow } from './judge-now.ts';
import { judgeYear } from './judge-year.ts';
import { parseResult } from './parse-result.ts';
import { stretchesTo, targetOf } from './target-of-year.ts';
import type { VerdictInputs } from './verdict.ts';

const querySchema = z.object({
  /** Plan id, or its name or the number of one of its documents. */
  plan: z.string().min(1),
  /** KPI id or name; names are compared after NFKC and without spaces. */
  kpi: z.string().min(1),
  /** Tells KPIs of the same name apart. */
  project: z.string().nullish(),
  asOf: z.iso.date('2026-11-24 の形で、暦にある日を指定してください'),
  /** Fiscal year to judge; without it the state on the day. */
  year: z.int().nullish(),
  /** Results that stand in for recorded ones of the same year. */
  actuals: z
    .array(z.object({ fy: z.int(), value: z.number().nullish(), text: z.string().nullish() }))
    .nullish(),
});

/** Answer to a query; `error` names what was wrong with it. */
export type QueryAnswer =
  | { status: string; reason: string; flags: string[]; inputs: VerdictInputs }
  | { error: string };

/** Judges what the query asks for. Never throws on any input. */
export function judgeQuery(repository: Repository, input: unknown): QueryAnswer {
  const query = querySchema.safeParse(input);
  if (!query.success) {
    const [issue] = query.error.issues;
    return { error: `${issue?.path.join('.') || 'query'}: ${issue?.message ?? 'invalid'}` };
  }
  const { plan: planName, kpi: kpiName, project, asOf, year, actuals } = query.data;
  const plan = repository.plans.find(
    (one) =>
      one.id === planName ||
      [one.name, one.shortName, ...one.aliases].some((own) => folded(own) === folded(planName)) ||
      one.documents.some((document) => document.number === planName),
  );
  if (!plan) return { error: `unknown plan: ${planName}` };
  const found = findKpi(repository, plan.id, kpiName, project ?? '');
  if (typeof found === 'string') return { error: found };
  const given = (actuals ?? []).map((actual) => asRecorded(actual, found));
  const years = new Set(given.map((actual) => actual.fy));
  const kpi = {
    ...found,
    recorded: [...found.recorded.filter((entry) => !years.has(entry.fy)), ...given],
  };
  const context = { projects: repository.projectsOf(found.id) };
  // 「もし…なら」: the newest given result is what is asked about, where there is a target to hold it against.
  const whatIf = [...years]
    .sort((a, b) => b - a)
    .find((fy) => targetOf(kpi, fy, plan) ?? stretchesTo(kpi, fy));
  const asked = year ?? whatIf;
  const verdict =
    asked === undefined
      ? judgeNow(kpi, asOf, plan, context)
      : judgeYear(kpi, { fy: asked, asOf }, plan, context);
  const { status, reason, flags, inputs } = verdict;
  return { status, reason, flags, inputs };
}

/** NFKC, no spaces, no 【再掲】, one case. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/【再掲】|\s/g, '')
    .toLowerCase();
}

/** Without punctuation: brackets and commas are written differently from sheet to sheet. */
function lettersOf(name: string): string {
  return folded(name).replace(/[^\p{L}\p{N}%]/gu, '');
}

function findKpi(repository: Repository, plan: string, name: string, project: string): KpiRecord | string {
  const inPlan = repository.kpis.filter((kpi) => kpi.plan === plan);
  const byId = inPlan.find((kpi) => kpi.id === name);
  if (byId) return byId;
  const names = (kpi: KpiRecord) => [kpi.name, ...kpi.aliases];
  let matches = inPlan.filter((kpi) => names(kpi).some((one) => folded(one) === folded(name)));
  if (matches.length === 0)
    matches = inPlan.filter((kpi) => names(kpi).some((one) => lettersOf(one) === lettersOf(name)));
  // 労働者数 for 労働者数（雇用保険適用者数）, as long as only one KPI can be meant.
  if (matches.length === 0 && lettersOf(name).length >= 4)
    matches = inPlan.filter((kpi) =>
      names(kpi).some(
        (one) => lettersOf(one).includes(lettersOf(name)) || lettersOf(name).includes(lettersOf(one)),
      ),
    );
  if (matches.length > 1 && project !== '') {
    const ofProject = matches.filter((kpi) =>
      repository
        .projectsOf(kpi.id)
        .some((one) => [one.name, ...one.aliases].some((own) => lettersOf(own) === lettersOf(project))),
    );
    if (ofProject.length > 0) matches = ofProject;
  }
  if (matches.length > 1)
    return `several KPIs of ${plan} are named ${name}: ${matches.map((kpi) => kpi.id).join(', ')}`;
  return matches[0] ?? `unknown KPI of ${plan}: ${name}`;
}

/** A given result as if staff had recorded it; a text with a unit (12.5万人) is read in the KPI's own unit. */
function asRecorded(
  actual: { fy: number; value?: number | null | undefined; text?: string | null | undefined },
  kpi: KpiRecord,
): RecordedActual {
  const text =
    actual.text ?? (actual.value === null || actual.value === undefined ? '' : String(actual.value));
  const parsed = parseResult(text, kpi);
  const read = parsed.ok ? parsed.value : null;
  const scaled =
    read !== null && typeof actual.value === 'number' && read !== 0
      ? Number.isInteger(Math.round(Math.log10(Math.abs(actual.value / read)) * 1e6) / 1e6)
      : actual.value === null || actual.value === undefined;
  return {
    fy: actual.fy,
    value: scaled ? read : (actual.value ?? null),
    unit: parsed.ok ? parsed.unit : null,
    text,
    partly: parsed.ok && parsed.partly,
    recordedBy: '',
    recordedAt: '',
    comment: '',
    link: '',
    seq: 0,
  };
}
