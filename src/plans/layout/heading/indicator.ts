// Groups of indicators in a heading: 活動指標ア, 成果指標1 目標値, KPI② 単位.
import { type Headings, plainHeading } from '../headings.ts';
import { partOf } from './look-up.ts';
import type { Meant } from './meaning.ts';

/** 活動指標(…)ア名称, 成果指標1 目標値, KPI② 単位; null when no group of indicators is named. */
export function indicatorOf(rests: readonly string[], vocabulary: Headings): Meant | null {
  const { words } = vocabulary;
  const groups = [...words.kpiGroups, ...words.otherGroups]
    .map(plainHeading)
    .sort((a, b) => b.length - a.length);
  const text = joined(rests, vocabulary);
  // 活動 over 目標: the figure is no part of a group 活動目標.
  const longest = isFigure(rests, vocabulary) ? joined(rests.slice(0, -1), vocabulary).length : text.length;
  const group = groups.find(
    (name) =>
      name.length <= longest && (text.startsWith(name) || text.replace(/^\d{1,2}/, '').startsWith(name)),
  );
  if (group === undefined) return null;
  const behind = text.slice(text.indexOf(group) + group.length).replace(/^[・:\-_の]/, '');
  const match =
    /^(?:\(?([ア-ン]|[a-z]|\d{1,2}|[一二三四五六七八九十])\)?(?![ァ-ヺー一-龠a-z]*[ァ-ヺー]))?[・:\-_.、の]?(.*)$/.exec(
      behind,
    );
  const ordinal = match?.[1];
  const part = (match?.[2] ?? '').replace(/^\((.*)\)$/, '$1');
  // 指標①（ＫＰＩ）: the same word twice is the name.
  const named = ordinal !== undefined && vocabulary.has(words.kpi.name, part);
  const partMeaning = named ? 'kpi-name' : partOf(part, vocabulary);
  if (partMeaning === null) return null;
  const other = vocabulary.has(words.otherGroups, group);
  if (ordinal === undefined) {
    // 成果指標 alone is the name; 成果指標|目標値 belongs to the one indicator of the row.
    if (other) return null;
    if (part === '' && rests.length === 1) return null;
    return {
      meaning: part === '' ? 'kpi-name' : partMeaning,
      indicator: rests.length > 1 || part !== '' ? { group, ordinal: '' } : null,
    };
  }
  if (other) return { meaning: 'attribute' };
  return { meaning: partMeaning, indicator: { group, ordinal } };
}

/** What a group measures is explained in brackets: 活動指標(事務事業の活動量を表す指標). */
function joined(rests: readonly string[], { words, has }: Headings): string {
  const text = rests.join('');
  // KPI②（重要業績評価指標）
  const [, inside = ''] = /[\da-zア-ン]\(([^()]+)\)$/.exec(text) ?? [];
  return has(words.kpi.name, inside) ? text : text.replace(/\([^()]{6,}\)/g, '');
}

/** Whether the lowest of several texts alone says which figure stands there. */
function isFigure(rests: readonly string[], vocabulary: Headings): boolean {
  const part = rests.length > 1 ? partOf(rests.at(-1) ?? '', vocabulary) : null;
  return part !== null && ['target', 'actual', 'baseline', 'current', 'rate'].includes(part);
}
