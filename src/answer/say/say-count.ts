// How many: 「国際政策課」の事業は8件です（…）; towns with who is missing.
import { quoted } from '../../wording/names.ts';
import type { CountResult } from '../run/result/figures.ts';
import { kindNames } from '../run/set-words.ts';
import { type Said, said } from './said.ts';
import { unknownNotes } from './say-list.ts';
import { counterOf, namesText, setText } from './subject-text.ts';
import { memberName } from './told-text.ts';
import { townCount } from './town-text.ts';

/** The count with names while they are few. */
export function sayCount(result: CountResult): Said {
  const { scope, of, counted, untold } = result;
  const own = of === scope.kind;
  const members = own ? counted : scope.members;
  if (!own && untold.length === scope.members.length && untold.length > 0)
    return said(`${setText(scope)}の${relationName(of)}は記載がありません。`, members, { silent: true });
  const repeats = repeatNote(result);
  const notes = [
    ...(repeats === '' ? [] : [repeats]),
    ...(own && scope.unknown > 0 ? unknownNotes(scope.unknown) : []),
    ...(untold.length > 0
      ? [`${quoted(untold.slice(0, 5).map(memberName))}は記載がないため含みません。`]
      : []),
  ];
  return said(countText(result), recordsOf(result), {
    notes,
    aggregate: {
      op: 'count',
      of: of === 'kpi' ? 'kpi' : 'project',
      value: counted.length,
      unit: counterOf(of, counted),
    },
    towns: of === 'town' && !own,
  });
}

const relationName = (of: CountResult['of']) => (of === 'town' ? '参加市町' : kindNames[of]);

/** 「X」の参加市町は17市町（6市11町）です（入っていないのは苅田町）。 */
export function countText({ scope, of, counted, absent }: CountResult): string {
  const own = of === scope.kind;
  const subject = own ? setText({ ...scope, named: false }) : `${setText(scope)}の${relationName(of)}`;
  if (counted.length === 0) return `${subject}は0${counterOf(of)}です（該当するものはありません）。`;
  if (of === 'town') {
    const towns = counted.map(({ subject: town }) => town.name);
    const missing =
      absent.length > 0
        ? `（入っていないのは${absent.map(({ subject: town }) => town.name).join('、')}）`
        : '';
    return `${subject}は${townCount(towns)}です${missing}。`;
  }
  return `${subject}は${counted.length}${counterOf(of)}です${namesText(counted)}。`;
}

function recordsOf({ scope, of, counted }: CountResult) {
  return of === 'project' || of === 'kpi' || of === 'row' ? counted : scope.members;
}

/** Projects listed several times count once. */
function repeatNote({ repeated }: CountResult): string {
  return repeated > 0 ? `複数の施策に載る事業（${repeated}件）は1件と数えています。` : '';
}
