// Figures, years and states as short Japanese: `256人`, `R6`, `× 遅れ`, `34,507千円`.

import type { KpiEntry } from '../../answer/answer.ts';
import type { KpiRecord } from '../../data/repository.ts';
import type { Source } from '../../data/schemas/source.ts';
import { isJudged } from '../../status/judge-now.ts';
import { publishedOnly, standingOf } from '../../status/standing.ts';
import type { Status, Verdict, VerdictInputs } from '../../status/verdict.ts';
import { inOku, yen as inYen, percent, yenChange } from '../../wording/figures.ts';
import { sourceName } from '../../wording/places.ts';
import { era, shortYear as year } from '../../wording/years.ts';

export { era, percent, year, yenChange };

/** Said wherever a document leaves a cell empty. */
export const notPrinted = '記載なし';

/** As in school reports: the symbol only accompanies the word, for those who scan; no colour, in every font. */
const symbols: Record<Status, string> = {
  達成: '◎',
  順調: '○',
  注意: '△',
  遅れ: '×',
  実績待ち: '◇',
  '期限超過・実績未登録': '！',
  判定対象外: '－',
};

/** `遅れ` → `× 遅れ`. */
export function statusWord(status: Status): string {
  return `${symbols[status]} ${status}`;
}

/** A printed value without the year in brackets, which is shown beside it: `256人（令和6年度）` → `256人`. */
export function valueText(text: string, unit: string | null = null): string {
  const bare = text.replace(/[（(](?:(?:R|H|S|令和|平成)[\d元.〜～-]+|毎|20\d\d)[^（()）]*[）)]/g, '').trim();
  const shown = bare === '' ? text.trim() : bare;
  return unit !== null && /^[▲△+\-−]?[\d,.]+$/.test(shown) ? `${shown}${unit}` : shown;
}

/** `34507000` → `34,507千円`; `3144000000` → `3,144,000千円（31.4億円）`; null → 「記載なし」. */
export function money(value: number | null): string {
  if (value === null) return notPrinted;
  const large = inOku(value);
  return large === null ? inYen(value) : `${inYen(value)}（${large}）`;
}

/** `文書002 No. 11`; several places joined. */
export function sourceText(sources: readonly Source[], most = 3): string {
  const places = sources.slice(0, most).map(sourceName);
  const rest = sources.length - places.length;
  return `${places.join('、')}${rest > 0 ? ` ほか${rest}か所` : ''}`;
}

/** The three figures of a KPI as they are shown in a line, with the rate. */
export interface KpiFigures {
  baseline: { text: string; fy: number | null } | null;
  actual: { value: number | null; text: string; fy: number; recorded: boolean } | null;
  target: { text: string; fy: number | null; every: boolean } | null;
  rate: { label: string; value: number; fy: number | null } | null;
}

/** Picks what belongs together: actual and rate of the last judged year, else the newest actual; the target of that year, else the one judged now. */
export function kpiFigures({ record, state }: KpiEntry): KpiFigures {
  const judged: Verdict = state.inputs.actual === null && state.lastJudged ? state.lastJudged.verdict : state;
  const inputs = judged.inputs;
  const final = record.targets.findLast((target) => target.term === 'final') ?? record.targets.at(-1);
  const newest = newestActual(record);
  const actual = inputs.actual ?? newest;
  const target = inputs.target ?? (final ? { ...final } : null);
  const printedTarget = record.targets.find((own) => own.text === target?.text);
  return {
    baseline: record.baseline
      ? { text: valueText(record.baseline.text, record.baseline.unit), fy: record.baseline.fy }
      : null,
    actual: actual
      ? {
          value: actual.value,
          text: valueText(actual.text, actual.value === null ? null : unitOf(record)),
          fy: actual.fy,
          recorded: record.recorded.some((own) => own.fy === actual.fy),
        }
      : null,
    target: target
      ? {
          text: valueText(target.text, target.value === null ? null : unitOf(record)),
          fy: target.fy,
          every: printedTarget?.every === true,
        }
      : null,
    rate: rateOf(inputs),
  };
}

function rateOf(inputs: VerdictInputs): KpiFigures['rate'] {
  if (inputs.actual === null) return null;
  const printed = inputs.achievement?.printed ?? inputs.achievement?.computed;
  if (printed !== null && printed !== undefined) return { label: '達成率', value: printed, fy: inputs.fy };
  return inputs.rate === null ? null : { label: '進み具合', value: inputs.rate, fy: inputs.fy };
}

function newestActual(record: KpiRecord): { value: number | null; text: string; fy: number } | null {
  const known = [...record.actuals.filter((actual) => !/^[—-]$/.test(actual.text)), ...record.recorded];
  return known.sort((a, b) => a.fy - b.fy).at(-1) ?? null;
}

/** The unit the KPI is printed in. */
export function unitOf(record: KpiRecord): string | null {
  return [record.baseline, ...record.targets, ...record.actuals].find((value) => value?.unit)?.unit ?? null;
}

/** `基準 256人（R6） → 実績 記載なし → 目標 400人（R8）`. */
export function figuresLine(figures: KpiFigures): string {
  const at = (fy: number | null) => (fy === null ? '' : `（${era(fy)}）`);
  const { baseline, actual, target, rate } = figures;
  const parts = [
    `基準 ${baseline ? baseline.text + at(baseline.fy) : notPrinted}`,
    `実績 ${actual ? actual.text + at(actual.fy) : notPrinted}`,
    `目標 ${target ? target.text + (target.every ? '（毎年度）' : at(target.fy)) : notPrinted}`,
  ];
  const line = parts.join(' → ');
  return rate ? `${line}　${rate.label} ${percent(rate.value)}` : line;
}

/** The judgement first, what is missing since then behind it: `× 遅れ（R3）・R5実績未登録`. */
export function stateText({ state }: KpiEntry): string {
  if (publishedOnly(state)) {
    const words = state.published.flatMap(({ lagging, word }) => (lagging === true ? word : []));
    return `△ 公表評価は${[...new Set(words)].join('・')}・${standingOf(state)}`;
  }
  const last = state.lastJudged;
  if (!last || isJudged(state.status)) return statusWord(state.status);
  return `${statusWord(last.verdict.status)}（${era(last.fy)}）・${sinceThen(state)}`;
}

/** `R5実績未登録`, `R8実績待ち`, `今は判定対象外`. */
function sinceThen({ status, inputs }: KpiEntry['state']): string {
  const year = inputs.fy === null ? '' : era(inputs.fy);
  if (status === '期限超過・実績未登録') return `${year}実績未登録`;
  return status === '実績待ち' ? `${year}実績待ち` : `今は${status}`;
}

/** What is awaited, where that is what the list is about: `！ R5の実績が未登録`, `◇ R8の実績待ち`. */
export function missingText(entry: KpiEntry): string {
  const { state } = entry;
  const year = state.inputs.fy === null ? '' : `${era(state.inputs.fy)}の`;
  const symbol = symbols[state.status];
  if (state.status === '期限超過・実績未登録') return `${symbol} ${year}実績が未登録`;
  return state.status === '実績待ち' ? `${symbol} ${year}実績待ち` : stateText(entry);
}

/** The target of the year whose result is missing: `3,100人（R5）`; 記載なし without one. */
export function awaitedTarget({ record, state }: KpiEntry): string {
  const { target, fy } = state.inputs;
  if (!target) return notPrinted;
  const text = valueText(target.text, target.value === null ? null : unitOf(record));
  return fy === null ? text : `${text}（${era(fy)}）`;
}

/** `公表評価 順調（R3）`; '' when none is printed. */
export function publishedText({ state }: KpiEntry): string {
  const words = [...new Set(state.published.map((row) => `${row.word}（${era(row.fy)}）`))];
  return words.length > 0 ? `公表評価 ${words.join('・')}` : '';
}
