// One facet of one KPI as a sentence; says where the documents are silent and what they hold instead.
import type { Target } from '../data/schemas/value.ts';

type Facet = string;

import type { KpiEntry } from './answer.ts';
import { figure, fiscalYearName, isDash, percent, valueWithYear } from './wording.ts';

/** A sentence without its full stop, and whether the documents tell. */
export interface Said {
  text: string;
  silent: boolean;
}

const told = (text: string): Said => ({ text, silent: false });
const silent = (text: string): Said => ({ text, silent: true });

/** The KPI's facet for the years asked for (all printed ones without years). */
export function describeKpi(entry: KpiEntry, facet: Facet, years: readonly number[]): Said | null {
  const { record, state } = entry;
  switch (facet) {
    case 'baseline':
      return record.baseline === null || isDash(record.baseline.text)
        ? silent('基準値（現状値）は記載がありません')
        : told(`基準値（現状値）は${valueWithYear(record.baseline)}`);
    case 'target':
      return describeTarget(entry, years);
    case 'deadline':
      return describeDeadline(record.targets);
    case 'actual':
      return describeActual(entry, years);
    case 'rate': {
      const rates = record.achievements.flatMap((rate) =>
        rate.value === null || (years.length > 0 && !years.includes(rate.fy))
          ? []
          : `${percent(rate.value)}（${fiscalYearName(rate.fy)}）`,
      );
      if (rates.length > 0) return told(`達成率は${rates.join('、')}`);
      return silent(`${yearsNamed(years)}達成率は記載がありません${heldActuals(entry)}`);
    }
    case 'times': {
      const times = record.achievements.flatMap(({ fy, value }) =>
        value === null || (years.length > 0 && !years.includes(fy))
          ? []
          : `目標の${value === 0 ? '0' : `約${(value / 100).toFixed(value >= 1000 ? 1 : 2)}`}倍（${fiscalYearName(fy)}、達成率${percent(value)}）`,
      );
      return times.length > 0 ? told(`実績は${times.join('、')}`) : describeKpi(entry, 'rate', years);
    }
    case 'amount': {
      const parts = (['baseline', 'actual', 'target'] as const).flatMap(
        (one) => describeKpi(entry, one, years) ?? [],
      );
      const beside = referenceOf(record.targets, years);
      if (beside) parts.push(told(beside));
      const known = parts.filter((part) => !part.silent);
      return known.length > 0 ? told(known.map(({ text }) => text).join('、')) : (parts.at(-1) ?? null);
    }
    case 'status': {
      const last = state.lastJudged
        ? `（最後の判定 ${fiscalYearName(state.lastJudged.fy)}：${state.lastJudged.verdict.status}）`
        : '';
      return told(`現在の判定は「${state.status}」${last}。${state.reason.replace(/。$/, '')}`);
    }
    case 'department':
      return entry.departments.length > 0
        ? told(`担当は${entry.departments.join('、')}`)
        : silent('担当課は記載がありません');
    case 'policy':
      return entry.policyLabel ? told(`位置づけは${entry.policyLabel}`) : null;
    default:
      return null;
  }
}

/** Targets of a fiscal year, those for every year among them. */
function inYears(targets: readonly Target[], years: readonly number[], end: number): Target[] {
  if (years.length === 0) return [...targets];
  const exact = targets.filter((target) => target.fy !== null && years.includes(target.fy));
  if (exact.length > 0) return exact;
  return targets.filter(
    (target) =>
      target.every &&
      years.every(
        (year) =>
          (target.periodStart === undefined || year >= target.periodStart) && year <= (target.fy ?? end),
      ),
  );
}

/** A cell that sets no target: a dash, 調整中, 単年度目標設定なし, 設定予定. */
export function setsNoTarget(target: Target): boolean {
  return isDash(target.text) || /調整中|設定なし|設定予定|時に設定|開始予定/.test(target.text);
}

function describeTarget({ record: { targets }, plan }: KpiEntry, years: readonly number[]): Said {
  const asked = inYears(targets, years, Math.max(plan.period.to, ...targets.flatMap(({ fy }) => fy ?? [])));
  const usable = asked.filter((target) => !setsNoTarget(target));
  const yearly = usable.filter((target) => target.term === 'year');
  const final = usable.filter((target) => target.term === 'final');
  const parts: string[] = [];
  if (final.length > 0) parts.push(`目標値は${final.map(valueWithYear).join('、')}`);
  if (yearly.length > 0)
    parts.push(`${final.length > 0 ? '年度ごとの' : ''}目標値は${yearly.map(valueWithYear).join('、')}`);
  if (parts.length > 0) return told(parts.join('、'));
  const words = asked.filter((target) => !isDash(target.text)).map((target) => `「${target.text}」`);
  const held = targets.filter((target) => !setsNoTarget(target) && !asked.includes(target));
  const instead =
    held.length > 0
      ? `（記載があるのは${held.map(valueWithYear).join('、')}）`
      : words.length > 0
        ? `（資料では${[...new Set(words)].join('')}）`
        : '';
  return silent(`${yearsNamed(years)}目標値は記載がありません${instead}`);
}

/** R5年度比増（R5：81.4%） tells R5's figure beside a target of another year. */
function referenceOf(targets: readonly Target[], years: readonly number[]): string | null {
  const said = targets.find(
    ({ basisFy, value, fy }) =>
      basisFy !== undefined && value !== null && years.includes(basisFy) && fy !== basisFy,
  );
  if (!said || said.basisFy === undefined || said.value === null) return null;
  return `${fiscalYearName(said.basisFy)}の値は${figure(said.value)}${said.unit ?? ''}（目標値「${said.text}」に併記）`;
}

function describeDeadline(targets: readonly Target[]): Said {
  const final = targets.filter((target) => !setsNoTarget(target));
  const ends = final.filter((target) => target.term === 'final');
  const said = (ends.length > 0 ? ends : final.slice(-1)).flatMap((target) => {
    const end = target.fy === null ? '' : fiscalYearName(target.fy);
    if (target.pointInTime) return `${end}末（${target.pointInTime}時点）`;
    if (target.every) return end === '' ? '毎年度' : `${end}まで毎年度`;
    return end === '' ? [] : end;
  });
  return said.length > 0
    ? told(`達成年度（期限）は${[...new Set(said)].join('、')}`)
    : silent('目標の達成年度は記載がありません');
}

function describeActual(entry: KpiEntry, years: readonly number[]): Said {
  const { record } = entry;
  const recorded = record.recorded.filter((actual) => years.length === 0 || years.includes(actual.fy));
  const printed = record.actuals.filter(
    (actual) =>
      !isDash(actual.text) &&
      (years.length === 0 || years.includes(actual.fy)) &&
      !recorded.some(({ fy }) => fy === actual.fy),
  );
  const said = [
    ...printed.map(valueWithYear),
    ...recorded.map((actual) => `${valueWithYear(actual)}（登録された実績）`),
  ];
  if (said.length > 0) return told(`実績は${said.join('、')}`);
  const none = record.actuals.some(
    (actual) => isDash(actual.text) && (years.length === 0 || years.includes(actual.fy)),
  );
  return silent(
    `${yearsNamed(years)}実績は記載がありません${none ? '（資料では「—」）' : heldActuals(entry)}`,
  );
}

function yearsNamed(years: readonly number[]): string {
  return years.length > 0 ? `${years.map(fiscalYearName).join('・')}の` : '';
}

/** What the documents do hold when the wanted result is not there. */
function heldActuals({ record }: KpiEntry): string {
  const actuals = record.actuals.filter((actual) => !isDash(actual.text)).map(valueWithYear);
  if (actuals.length > 0) return `（記載があるのは実績${actuals.join('、')}）`;
  const target = record.targets.find((one) => !setsNoTarget(one));
  const held = [
    ...(record.baseline && !isDash(record.baseline.text) ? [`基準値${valueWithYear(record.baseline)}`] : []),
    ...(target ? [`目標値${valueWithYear(target)}`] : []),
  ];
  return held.length > 0 ? `（記載があるのは${held.join('、')}）` : '';
}
