// The largest or smallest: winners with their figures, ties named, what could not be compared said.
import type { Cell } from '../../facts/cell.ts';
import { mapped } from '../../facts/lazy-list.ts';
import { figure, percent, yen } from '../../wording/figures.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { pointsOf, wayOf } from '../run/difference.ts';
import type { ExtremeResult, Ranked } from '../run/result/figures.ts';
import { kindNames } from '../run/set-words.ts';
import { amountText, cellText, rateWithoutYear } from './cell-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { counterOf, quotedLabel } from './subject-text.ts';
import { memberName } from './told-text.ts';

/** More that have the same figure are counted: a thousand names help nobody. */
const mostNamed = 20;

/** 令和3年度の達成率が最も低いKPIは「バスツアーの参加者数」の0.0%です。 */
export function sayExtreme(result: ExtremeResult, context: SayContext): Said {
  const { winners, scope, attribute, way, nth, years, compared, left, otherUnit, unit } = result;
  const label = columnsApart(context) ?? measureText(result);
  const set = scope.label === '' || scope.named ? '' : `${quotedLabel(scope.label)}のうち、`;
  const kind = kindNames[winners[0]?.member.kind ?? scope.kind];
  if (context.query.extreme?.placeOf) return sayPlaces(result, { set, label }, context);
  if (winners.length === 0) {
    const lead =
      compared === 0
        ? `${set}${label}を比べられる数値は記載がありません。`
        : `${set}${label}が${nth}番目の${kind}はありません（比べられるのは${compared}件です）。`;
    return said(lead, [], { silent: true });
  }
  const order = nth !== null && nth > 1 ? `${nth}番目に` : result.top > 1 ? '' : '最も';
  const named = winners.slice(0, mostNamed);
  const names = named.map((one) => `「${memberName(one.member)}」の${valueText(one, result, context)}`);
  const others = winners.length > named.length ? `ほか${winners.length - named.length}件` : '';
  const tie = winners.length > result.top && nth === null ? `（同じ値の${winners.length}件）` : '';
  const top =
    result.top > 1
      ? `${set}${label}が${wayText(result)}${kind}の上位${winners.length}件は`
      : `${set}${label}が${order}${wayText(result)}${kind}${tie}は`;
  const notes = [
    `比べたのは${compared}件です${left > 0 ? `（記載のない${left}件は含みません）` : ''}。`,
    ...(otherUnit > 0
      ? [`単位が「${unit}」のものだけを比べました（ほかの単位の${otherUnit}件は含みません）。`]
      : []),
  ];
  return said(
    `${top}${names.join('、')}${others}です。`,
    mapped(winners, ({ member }) => member),
    {
      notes,
      assumed:
        result.assumed && years.length > 0
          ? [`年度の指定がないため、最新の${years.map(fiscalYearName).join('・')}で比べました。`]
          : [],
      aggregate: {
        op: way,
        of: attribute?.type === 'money' ? 'budget' : scope.kind === 'kpi' ? 'kpi' : 'project',
        value: winners[0] ? (attribute?.type === 'money' ? winners[0].value / 1000 : winners[0].value) : null,
        unit: unit ?? '',
      },
    },
  );
}

/** 「R5行政評価」のうち、「A」の令和5年度の予算（事業費）43,921千円は、大きいほうから5番目です（21件中）。 */
function sayPlaces(
  result: ExtremeResult,
  { set, label }: { set: string; label: string },
  context: SayContext,
): Said {
  const { winners, places, compared, left, years, assumed } = result;
  if (winners.length === 0)
    return said(`${label}の記載がないため、順位は分かりません。`, [], { silent: true });
  const lines = winners.map(
    (one, at) =>
      `${set}「${memberName(one.member)}」の${label}${valueText(one, result, context)}は、${wayText(result)}ほうから${places[at]}番目です（${compared}件中）。`,
  );
  return said(
    lines.join('\n'),
    winners.map(({ member }) => member),
    {
      notes: left > 0 ? [`記載のない${left}件は含みません。`] : [],
      assumed:
        assumed && years.length > 0
          ? [`年度の指定がないため、最新の${years.map(fiscalYearName).join('・')}で比べました。`]
          : [],
    },
  );
}

/** 人件費（目安）と予算（事業費）の差, where two columns are held against each other. */
function columnsApart({ query, facts }: SayContext): string | null {
  const { between, extreme } = query;
  const by = extreme?.by;
  const apart = between && between.from.attribute !== between.to.attribute;
  if (!between || (by !== 'ratio' && !apart)) return null;
  const [from, to] = [between.from, between.to].map(({ attribute, fy }) => {
    const year = fy === null || by === 'gap' ? '' : `${fiscalYearName(fy)}の`;
    return `${year}${facts.attribute(attribute)?.label ?? attribute}`;
  });
  if (by === 'ratio') return `${from}に対する${to}の${query.as === 'percent' ? '割合' : '倍率'}`;
  if (by === 'rate-of-change') return `${from}から${to}への変化率`;
  return by === 'gap' ? `${to}と${from}の差` : null;
}

const changeNames = {
  rise: '増加',
  fall: '減少',
  gap: '差',
  'rate-of-change': '変化率',
  ratio: '倍率',
  year: '',
} as const;

function measureText({ attribute, of, by, years }: ExtremeResult): string {
  if (of !== null || !attribute) return `${of === 'town' ? '参加市町' : kindNames[of ?? 'project']}の数`;
  if (by === 'value')
    return `${years.length === 1 ? `${fiscalYearName(years[0] as number)}の` : ''}${attribute.label}`;
  const [from, to] = [years[0], years.at(-1)];
  // The way of a KPI leads from the base to the target.
  if (attribute.id === 'baseline' && by !== 'year') return `基準値から目標値への${changeNames[by]}`;
  const span =
    from !== undefined && to !== undefined && from !== to
      ? `${fiscalYearName(from)}から${fiscalYearName(to)}への`
      : '';
  return `${span}${attribute.label}の${changeNames[by]}`;
}

function wayText({ way, attribute, by }: ExtremeResult): string {
  if (by === 'ratio') return way === 'max' ? '高い' : '低い';
  if (attribute?.type === 'year') return way === 'max' ? '新しい' : '古い';
  if (attribute?.type === 'rate') return way === 'max' ? '高い' : '低い';
  return way === 'max' ? '大きい' : '小さい';
}

function valueText({ member, value, cells }: Ranked, result: ExtremeResult, context: SayContext): string {
  const { attribute, of, by, unit } = result;
  if (of !== null || !attribute) return `${value}${counterOf(of ?? 'project')}`;
  const [cell] = cells;
  if (by === 'value') return ownText(value, cell, result, context);
  if (by === 'ratio') {
    const size =
      context.query.as === 'percent' ? percent(value * 100) : `${figure(Math.round(value * 100) / 100)}倍`;
    return `${size}${endsText(member, context)}`;
  }
  if (by === 'rate-of-change')
    return `${percent(Math.abs(value))}${value < 0 ? '減' : '増'}${endsText(member, context)}`;
  const size =
    attribute.type === 'money' ? yen(Math.abs(value), context.query.unit) : amountText(value, unit);
  const sign = by === 'gap' ? '' : value < 0 ? '減' : value > 0 ? '増' : '（増減なし）';
  return `${size}${sign}${endsText(member, context)}`;
}

function ownText(
  value: number,
  cell: Cell | undefined,
  { attribute, years }: ExtremeResult,
  context: SayContext,
): string {
  if (attribute?.type === 'money')
    return `${yen(value, context.query.unit)}${cell?.called === undefined ? '' : `（${cell.called}）`}`;
  // The sentence has begun with the year.
  if (cell && attribute?.type === 'rate' && years.length === 1) return rateWithoutYear(cell);
  return cell ? cellText(attribute ?? undefined, cell, context.query.unit) : String(value);
}

/** （2,129,365千円→2,423,778千円） */
function endsText(member: Ranked['member'], context: SayContext): string {
  const { from, to } = wayOf(member, pointsOf(member, context.query, context), context);
  if (!from || !to) return '';
  const text = (end: typeof from) =>
    end.attribute.type === 'money' || !end.cell ? yen(end.value, context.query.unit) : end.cell.text;
  return `（${text(from)}→${text(to)}）`;
}
