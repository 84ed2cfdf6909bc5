// How a sentence names its set: 「企画課」の事業, 全計画の事業, 「A」「B」.

import type { Kind } from '../../facts/attribute.ts';
import { listed, quoted } from '../../wording/names.ts';
import type { Member, Scope } from '../run/result/scope.ts';
import { kindNames } from '../run/set-words.ts';
import { memberName } from './told-text.ts';

/** 「企画課」の事業; named ones by their names. */
export function setText(scope: Scope, kind: Kind = scope.kind): string {
  if (scope.named && scope.kind !== 'town' && scope.members.length > 0 && scope.members.length <= 3)
    return `${quoted(scope.members.map(memberName))}${kind === scope.kind ? '' : `の${kindNames[kind]}`}`;
  const towns = scope.named && kind === 'town' ? endingOf(scope.members) : null;
  const noun = towns ?? (kind === scope.kind ? scope.noun : kindNames[kind]);
  if (scope.label === '') return scope.noun === kindNames[scope.kind] ? `収録している${noun}` : noun;
  return `${quotedLabel(scope.label)}の${noun}`;
}

/** A condition that quotes a word is quoted itself: 「事業評価が『遅れ』」. */
export function quotedLabel(label: string): string {
  return `「${label.replaceAll('「', '『').replaceAll('」', '』')}」`;
}

/** 4件（「A」、「B」） with names while they are few. */
export function namesText(members: readonly Member[], most = 10): string {
  return members.length === 0
    ? ''
    : `（${listed(members.slice(0, most).map(memberName), most, members.length)}）`;
}

/** 「A」、「B」など: what a search found, without a number that nobody asked for. */
export function someNames(members: readonly Member[], most = 6): string {
  const names = members.slice(0, most).map((member) => `「${memberName(member)}」`);
  return `${names.join('、')}${members.length > most ? 'など' : ''}`;
}

/** 市, 町 or 村, where all of several towns are called so. */
function endingOf(members: readonly Member[]): string | null {
  const [ending, other] = new Set(members.map(({ subject }) => subject.name.slice(-1)));
  return members.length > 1 && other === undefined && /[市町村]/.test(ending ?? '') ? (ending ?? null) : null;
}

/** What a kind is counted in. */
export function counterOf(kind: Kind, members: readonly Member[] = []): string {
  if (kind === 'town')
    return (
      endingOf(members) ?? (members.some(({ subject }) => subject.name.endsWith('村')) ? '市町村' : '市町')
    );
  return '件';
}

/** 「A」「B」は令和5年度の記載がないため含みません。 Many are only counted, as the lead does already. */
export function blankNote(blank: readonly Member[], when: string): string {
  if (blank.length > 5) return `${when}記載がない${blank.length}件は含みません。`;
  return `${listed(blank.map(memberName), 5)}は${when}記載がないため含みません。`;
}
