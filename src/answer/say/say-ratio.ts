// The share or the multiple with both figures it is made of.
import { figure, percent, yen } from '../../wording/figures.ts';
import { quoted } from '../../wording/names.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { RatioResult, RatioSide } from '../run/result/ways.ts';
import { kindNames } from '../run/set-words.ts';
import { type Said, type SayContext, said } from './said.ts';
import { blankNote, counterOf, setText } from './subject-text.ts';
import { memberName } from './told-text.ts';

/** 「A」の令和7年度の予算（事業費）57,740千円は、「B」の事業の合計90,540千円（4事業）の63.8%です。 */
export function sayRatio(result: RatioResult, context: SayContext): Said {
  const { part, whole, value, assumed } = result;
  const notes = [part, whole].flatMap(({ blank, fy }) =>
    blank.length > 0 ? [blankNote(blank, fy === null ? '' : `${fiscalYearName(fy)}の`)] : [],
  );
  return said(ratioText(result, context), [...part.counted, ...(value === null ? whole.counted : [])], {
    notes: [...new Set(notes)],
    silent: value === null && result.outside.length === 0,
    assumed:
      assumed && part.fy !== null
        ? [`年度の指定がないため、最新の${fiscalYearName(part.fy)}で計算しました。`]
        : [],
  });
}

/** The sentence; where nothing can be worked out it says why. */
export function ratioText(result: RatioResult, context: SayContext): string {
  const { part, whole, value, outside } = result;
  const same = part.fy === whole.fy;
  const alike = part.attribute?.id === whole.attribute?.id;
  const first = `${nameOf(part, result)}の${when(part)}${labelOf(part, result)}`;
  const second = `${nameOf(whole, result)}の${same ? '' : when(whole)}${result.of === null && alike ? '' : labelOf(whole, result)}`;
  const [a, b] = [sideText(part, result, context), sideText(whole, result, context)];
  if (part.value === null || whole.value === null) {
    const open =
      part.value === null ? first : `${nameOf(whole, result)}の${when(whole)}${labelOf(whole, result)}`;
    return `${open}は記載がないため、割合を計算できません。`;
  }
  if (outside.length > 0)
    return `${quoted(outside.slice(0, 5).map(memberName))}は${setText(whole.scope)}に入っていないため、割合は計算していません（${first}は${a}、${setText(whole.scope)}は${b}です）。`;
  if (value === null) return `${second}が${b}のため、割合を計算できません。`;
  return `${first}${a}は、${second}${b}の${sizeText(value, result)}です。`;
}

/** 63.8%, 12.4倍. */
function sizeText(value: number, { as }: RatioResult): string {
  if (as !== 'times') return percent(value * 100);
  return `${value < 10 ? figure(value) : (Math.round(value * 10) / 10).toFixed(1)}倍`;
}

const nameOf = ({ scope }: RatioSide, { of }: RatioResult) =>
  of !== null && scope.kind === of ? setText({ ...scope, named: false }) : setText(scope);

const when = ({ fy }: RatioSide) => (fy === null ? '' : `${fiscalYearName(fy)}の`);

function labelOf({ attribute }: RatioSide, { of }: RatioResult): string {
  if (of !== null || !attribute) return `${of === 'town' ? '参加市町' : ''}数`;
  return attribute.label;
}

/** The sum of a set says so, with how many it holds. */
function sideText(side: RatioSide, { of }: RatioResult, { query }: SayContext): string {
  const { attribute } = side;
  const value = side.value ?? 0;
  if (of !== null || !attribute) return `${value}${counterOf(of ?? 'project')}`;
  const amount = attribute.type === 'money' ? yen(value, query.unit) : figure(value);
  if (side.counted.length === 1) return amount;
  return `${side.scope.named ? '' : '合計'}${amount}（${side.counted.length}${side.scope.kind === 'kpi' ? 'KPI' : kindNames.project}）`;
}
