// One attribute of one subject in words: 令和8年度の予算（事業費）は34,507千円, or what the document leaves open.
import type { Cell, Subject } from '../../facts/cell.ts';
import { bareName } from '../../facts/facts.ts';
import { listed } from '../../wording/names.ts';
import { fiscalYearName, fiscalYearNames } from '../../wording/years.ts';
import { nameOf, stateOfKpi } from '../run/context.ts';
import type { Member, Told } from '../run/result/scope.ts';
import { cellText, placeOf } from './cell-text.ts';
import { pathsText, policyName } from './policy-text.ts';
import type { SayContext } from './said.ts';
import { townsText } from './town-text.ts';

/** Attributes people ask for that no plan of ours prints. */
const notHeld: Readonly<Record<string, string>> = {
  settled: '決算額',
  supplement: '補正予算額',
  half: '上半期・下半期の額',
  executed: '執行額',
};

/** What the attribute is called, also where it is not held. */
export function labelOf({ id, attribute }: Pick<Told, 'id' | 'attribute'>): string {
  return attribute?.label ?? notHeld[id] ?? (/[^\x20-\x7e]/.test(id) ? id : 'その項目');
}

/** 「A」の令和8年度の予算（事業費）は34,507千円です。「A」の担当課は記載がありません。 */
export function rowText(row: readonly Told[], context: SayContext): string {
  const byMember = new Map<string, Told[]>();
  for (const told of row) {
    const key = `${told.member.kind} ${told.member.subject.id}`;
    byMember.set(key, [...(byMember.get(key) ?? []), told]);
  }
  return [...byMember.values()].map((own) => memberText(own, context)).join('');
}

function memberText(row: readonly Told[], context: SayContext): string {
  const [first] = row;
  if (!first) return '';
  const name = `「${nameOf(first.member.subject, first.member.kind)}」`;
  const known = row.filter(({ gap }) => gap === null);
  const open = row.filter(({ gap }) => gap !== null);
  const sentences: string[] = [];
  if (known.length > 0)
    sentences.push(`${name}の${known.map((told) => toldText(told, context)).join('、')}です。`);
  for (const told of known) {
    const gap = missingText(told);
    if (gap !== '') sentences.push(`${gap}。`);
  }
  for (const told of open) sentences.push(`${name}の${gapText(told, context)}。`);
  return sentences.join('');
}

/** 令和8年度の予算（事業費）は34,507千円 */
export function toldText(told: Told, context: SayContext): string {
  const { cells, attribute, member } = told;
  const name = bareName(told.id);
  const label = labelOf(told);
  const { unit } = context.query;
  if (name === 'towns') return townsText(member, cells, context);
  if (name === 'policy') return `${label}は${pathsText(member, context)}`;
  if (name === 'kpis' || name === 'projects')
    return `${label}は${cells.length}件（${listed(
      cells.map(({ text }) => text),
      12,
    )}）`;
  if (name === 'summary') return `概要は「${cells.map(({ text }) => text.replace(/。$/, '')).join('。')}」`;
  if (name === 'status') return statusText(member, context);
  const [only] = cells;
  if (only && cells.length === 1 && attribute?.type === 'money')
    return `${only.fy === null ? '' : `${fiscalYearName(only.fy)}の`}${label}は${cellText(attribute, only, unit)}`;
  if (attribute?.type === 'money')
    return `${label}は${cells.map((cell) => `${whenOf(cell)}${cellText(attribute, cell, unit)}`).join('、')}`;
  return `${label}は${wordsText(told, unit)}`;
}

/** Rows that say the same are given once; rows that differ are given each with its place. */
function wordsText({ cells, attribute }: Told, unit: string | null): string {
  const texts = cells.map((cell) => cellText(attribute, cell, unit));
  const distinct = [...new Set(texts)];
  if (attribute?.type !== 'word' || distinct.length === 1) return distinct.join('、');
  return cells.map((cell, place) => `${placeOf(cell)}で${texts[place]}`).join('、');
}

/** 令和4年度 , or the row for what has no year. */
function whenOf(cell: Cell): string {
  return cell.fy === null ? `${placeOf(cell)}で` : `${fiscalYearName(cell.fy)} `;
}

function statusText({ subject }: Member, context: SayContext): string {
  const state = stateOfKpi(context, subject.id);
  if (!state) return '現在の判定は「判定対象外」';
  const last = state.lastJudged
    ? `（最後の判定 ${fiscalYearName(state.lastJudged.fy)}：${state.lastJudged.verdict.status}）`
    : '';
  // 「です」 follows: a reason that ends otherwise (…終わっていません) stands beside the status.
  const reason = state.reason.replace(/。$/, '');
  const verdict = `現在の判定は「${state.status}」${last}`;
  return reason.endsWith('です') ? `${verdict}で、${reason.slice(0, -2)}` : `${verdict}（${reason}）`;
}

/** 令和9年度は記載がありません, beside years that have a figure. */
function missingText(told: Told): string {
  return told.missing.length > 0
    ? `${fiscalYearNames(told.missing)}の${labelOf(told)}は記載がありません`
    : '';
}

/** Why there is nothing to tell, and what the document holds instead. */
export function gapText(told: Told, context: SayContext): string {
  const { missing, gap, open, held, member } = told;
  const label = labelOf(told);
  const when = missing.length > 0 ? `${fiscalYearNames(missing)}の` : '';
  const plan = context.repository.plan(member.subject.plan ?? '')?.shortName;
  switch (gap) {
    case 'not-held':
      return `${when}${label}は収録していません（記載がありません）${instead(member, context)}`;
    case 'no-column':
      return `${when}${label}は記載がありません（${plan ?? '資料'}には${label}の欄がないため、収録していません）`;
    case 'no-carrier':
      return `${label}は記載がありません（${carrierText(told)}）`;
    case 'open':
      return `${when}${label}は「${open?.text ?? ''}」とあり、数値の記載がありません${heldText(told, held, context)}`;
    case 'dash':
      return `${when}${label}は記載がありません（資料では「${open?.text ?? '—'}」）${heldText(told, held, context)}`;
    default:
      return `${when}${label}は記載がありません${heldText(told, held, context) || otherwise(told, context)}`;
  }
}

function carrierText({ attribute }: Told): string {
  return attribute?.of.includes('kpi') ? 'KPIがありません' : '対応する事業がありません';
}

/** （記載があるのは令和8年度 32,100千円） */
function heldText({ attribute }: Told, held: readonly Cell[], context: SayContext): string {
  if (held.length === 0) return '';
  const texts = held.map((cell) =>
    attribute?.type === 'money'
      ? `${whenOf(cell)}${cellText(attribute, cell, context.query.unit)}`
      : cellText(attribute, cell, context.query.unit),
  );
  return `（記載があるのは${[...new Set(texts)].slice(0, 6).join('、')}）`;
}

/** A KPI without an actual still has a baseline and a target. */
export function otherwise(told: Told, context: SayContext): string {
  const { member, id } = told;
  if (member.kind !== 'kpi' || !['actual', 'rate', 'baseline', 'target'].includes(id)) return '';
  const others = (id === 'rate' ? ['actual', 'baseline', 'target'] : ['baseline', 'target', 'actual']).filter(
    (other) => other !== id,
  );
  const texts = others.flatMap((other) => {
    const attribute = context.facts.attribute(other);
    const cells = context.facts
      .cellsOf('kpi', other, member.subject.id)
      .filter(({ value, word, aside }) => (value !== null || word !== null) && !aside);
    return cells.length === 0 || !attribute
      ? []
      : [`${attribute.label}${cells.map((cell) => cellText(attribute, cell)).join('・')}`];
  });
  return texts.length > 0 ? `（記載があるのは${texts.join('、')}）` : '';
}

/** What is held instead, without a figure. */
function instead(member: Member, { facts }: SayContext): string {
  if (member.kind !== 'project') return '';
  const years = facts
    .cellsOf('project', 'budget', member.subject.id)
    .flatMap(({ fy, value }) => (value === null ? [] : (fy ?? [])));
  return years.length > 0 ? `。収録しているのは${fiscalYearNames(years)}の予算（事業費）です` : '';
}

/** A member's name in a list: policies with their code. */
export function memberName({ kind, subject }: Member): string {
  return kind === 'policy' ? policyName(subject as Subject & { code: string | null }) : nameOf(subject, kind);
}
