// A text looked up in the lists of headings, as it stands.
import type { MoneyKind } from '../../read-plan.ts';
import type { Headings } from '../headings.ts';
import type { Meaning, Meant } from './meaning.ts';

/** What the lists say; `attribute` where none holds it. */
export function lookUp(text: string, vocabulary: Headings): Meant {
  const { words } = vocabulary;
  const has = (list: readonly string[]) => vocabulary.has(list, text);
  if (has(words.project)) return { meaning: 'project' };
  if (has(words.number)) return { meaning: 'number' };
  if (has(words.serial)) return { meaning: 'serial' };
  const part = words.departmentParts.findIndex((list) => has(list));
  if (has(words.department) || part >= 0)
    return { meaning: 'department', departmentPart: part >= 0 ? part : null };
  for (const [kind, list] of Object.entries(words.money))
    if (has(list)) {
      // 計画 and 見込 alone say too little: whether they are targets or amounts shows in what stands above.
      const bare = ['計画', '見込', '要求', '補正', '当初', '執行'].includes(text);
      if (!bare || has(words.kindWords.settled ?? [])) {
        return { meaning: 'money', money: kind === 'unknown' ? null : (kind as MoneyKind) };
      }
      if (text !== '計画' && text !== '見込') return { meaning: 'money', money: kind as MoneyKind };
    }
  const kpi: [Meaning, readonly string[]][] = [
    ['target-year', words.kpi.targetYear],
    ['baseline-year', words.kpi.baselineYear],
    ['kpi-name', words.kpi.name],
    ['baseline', words.kpi.baseline],
    ['current', words.kpi.current],
    ['target', words.kpi.target],
    ['actual', words.kpi.actual],
    ['rate', words.kpi.rate],
    ['direction', words.kpi.direction],
  ];
  const found = kpi.find(([, list]) => has(list));
  if (found) return { meaning: found[0] };
  if (has(words.policyCode)) return { meaning: 'policy-code' };
  if (has(words.policy)) return { meaning: 'policy' };
  if (has(words.year)) return { meaning: 'year' };
  if (has(words.kpi.unit)) return { meaning: 'unit' };
  if (has(words.summary)) return { meaning: 'summary' };
  if (has(words.personal)) return { meaning: 'personal' };
  if (has(words.rowKind)) return { meaning: 'row-kind' };
  if (has(words.amount)) return { meaning: 'amount' };
  return { meaning: 'attribute' };
}

/** A part of an indicator: 名称, 単位, 目標値; null for any other text. */
export function partOf(part: string, vocabulary: Headings): Meaning | null {
  const { kpi } = vocabulary.words;
  if (part === '') return 'kpi-value';
  const lists: [Meaning, readonly string[]][] = [
    ['kpi-name', kpi.namePart],
    ['kpi-unit', kpi.unit],
    ['baseline', kpi.baseline],
    ['current', kpi.current],
    ['target', kpi.target],
    ['actual', kpi.actual],
    ['rate', kpi.rate],
    ['target-year', kpi.targetYear],
    ['baseline-year', kpi.baselineYear],
    ['direction', kpi.direction],
  ];
  return lists.find(([, list]) => vocabulary.has(list, part))?.[0] ?? null;
}
