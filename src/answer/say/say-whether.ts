// Yes or no first, then the right fact with its figure; what cannot be decided says why.
import { valueWithYear } from '../../wording/values.ts';
import type { Checked, Fact, WhetherResult } from '../run/result/claims.ts';
import type { Member, Told } from '../run/result/scope.ts';
import type { CompareResult, Remaining } from '../run/result/ways.ts';
import { tell } from '../run/tell.ts';
import { amountText, cellText, rateWithoutYear } from './cell-text.ts';
import { pathsText } from './policy-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { labelOf as comparedLabel, sideText, wordsText } from './say-compare.ts';
import { countText } from './say-count.ts';
import { changeOf, wayText } from './say-difference.ts';
import { namesWithin } from './say-list.ts';
import { ratioText } from './say-ratio.ts';
import { goalText } from './say-remaining.ts';
import { sumText } from './say-sum.ts';
import { carriers } from './say-values.ts';
import { setText } from './subject-text.ts';
import { memberName, otherwise, rowText, toldText } from './told-text.ts';
import { isForAll, townCount } from './town-text.ts';

/** はい、… / いいえ、… / …判断できません。 */
export function sayWhether({ scope, holds, checked }: WhetherResult, context: SayContext): Said {
  if (checked.length === 0)
    return said(`${setText(scope)}について、確かめられる記載がありません。`, scope.members, { silent: true });
  // What decides stands first: the wrong part of a no, the open part of what cannot be decided.
  const order = (one: Checked) => (one.holds === false ? 0 : one.holds === null ? 1 : 2);
  const facts = [...checked].sort((a, b) => order(a) - order(b)).reduce(together, []);
  const texts = [...new Set(facts.map((one) => factText(one, context)))].filter((text) => text !== '');
  const answer = holds ? `はい、${bothText(checked)}` : 'いいえ、';
  const lead = holds === null ? texts.join('') : `${answer}${texts.join('')}`;
  const members = facts.flatMap(({ fact }) => membersOf(fact));
  return said(lead, unique(members.length > 0 ? members : scope.members), { silent: holds === null });
}

/** 目標値は200人、実績は179人です: figures of one record that hold alike are one sentence. */
function together(facts: readonly Checked[], next: Checked): Checked[] {
  const last = facts.at(-1);
  const { fact, holds } = next;
  const all = [...facts, next];
  if (last?.fact.is !== 'told' || fact.is !== 'told' || last.holds !== holds || holds === null) return all;
  const said = last.fact.told;
  const records = new Set([...said, ...fact.told].map(({ member }) => member.subject.id));
  if (records.size !== 1) return all;
  const isSaid = (one: Told) =>
    said.some(({ id, cells }) => id === one.id && cells.every((cell, at) => cell === one.cells[at]));
  const told = [...said, ...fact.told.filter((one) => !isSaid(one))];
  return [...facts.slice(0, -1), { holds, fact: { is: 'told', told } }];
}

/** 両方に入っていますか: of two records the answer says that it is both. */
function bothText(checked: readonly Checked[]): string {
  const towns = checked.flatMap(({ fact }) => (fact.is === 'town' ? [fact] : []));
  const both =
    checked.length === 2 &&
    towns.length === 2 &&
    towns[0]?.town === towns[1]?.town &&
    towns[0]?.member.subject.id !== towns[1]?.member.subject.id;
  return both ? '両方に入っています。' : '';
}

function unique(members: readonly Member[]): Member[] {
  const ids = new Set<string>();
  return members.filter(({ subject }) => !ids.has(subject.id) && ids.add(subject.id));
}

function membersOf(fact: Fact): Member[] {
  switch (fact.is) {
    case 'told':
      return carriers(fact.told);
    case 'town':
    case 'policy':
    case 'plain':
      return [fact.member];
    case 'period':
      return carriers(fact.told);
    case 'ratio':
      return fact.ratio.part.counted;
    case 'more':
      return fact.compare.scopes.flatMap(({ members }) => members);
    case 'way':
      return fact.way.member ? [fact.way.member] : [];
    case 'reached':
      return [fact.remaining.member];
    case 'count':
      return fact.count.scope.members;
    case 'sum':
      return fact.sum.totals.at(-1)?.counted ?? [];
    case 'same':
      return fact.compare.scopes.flatMap(({ members }) => members);
    case 'some':
      return fact.members;
    default:
      return fact satisfies never;
  }
}

/** Nothing to decide by, and what the document holds instead. */
function openText(told: readonly Told[], context: SayContext): string {
  if (told.some(({ gap }) => gap === null)) return '';
  const held = told.map((one) => otherwise(one, context)).find((text) => text !== '') ?? '';
  return `判断できません${held}。`;
}

/** The fact behind one part, as a sentence of its own. */
function factText({ fact, holds }: Checked, context: SayContext): string {
  switch (fact.is) {
    case 'told':
      return `${rowText(fact.told, context)}${ratesText(fact.told, context)}${holds === null ? openText(fact.told, context) : ''}`;
    case 'town':
      return townText(fact);
    case 'policy':
      return `「${memberName(fact.member)}」の位置づけは${pathsText(fact.member, context)}です。`;
    case 'way':
      return moveText(fact, { holds }, context);
    case 'reached':
      return reachedText(fact, context);
    case 'count':
      return countText(fact.count);
    case 'sum':
      return sumText(fact.sum, context);
    case 'same':
      return sameText(fact.compare, context);
    case 'period':
      return `${rowText(fact.told, context)}${overText(fact)}`;
    case 'some':
      if (fact.each !== null) return eachText(fact, fact.each);
      return fact.members.length === 0
        ? lackingText(fact)
        : `${setText(fact.scope)}に当てはまるものは${fact.members.length}件あります（${namesWithin(fact.members, () => '')}）。`;
    case 'ratio':
      return ratioText(fact.ratio, context);
    case 'more':
      return `${fact.compare.sides.map((side, at) => `${sideName(fact.compare, at)}の${fact.compare.of === null ? comparedLabel(fact.compare) : '数'}は${sideText(side, fact.compare, context)}`).join('、')}です。`;
    case 'plain':
      return `「${memberName(fact.member)}」は「${fact.predicate}」に${holds === null ? '当てはまるか記載がありません' : holds ? '当てはまります' : '当てはまりません'}。`;
    default:
      return fact satisfies never;
  }
}

/** The record, or the set with what it holds: 「久留米総合戦略」の基本目標. */
function sideName({ sides, scopes }: CompareResult, at: number): string {
  const [side, scope] = [sides[at], scopes[at]];
  return scope && sides.length === scopes.length ? setText(scope) : `「${side?.label ?? ''}」`;
}

/** 「X」のKPI38件には実績の記載がありません。 */
function lackingText({ scope, lacking }: Extract<Fact, { is: 'some' }>): string {
  if (lacking !== null) return `${setText(scope)}${scope.members.length}件には${lacking}の記載がありません。`;
  return `${setText(scope)}に当てはまるものはありません。`;
}

/** 「X」のKPI46件は、すべて「目標年度を過ぎた」に当てはまります。 */
function eachText({ scope, members }: Extract<Fact, { is: 'some' }>, what: string): string {
  const all = scope.members.length;
  const many = members.length === all ? 'すべて' : `${members.length}件が`;
  return members.length === 0
    ? `${setText(scope)}${all}件に、「${what}」に当てはまるものはありません。`
    : `${setText(scope)}${all}件は、${many}「${what}」に当てはまります。`;
}

const overText = ({ over }: Extract<Fact, { is: 'period' }>) =>
  over === null ? '' : over ? '期間はすでに終わっています。' : '期間はまだ終わっていません。';

/** A rate comes with the figures it is made of: 実績7,386,517件、目標15,000件. */
function ratesText(told: readonly Told[], context: SayContext): string {
  // Said already, beside the rate.
  if (['actual', 'target'].every((part) => told.some(({ id }) => id === part))) return '';
  return told
    .filter(({ attribute, gap }) => attribute?.type === 'rate' && gap === null)
    .map(({ member, cells }) => {
      const years = cells.flatMap(({ fy }) => fy ?? []);
      const parts = ['actual', 'target'].flatMap((attribute) => tell(member, { attribute, years }, context));
      return `もとの数値は、${parts
        .filter(({ gap }) => gap === null)
        .map((part) => toldText(part, context))
        .join('、')}です。`;
    })
    .join('');
}

function townText({ member, town, towns }: Extract<Fact, { is: 'town' }>): string {
  const name = `「${memberName(member)}」`;
  if (towns === null) return `${name}の参加市町は記載がないため、判断できません。`;
  const many = `${isForAll(member) ? '全市町、' : ''}${townCount(towns)}`;
  // The short answer first; who does take part comes after it.
  return towns.includes(town)
    ? `${name}の参加市町（${many}）に${town}は入っています。`
    : `${name}の参加市町に${town}は入っていません。参加市町は${many}です：${towns.join('、')}。`;
}

/** With the true direction; without an actual it cannot be decided. */
function moveText(
  { way, as = 'amount' }: Extract<Fact, { is: 'way' }>,
  { holds }: Pick<Checked, 'holds'>,
  context: SayContext,
): string {
  const text = wayText(way, { as, scope: null }, context);
  if (holds !== null && way.from && way.to) {
    const change = changeOf(way);
    const kept = way.from.attribute.id === 'baseline' && way.to.attribute.id === 'target' && change === 0;
    return kept ? text.replace('へ、同じで、増減はありません', 'までの値は同じです（維持する目標）') : text;
  }
  if (!way.member) return text;
  return `${text.replace(/差は求められません.*$/, '')}増減は判断できません。`;
}

/** （達成率73.6%、未達）: the printed rate of the actual's own year. */
function rateOf({ member, from, reached }: Remaining, context: SayContext): string {
  const word = reached ? '達成' : '未達';
  const cells = context.facts.cells('rate', member.subject.id);
  const cell = cells.find(({ fy, value }) => value !== null && fy !== null && fy === from?.cell.fy);
  return cell ? `（達成率${rateWithoutYear(cell)}、${word}）` : `（${word}）`;
}

function reachedText(
  { remaining, limit, actual }: Extract<Fact, { is: 'reached' }>,
  context: SayContext,
): string {
  const { member, from, to } = remaining;
  const name = `「${memberName(member)}」`;
  const goal = limit !== null ? limit : to ? goalText(to) : '目標';
  const target = limit !== null && to ? `、目標値は${valueWithYear(to)}` : '';
  const actuals = context.facts.attribute('actual');
  if (actual) {
    if (!to && limit === null) return `${noFigure(remaining, name)}`;
    const short =
      remaining.gap !== null && limit === null && !remaining.reached
        ? `（差は${amountText(remaining.gap, to?.unit ?? null)}）`
        : '';
    const rate = limit === null || /[%割]/.test(limit) ? rateOf(remaining, context) : '';
    return `${name}の最新の実績は${cellText(actuals, actual)}で、${goal}に${remaining.reached ? '達しています' : `達していません${short}`}${rate}${target}。${unsureText(remaining)}`;
  }
  if (!from)
    return `${name}は実績の記載がないため、${goal}に達したか判断できません（基準値の記載もありません）。`;
  const base = `基準値は${valueWithYear(from.cell)}`;
  if (!to && limit === null) return noFigure(remaining, name);
  if (remaining.reached)
    return `${name}は実績の記載がないため判断できませんが、基準値${valueWithYear(from.cell)}の時点で${goal}${better(remaining)}${target}。`;
  return `${name}は実績の記載がないため、${goal}に達したか判断できません（${base}${limit !== null && to ? target : ''}）。`;
}

/** 公用車の保有台数 of which nobody said that fewer are better. */
function unsureText({ gap, direction }: Remaining): string {
  if (direction !== 'unknown' || gap === null || gap === 0) return '';
  return '増やす指標か減らす指標かが確認されていないため、多いほどよいとみています。';
}

const better = ({ gap }: Remaining) => (gap === 0 ? 'と同じです' : 'を満たしています');

function noFigure({ open, from }: Remaining, name: string): string {
  const words = [...new Set(open.map(({ text }) => `「${text}」`))].join('、');
  const base = from ? `${from.what === 'actual' ? '実績' : '基準値'}は${valueWithYear(from.cell)}` : '';
  return `${name}は${words === '' ? '目標値の記載がなく' : `目標が${words}で`}、実績の記載もないため判断できません${base === '' ? '' : `（${base}）`}。`;
}

function sameText(compare: Extract<Fact, { is: 'same' }>['compare'], context: SayContext): string {
  if (compare.sides.some(({ value }) => value === null)) return wordsText(compare, context);
  const alike = compare.sides.every(({ value }) => value === compare.sides[0]?.value);
  const told = compare.sides
    .map((side) => `「${side.label}」は${sideText(side, compare, context)}`)
    .join('、');
  return `${comparedLabel(compare)}は${alike ? '同じです' : '異なります'}（${told}）。`;
}
