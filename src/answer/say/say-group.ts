// The set by groups: counts or sums a group.
import { yen } from '../../wording/figures.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { Group, GroupResult } from '../run/result/figures.ts';
import { kindNames } from '../run/set-words.ts';
import { firstBehind, type Said, type SayContext, said } from './said.ts';
import { setText } from './subject-text.ts';

/** So many groups are named in the sentence. */
const mostGroups = 20;

/** 担当課ごとの事業の数は、企画課5件、…です。 */
export function sayGroup(result: GroupResult, context: SayContext): Said {
  const { scope, groups, attribute, fy, left, assumed } = result;
  const by = byText(result, context);
  if (groups.length === 0) return said(`${by}ごとに分けられる記載がありません。`, [], { silent: true });
  const what = attribute
    ? `${fy === null ? '' : `${fiscalYearName(fy)}の`}${attribute.label}`
    : `${kindNames[scope.kind]}の数`;
  const counter = scope.kind === 'kpi' ? 'KPI' : kindNames.project;
  const show = ({ value, members }: Group) =>
    attribute ? `${yen(value, context.query.unit)}（${members.length}${counter}）` : `${value}件`;
  const members = firstBehind(groups);
  const notes =
    left > 0
      ? [`${by}${attribute ? `または${attribute.label}` : ''}の記載がないもの（${left}件）は含みません。`]
      : [];
  const more = {
    notes,
    assumed:
      assumed && fy !== null ? [`年度の指定がないため、最新の${fiscalYearName(fy)}で計算しました。`] : [],
  };
  if (result.way) {
    const names = groups.map((group) => `「${group.label}」の${show(group)}`).join('、');
    const lead = `${setText(scope)}を${by}ごとに見ると、${what}${attribute ? 'の合計' : ''}が${placeText(result)}のは${names}です。`;
    return said(lead, members, more);
  }
  const texts = groups.slice(0, mostGroups).map((group) => `${group.label} ${show(group)}`);
  const rest = groups.length > mostGroups ? `ほか${groups.length - mostGroups}` : '';
  return said(
    `${setText(scope)}を${by}ごとに見ると、${what}は${texts.join('、')}${rest}です。`,
    members,
    more,
  );
}

/** 最も多い, 2番目に少ない, 多い順に3つまで. */
function placeText({ way, nth, top }: GroupResult): string {
  const word = way === 'max' ? '多い' : '少ない';
  if (nth !== null && nth > 1) return `${nth}番目に${word}`;
  return top > 1 ? `${word}順に${top}つ` : `最も${word}`;
}

function byText({ by }: GroupResult, { facts, query }: SayContext): string {
  const groups = query.sets[1];
  if (groups) return groups.label || kindNames[groups.kind];
  return kindNames[by as keyof typeof kindNames] ?? facts.attribute(by)?.label ?? by;
}
