// From where to where and by how much: 令和4年度1,110,000千円から令和5年度1,837,000千円へ727,000千円の増です.
import type { Cell } from '../../facts/cell.ts';
import { figure, percent, yen } from '../../wording/figures.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { Scope } from '../run/result/scope.ts';
import type { DifferenceResult, End, Way } from '../run/result/ways.ts';
import { amountText, cellText, placeOf } from './cell-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { blankNote, setText } from './subject-text.ts';
import { gapText, memberName } from './told-text.ts';

/** Of more members than this only the total is given. */
const toldOneByOne = 6;

/** The total first, then each member. */
export function sayDifference({ scope, ways, as, assumed }: DifferenceResult, context: SayContext): Said {
  const total = ways.find(({ member }) => member === null);
  const each = ways.filter(({ member }) => member !== null);
  const told = each.filter(({ from, to }) => from && to);
  const kept = told.length > 0 ? told : each;
  const lines = [
    ...(total ? [wayText(total, { as, scope }, context)] : []),
    ...(kept.length <= toldOneByOne ? kept.map((way) => wayText(way, { as, scope }, context)) : []),
  ];
  const only = total ?? (told.length === 1 ? told[0] : undefined);
  const change = only?.from && only.to ? changeOf(only) : null;
  const money = only?.to?.attribute.type === 'money';
  return said(
    lines.join('\n') || '差を求める数値は記載がありません。',
    kept.flatMap(({ member }) => member ?? []),
    {
      silent: told.length === 0 && !total,
      assumed:
        assumed && only?.to?.attribute.type === 'money' && only.to.fy !== null
          ? [`年度の指定がないため、最新の${fiscalYearName(only.to.fy)}とその前の年度を比べました。`]
          : [],
      notes: total && total.blank.length > 0 ? [blankNote(total.blank, '一方の年度の')] : [],
      aggregate:
        change === null
          ? null
          : {
              op: 'diff',
              of: money ? 'budget' : 'kpi',
              value: money ? change / 1000 : change,
              unit: money ? '千円' : only?.to?.unit === '%' ? 'ポイント' : (only?.to?.unit ?? ''),
            },
    },
  );
}

/** Base values apart from each other, without the noise of binary fractions. */
export function changeOf({ from, to }: Pick<Way, 'from' | 'to'>): number {
  return from && to ? Number((to.value - from.value).toPrecision(12)) : 0;
}

/** One way as a sentence. */
export function wayText(
  way: Way,
  { as, scope }: { as: DifferenceResult['as']; scope: Scope | null },
  context: SayContext,
): string {
  const { member, from, to } = way;
  const name = member ? `「${memberName(member)}」` : scope ? setText(scope) : '';
  if (!from || !to) return missingEnds(way, name, context);
  if (from.attribute.id === 'target' && to.attribute.id === 'actual') return passedText(way, name, context);
  // 目標と実績の差: whether what came out reached what was aimed at, and no way from one to the other.
  if (from.attribute.id === 'actual' && to.attribute.id === 'target' && from.fy !== null && from.fy === to.fy)
    return passedText({ ...way, from: to, to: from }, name, context);
  if (context.query.between?.labels) return labelledText(way, name, context);
  const alike = member !== null && from.attribute.id === to.attribute.id && from.fy === to.fy;
  if (alike && from.value !== to.value) return rowsText(way, name, context);
  if (isApart(from, to))
    return apartText(way, member ? name : `${name}の合計（${way.counted}事業）`, context);
  // One cell held against itself says nothing of a change.
  if (alike)
    return `${name}の${from.attribute.label}は${endText(to, { label: false }, context)}だけで、比べられる${to.fy === null ? 'ものの' : '年度の'}記載がありません。`;
  const label = from.attribute.id === to.attribute.id ? `${from.attribute.label}は` : '';
  const total = member ? '' : `の合計（${way.counted}事業）`;
  const head = total === '' ? `${name}の${label}` : `${name}の${from.attribute.label}${total}は`;
  return `${head}${endText(from, { label: label === '' }, context)}から${endText(to, { label: label === '' }, context)}へ、${changeText(way, as, context)}。`;
}

/** How far the ends lie apart, in the unit that was asked for. */
function sizeText(way: Way, { query }: SayContext): string {
  const change = Math.abs(changeOf(way));
  return way.to?.attribute.type === 'money' ? yen(change, query.unit) : unitChange(change, way.to as End);
}

/** A column without years beside one with them: nothing led from the one to the other. */
const isApart = (from: End, to: End) =>
  from.attribute.type === 'money' && from.attribute.byYear && !to.attribute.byYear && to.fy === null;

/** 「X」の人件費（目安）54,000千円は、令和5年度の予算（事業費）7,434千円より46,566千円多いです。 */
function apartText(way: Way, name: string, context: SayContext): string {
  const { from, to } = way;
  if (!from || !to) return '';
  const change = changeOf(way);
  const year = from.fy === null ? '' : `${fiscalYearName(from.fy)}の`;
  const other = `${year}${from.attribute.label}${yen(from.value, context.query.unit)}`;
  const held = `${name}の${endText(to, { label: true }, context)}は、${other}`;
  if (change === 0) return `${held}と同じです。`;
  return `${held}より${sizeText(way, context)}${change > 0 ? '多い' : '少ない'}です。`;
}

/** 「X」の人件費（目安）はNo. 32の13,300千円とNo. 34の3,075千円で、差は10,225千円です。 */
function rowsText(way: Way, name: string, context: SayContext): string {
  const { from, to } = way;
  if (!from?.cell || !to?.cell) return '';
  const [first, second] = [from, to].map(
    (end) => `${placeOf(end.cell as Cell)}の${endText(end, { label: false }, context)}`,
  );
  return `${name}の${to.attribute.label}は${first}と${second}で、差は${sizeText(way, context)}です。`;
}

/** いいえ。「X」の基準値は平日 237,673人／日、休日 237,672人／日（平成30年度）で、平日のほうが1人／日多いです。 */
function labelledText(way: Way, name: string, context: SayContext): string {
  const { from, to } = way;
  if (!from?.cell || !to?.cell) return '';
  const { claim, between } = context.query;
  const change = changeOf(way);
  const holds = claim?.moved === 'up' ? change > 0 : claim?.moved === 'down' ? change < 0 : change === 0;
  const answer = holds === (claim?.same ?? true) ? 'はい、' : 'いいえ、';
  const yes = claim ? answer : '';
  const printed = `${yes}${name}の${to.attribute.label}は${from.cell.text}、${endText(to, { label: false }, context)}`;
  if (change === 0) return `${printed}で、同じです。`;
  return `${printed}で、${between?.labels?.[change > 0 ? 1 : 0]}のほうが${sizeText(way, context)}多いです。`;
}

/** 「X」の実績は2,961人（令和3年度）で、目標値2,700人（令和3年度）を261人上回っています。 */
function passedText(way: Way, name: string, context: SayContext): string {
  const { from, to } = way;
  if (!from || !to) return '';
  const change = changeOf(way);
  const size = unitChange(change, from);
  const held = `${name}の${to.attribute.label}は${endText(to, { label: false }, context)}`;
  const goal = endText(from, { label: true }, context);
  if (change === 0) return `${held}で、${goal}と同じです。`;
  return `${held}で、${goal}を${size}${change > 0 ? '上回って' : '下回って'}います。`;
}

/** 令和4年度 1,110,000千円; 基準値56.7%（H25年度）. */
function endText(end: End, { label }: { label: boolean }, context: SayContext): string {
  const name = label ? end.attribute.label : '';
  if (end.attribute.type === 'money') {
    // R7補正後 where the plan prints no other budget of the year.
    const kind = end.cell?.called === undefined ? '' : `（${end.cell.called}）`;
    return `${name}${end.fy === null ? '' : `${fiscalYearName(end.fy)}の`}${yen(end.value, context.query.unit)}${kind}`;
  }
  return `${name}${end.cell ? cellText(end.attribute, end.cell, context.query.unit) : figure(end.value)}`;
}

/** 727,000千円の増です; 4割（40%）減です; 同額です. */
function changeText(way: Way, as: DifferenceResult['as'], context: SayContext): string {
  const { from, to } = way;
  if (!from || !to) return '';
  const change = changeOf(way);
  if (change === 0)
    return from.attribute.type === 'money' ? '増減はありません（同額です）' : '同じで、増減はありません';
  const sign = change > 0 ? '増' : '減';
  const size =
    from.attribute.type === 'money' ? yen(Math.abs(change), context.query.unit) : unitChange(change, from);
  if (as === 'share' && from.value !== 0)
    return `${shareText((Math.abs(change) / Math.abs(from.value)) * 100)}の${sign}（${size}の${sign}）です`;
  if (as === 'times' && from.value !== 0) return `${figure(to.value / from.value)}倍（${size}の${sign}）です`;
  return `${size}の${sign}です`;
}

/** In the unit of the cells: 5.9万人, 1.5ポイント. */
function unitChange(change: number, from: End): string {
  const scale = from.cell?.value && from.value !== 0 ? from.value / from.cell.value : 1;
  return amountText(change / (Number.isFinite(scale) && scale !== 0 ? scale : 1), from.unit);
}

/** 40 → 4割（40%）; 0.3 → 0.3% */
function shareText(share: number): string {
  const rounded = Math.round(share * 10) / 10;
  if (rounded < 10) return percent(rounded);
  return `${figure(Math.round(rounded) / 10)}割（${Number.isInteger(rounded) ? `${rounded}%` : percent(rounded)}）`;
}

function missingEnds(way: Way, name: string, context: SayContext): string {
  const gaps = way.told.filter(({ gap }) => gap !== null).map((told) => gapText(told, context));
  const known = [way.from, way.to].flatMap((end) =>
    end ? [`${end.attribute.label}${endText(end, { label: false }, context)}`] : [],
  );
  // 目標値はR5年度比減: said in words alone.
  const inWords = way.told.flatMap(({ attribute, cells }) =>
    attribute && cells.length > 0 && cells.every(({ value }) => value === null)
      ? [`${attribute.label}は${cells.map((cell) => cellText(attribute, cell)).join('、')}で、`]
      : [],
  );
  const because = gaps.length > 0 ? `${gaps[0]}。` : `${inWords.join('')}比べられる数値は記載がありません。`;
  return `${name}の${because}${known.length > 0 && gaps.length > 0 ? `差は求められません（記載があるのは${known.join('、')}）。` : ''}`;
}
