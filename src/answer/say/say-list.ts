// The set itself: how many, which, and by which figures.

import { joined } from '../../facts/lazy-list.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { ListResult } from '../run/result/result.ts';
import type { Member, Told } from '../run/result/scope.ts';
import { tell } from '../run/tell.ts';
import { cellText, placeOf } from './cell-text.ts';
import { mainOf, type Said, type SayContext, said } from './said.ts';
import { counterOf, setText } from './subject-text.ts';
import { memberName } from './told-text.ts';

/** Names while the sentence stays short. */
const mostNames = 15;
const mostLetters = 420;

/** 「達成率90%以上」のKPIは4件です（「A」92.3%（令和3年度）、…）。 */
export function sayList({ scope, related, shown }: ListResult, context: SayContext): Said {
  const told = new Map(shown.map(({ member, told: own }) => [member.subject.id, own]));
  const plain = shown.every(({ told: own }) => own.length === 0);
  const aims = plain && scope.kind === 'kpi' && scope.members.length <= mostAims;
  const names = namesWithin(scope.members, (member) =>
    aims ? aimText(member, context) : figuresText(told.get(member.subject.id) ?? [], context),
  );
  const count = `${scope.members.length}${counterOf(scope.kind, scope.members)}`;
  const lead = `${setText(scope)}は${count}です${names === '' ? '' : `（${names}）`}。${relatedText(related)}`;
  const notes = scope.unknown > 0 && scope.near === null ? unknownNotes(scope.unknown) : [];
  return said(lead, scope.members.length > 0 ? joined([scope.members, related]) : [], {
    list: true,
    notes,
    ...mainOf(scope.members, related),
  });
}

/** KPIs listed with what each is to reach. */
const mostAims = 6;

/** 目標値88.4%（令和6年度） behind the name of a KPI; nothing where no figure is printed. */
function aimText(member: Member, context: SayContext): string {
  const [told] = tell(member, { attribute: 'target', years: [] }, context);
  const text = told ? figuresText([told], context) : '';
  return text === '' ? '' : `目標値${text}`;
}

/** ほかに関連6件 */
export function relatedText(related: readonly Member[]): string {
  return related.length > 0 ? `ほかに関連するものが${related.length}件あります。` : '';
}

/** Those the document does not tell of are said, as they may belong here. */
export function unknownNotes(unknown: number): string[] {
  return [`該当するか資料に記載がないもの（${unknown}件）は含みません。`];
}

/** Money with its year where there are several years, a word with its row. */
function figuresText(told: readonly Told[], { query }: SayContext): string {
  const texts = told.flatMap(({ attribute, cells }) =>
    cells.slice(0, 3).map((cell) => {
      const text = cellText(attribute, cell, query.unit);
      if (attribute?.type === 'word' && cell.source) return `${placeOf(cell)}で${text}`;
      const dated = told.length > 1 && attribute?.type === 'money' && cell.fy !== null;
      return dated && cell.fy !== null ? `${fiscalYearName(cell.fy)} ${text}` : text;
    }),
  );
  return [...new Set(texts)].join('・');
}

/** 「A」92.3%、「B」96.9% … ほか3件 */
export function namesWithin(members: readonly Member[], beside: (member: Member) => string): string {
  const parts: string[] = [];
  let letters = 0;
  for (const member of members.slice(0, mostNames)) {
    const part = `「${memberName(member)}」${beside(member)}`;
    letters += part.length;
    if (letters > mostLetters) break;
    parts.push(part);
  }
  const rest = members.length - parts.length;
  return `${parts.join('、')}${rest > 0 ? ` ほか${rest}件` : ''}`;
}
