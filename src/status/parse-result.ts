// What people type as a result (1,234件, ８０％, 12.5万人, A, 策定済) → a value in the KPI's own unit, or how to mend it.
import type { KpiRecord } from '../data/repository.ts';
import { readGrade } from './measures/graded.ts';
import { readMilestone } from './measures/milestone.ts';
import { number, shown } from './notation.ts';
import { isUsable } from './target-of-year.ts';
import { numbersIn, splitUnit, type TypedNumber, tidyNumberText } from './typed-number.ts';

/** A result as it will be recorded, or a refusal that names the cure. */
export type ParsedResult =
  | {
      ok: true;
      /** In the KPI's unit; null for words. */
      value: number | null;
      unit: string | null;
      /** The words themselves where the KPI is judged by words; null for numbers. */
      words: string | null;
      /** 累計 was typed. */
      cumulative: boolean;
      /** The words say that it is reached in part (一部実施). */
      partly: boolean;
    }
  | { ok: false; reason: string };

const refuse = (reason: string): ParsedResult => ({ ok: false, reason });

/** Reads one typed result for this KPI. Never throws on any text. */
export function parseResult(text: string, kpi: KpiRecord): ParsedResult {
  const typed = text.trim();
  if (typed === '') return refuse(`実績を入力してください（例：${exampleFor(kpi)}）。`);
  if (typed.length > 200)
    return refuse('実績は200文字以内で入力してください。補足はコメント欄にお願いします。');
  if (kpi.measure === 'milestone') return parseMilestone(typed, kpi);
  if (kpi.measure === 'graded') return parseGrade(typed, kpi);
  return parseNumber(typed, kpi);
}

/** The unit results of this KPI are recorded in: the target's, else the baseline's or an actual's. */
export function unitOf(kpi: KpiRecord): string | null {
  for (const value of [...kpi.targets, kpi.baseline, ...kpi.actuals]) if (value?.unit) return value.unit;
  return null;
}

/** An example to type, made from the KPI's own figures. */
export function exampleFor(kpi: KpiRecord): string {
  const target = kpi.targets.find(isUsable);
  if (target && (kpi.measure === 'milestone' || kpi.measure === 'graded')) return shown(target);
  if (kpi.measure === 'average-gap') return '全国平均から+0.3';
  const known = [...kpi.targets, ...kpi.actuals, kpi.baseline].find((one) => typeof one?.value === 'number');
  return `${number(known?.value ?? 100)}${unitOf(kpi) ?? ''}`;
}

function parseMilestone(typed: string, kpi: KpiRecord): ParsedResult {
  const reads = kpi.targets.filter(isUsable).map((target) => readMilestone(typed, shown(target)));
  const read =
    reads.find((one) => one === 'done') ?? reads.find((one) => one !== null) ?? readMilestone(typed, '-');
  if (read === null)
    return refuse(
      `できたかどうかが分かる言葉で入力してください（例：${exampleFor(kpi)}、実施済、一部実施、未実施）。`,
    );
  return { ok: true, value: null, unit: null, words: typed, cumulative: false, partly: read === 'partly' };
}

function parseGrade(typed: string, kpi: KpiRecord): ParsedResult {
  const target = kpi.targets.find(isUsable)?.text ?? '';
  if (readGrade(typed, target) === null)
    return refuse(`評価の段階（S・A・B・C・D）で入力してください（例：${exampleFor(kpi)}）。`);
  return { ok: true, value: null, unit: null, words: typed, cumulative: false, partly: false };
}

function parseNumber(typed: string, kpi: KpiRecord): ParsedResult {
  const tidy = tidyNumberText(typed)
    .replace(/^(令和|平成)\s*\d+\s*年度?(末)?[はの:、\s]*/u, '')
    .replace(/^[RH]\d+(年度)?[はの:、\s]+/iu, '')
    // What stands in brackets at the end explains the figure (3,400人(5年間の平均)).
    .replace(/\([^()]*\)$/u, '')
    .trim();
  const sameAsAverage =
    kpi.measure === 'average-gap' && /^(全国)?平均(と)?(同じ|並み?|同等|同値)/u.test(tidy);
  const numbers: TypedNumber[] = sameAsAverage
    ? [{ value: 0, scale: 1, unit: '', before: '' }]
    : /^ゼロ/u.test(tidy)
      ? [{ value: 0, scale: 1, unit: tidy.slice(2), before: '' }]
      : numbersIn(tidy);
  const [first] = numbers;
  if (!first)
    return refuse(
      /^(-+|なし|無し|未定|未集計|不明|集計中)$/u.test(tidy)
        ? 'まだ実績がない場合は、登録せずにお待ちください。実績が0のときは「0」と入力してください。'
        : `数字で入力してください（例：${exampleFor(kpi)}）。`,
    );
  if (numbers.length > 1) return refuse(`数字をひとつだけ入力してください（例：${exampleFor(kpi)}）。`);
  const scaled = inUnitOf(first, kpi);
  if (typeof scaled === 'string') return refuse(scaled);
  const value = signed(scaled, first, tidy, kpi);
  const wrong = outOfRange(value, kpi);
  if (wrong) return refuse(wrong);
  return {
    ok: true,
    value,
    unit: unitOf(kpi),
    words: null,
    cumulative: /累計|通算|累積/u.test(typed),
    partly: false,
  };
}

/** 全国平均を2.6ポイント下回る → -2.6 */
function signed(value: number, typed: TypedNumber, text: string, kpi: KpiRecord): number {
  const below = /下回|低い|マイナス/u.test(text) && value > 0 && typed.value > 0;
  return kpi.measure === 'average-gap' && below ? -value : value;
}

/** The number in the KPI's unit, or what is wrong with the typed one. */
function inUnitOf(typed: TypedNumber, kpi: KpiRecord): number | string {
  const unit = unitOf(kpi);
  if (unit === null) return typed.value;
  const own = splitUnit(unit);
  const other = sameWord(typed.unit);
  if (other === '') {
    // A bare number is meant in the KPI's unit; a scale of its own (12.5万) counts in the base unit.
    return typed.scale === 1 ? typed.value : precise(typed.value / own.scale);
  }
  if (other === '割' && own.base === '%') return precise(typed.value * 10);
  const typedBase = splitUnit(other);
  const base = sameWord(own.base);
  const fits =
    typedBase.base === base ||
    // 6回 for 6回/年, 52人 for 52人/ha: what follows the slash is understood.
    typedBase.base === base.split('/')[0] ||
    typedBase.base.split('/')[0] === base ||
    (kpi.measure === 'average-gap' && typedBase.base === '%');
  if (!fits) return `単位が違います。このKPIの単位は「${unit}」です（例：${exampleFor(kpi)}）。`;
  return precise((typed.value * typedBase.scale) / own.scale);
}

/** Ways to write one unit: 名 → 人, ヶ所 → か所, パーセント → %. */
function sameWord(unit: string): string {
  return unit
    .replace(
      /(以上|以下|以内|未満|程度|くらい|ぐらい|でした|です|に?増加?|に?減少?|の?(増|減)|上回.*|下回.*|高い|低い|削減)$/u,
      '',
    )
    .replace(/パーセント|percent/iu, '%')
    .replace(/^名/u, '人')
    .replace(/[ヶケヵカ箇]所/u, 'か所')
    .replace(/^(件|社|本|回)数$/u, '$1')
    .replace(/^(pt|pts|%?ポイント|点)$/iu, 'ポイント')
    .replace(/^番$/u, '位');
}

function outOfRange(value: number, kpi: KpiRecord): string | null {
  const unit = unitOf(kpi);
  if (kpi.measure === 'rank')
    return Number.isInteger(value) && value >= 1 ? null : '順位は1以上の整数で入力してください（例：17位）。';
  if (Math.abs(value) >= 1e13)
    return `数字が大きすぎます。単位「${unit ?? ''}」で入力してください（例：${exampleFor(kpi)}）。`;
  if (kpi.measure === 'average-gap') return null;
  const mayFall = /増減|増加数|動態|超過|収支|差/u.test(kpi.name) || (kpi.baseline?.value ?? 0) < 0;
  if (value < 0 && !mayFall && kpi.measure !== 'reduce-by')
    return `0以上の数字で入力してください（例：${exampleFor(kpi)}）。`;
  const known = [...kpi.targets, ...kpi.actuals].map((one) => one.value ?? 0);
  if (unit === '%' && value > 100 && Math.max(0, ...known) <= 100) return '割合は0〜100%で入力してください。';
  return null;
}

function precise(value: number): number {
  return Number(value.toPrecision(15));
}
