// How a KPI did in one fiscal year: the order of tests of the status rule.
import type { KpiRecord } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Target } from '../data/schemas/value.ts';
import type { Day } from '../ports/clock.ts';
import { bandsOf, dueDay, isOver, yearLabel } from './calendar.ts';
import { commonFlags, targetNotSetFlags } from './flags.ts';
import { measure } from './measures/by-measure.ts';
import { type Judged, lowerIsBetter, type Measured } from './measures/measure.ts';
import { number, percent, quoted, shown } from './notation.ts';
import { disagrees, type JudgeContext, publishedWords } from './published.ts';
import { overruledActual, type Result, resultsOf } from './result-of-year.ts';
import { finalYear, isUsable, stretchesTo, targetOf } from './target-of-year.ts';
import type { Status, Verdict, VerdictInputs } from './verdict.ts';
import { waiting, whyNoTarget } from './without-result.ts';

/** Judges a fiscal year of a KPI as of a day; pure, and a fact once the result exists. */
export function judgeYear(
  kpi: KpiRecord,
  { fy, asOf }: { fy: number; asOf: Day },
  plan: Plan,
  context: JudgeContext = { projects: [] },
): Verdict {
  const results = resultsOf(kpi);
  const result = results.get(fy);
  const target = targetOf(kpi, fy, plan) ?? (result && stretchesTo(kpi, fy));
  const base = inputsOf(kpi, fy, plan, { target, result });
  const finish = (
    status: Status,
    reason: string,
    flags: string[] = [],
    inputs: Partial<VerdictInputs> = {},
  ) => verdict({ kpi, fy, plan, context, status, reason, flags, inputs: { ...base, ...inputs } });

  if (!target || !isUsable(target))
    return finish('判定対象外', whyNoTarget(kpi, fy, target), targetNotSetFlags(kpi, target, fy, asOf));
  if (!result) return finish(...waiting({ fy, asOf }, plan, target, results));

  const measured = measure({ kpi, plan, fy, target, result, results, bands: base.bands });
  if (measured.kind === 'none') return finish('判定対象外', `${measured.why}。`);
  if (measured.kind === 'missing') {
    const late = measured.years.some((year) => asOf > dueDay(year, plan));
    return finish(late ? '期限超過・実績未登録' : '実績待ち', `${measured.why}。`);
  }
  const guarded = guard(measured, fy === finalYear(kpi) && target.fy === fy ? 'end' : 'on-the-way');
  const flags = [...(measured.flags ?? [])];
  if (measured.worseThanBase) flags.push('基準値より悪化');
  if ((measured.rate ?? 0) > 200) flags.push('目標を大幅超過');
  if (target.fy === null && !target.every) flags.push('目標年度の記載なし');
  if (!isOver(fy, asOf)) flags.push('年度途中の実績');
  if (kpi.direction === 'unknown' && !lowerIsBetter({ kpi, target }) && result.value !== target.value)
    flags.push('望ましい方向の指定なし');
  const says = measured.says ?? `${yearLabel(fy)}は目標${quoted(target)}に対し実績${quoted(result)}`;
  const rate = measured.rate === null ? '' : `（${measured.rateName}${percent(measured.rate)}）`;
  return finish(guarded.status, `${says}${rate}です。${guarded.note}`, flags, {
    rate: measured.rate,
    formula: measured.formula,
  });
}

/** A missed end year and a result worse than the baseline are never better than 注意. */
function guard(measured: Extract<Measured, { kind: 'judged' }>, year: 'end' | 'on-the-way') {
  const notes: string[] = [];
  let status: Judged = measured.status;
  if (measured.worseThanBase) notes.push('基準値より悪くなっています。');
  if (year === 'end' && status === '順調') notes.push('目標年度に届かなかったため、注意としました。');
  if ((year === 'end' || measured.worseThanBase) && status === '順調') status = '注意';
  return { status, note: notes.join('') };
}

function inputsOf(
  kpi: KpiRecord,
  fy: number,
  plan: Plan,
  { target, result }: { target: Target | undefined; result: Result | undefined },
): VerdictInputs {
  const printed = kpi.achievements.find((one) => one.fy === fy)?.value ?? null;
  const computed =
    target?.value && typeof result?.value === 'number' && !['rank', 'average-gap'].includes(kpi.measure)
      ? (result.value / target.value) * 100
      : null;
  const sources = [...kpi.sources];
  if (target?.source) sources.push(target.source);
  return {
    measure: kpi.measure,
    direction: kpi.direction,
    fy,
    baseline: kpi.baseline && { value: kpi.baseline.value, text: kpi.baseline.text, fy: kpi.baseline.fy },
    target: target ? { value: target.value, text: target.text, fy: target.fy } : null,
    actual: result
      ? {
          value: result.value,
          text: result.text,
          fy,
          ...(result.recordedBy === undefined ? {} : { recordedBy: result.recordedBy }),
        }
      : null,
    rate: null,
    achievement: computed === null && printed === null ? null : { computed, printed },
    formula: '',
    bands: bandsOf(plan),
    due: target && isUsable(target) && target.fy === null && !target.every ? null : dueDay(fy, plan),
    sources,
  };
}

/** Adds what is said of any verdict: published words, corrected prints, doubtful rates. */
function verdict(part: {
  kpi: KpiRecord;
  fy: number;
  plan: Plan;
  context: JudgeContext;
  status: Status;
  reason: string;
  flags: string[];
  inputs: VerdictInputs;
}): Verdict {
  const { kpi, fy, plan, context, status, inputs } = part;
  const words = publishedWords(kpi, plan, context);
  const other = words.find((one) => one.fy === fy && disagrees(status, one));
  const flags = [...part.flags, ...commonFlags(kpi, inputs.achievement, fy)];
  let reason = part.reason;
  if (other) {
    flags.unshift('公表評価と不一致');
    reason += `公表評価は${other.word}です。`;
  }
  if (status === '判定対象外' && words.length > 0) flags.push('公表評価あり・判定不可');
  const printed = overruledActual(kpi, fy);
  if (printed) {
    flags.push('印刷された実績と異なる登録');
    reason += `文書の実績は${shown(printed)}です。`;
  }
  return { status, reason, flags: [...new Set(flags)], inputs };
}

/** The bands as they are always printed with a verdict. */
export function bandsNote(bands: readonly [number, number, number]): string {
  return `判定基準 ${bands.map(number).join('/')}・市の公式基準ではありません`;
}
