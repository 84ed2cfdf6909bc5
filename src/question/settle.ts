// Findings set against each other: overlaps, plans said twice, figures that 何人 stands for, years of one facet only.
import type { Finding } from './finding.ts';
import type { Condition, Facet, Named, Operation, Question } from './question.ts';
import { isKpiFacet } from './question-kind.ts';

/** Keeps the findings that do not overlap: names first, then the longest, then the earliest. */
export function settle(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const order = [...findings].sort(
    (a, b) => b.weight - a.weight || b.text.length - a.text.length || a.at - b.at,
  );
  for (const finding of order) {
    const end = finding.at + finding.text.length;
    const clash = kept.find((other) => finding.at < other.at + other.text.length && end > other.at);
    // Two records of one name, or 北九州市 as the publisher of several plans, share their words.
    if (!clash) kept.push(finding);
    else if (
      clash.at === finding.at &&
      clash.text === finding.text &&
      clash.meaning.is === 'named' &&
      finding.meaning.is === 'named'
    )
      clash.meaning.records.push(...finding.meaning.records);
  }
  return kept.sort((a, b) => a.at - b.at);
}

/** R3実績とR5目標: each facet with the year just before it, where the years differ. */
export function boundYears(findings: readonly Finding[], text: string): Question['facetYears'] {
  const bound: Question['facetYears'] = [];
  findings.forEach(({ meaning, at }, index) => {
    const before = findings[index - 1];
    if (meaning.is !== 'facet' || before?.meaning.is !== 'years' || before.meaning.years.length !== 1) return;
    const between = text.slice(before.at + before.text.length, at);
    const [year] = before.meaning.years;
    if (/^の?\s?$/.test(between) && year !== undefined) bound.push({ facet: meaning.facet, year });
  });
  const differ = new Set(bound.map(({ year }) => year)).size > 1;
  return differ && new Set(bound.map(({ facet }) => facet)).size === bound.length ? bound : [];
}

/** 何人 and いくら stand for the figures the rest of the question is about. */
export function settleAmount(
  facets: Facet[],
  text: string,
  named: readonly Named[],
  kinds: readonly string[],
  command: Question['command'],
): void {
  const at = facets.indexOf('amount');
  if (at < 0) return;
  facets.splice(at, 1);
  if (facets.some((facet) => ['budget', 'labor', 'cost', 'change'].includes(facet))) return;
  const figures = facets.filter(isKpiFacet);
  if (figures.length > 0) {
    if (figures.every((facet) => facet === 'deadline' || facet === 'status')) facets.push('target');
    return;
  }
  const aboutKpi =
    (command === 'kpi' && !kinds.includes('project')) ||
    named.some(({ kind, exact }) => kind === 'kpi' && exact) ||
    /[額高率数](?:等)?(?:は|って|が)/.test(text);
  if (/いくら|円/.test(text) && !aboutKpi) facets.push('budget');
  else if (!kinds.includes('project')) facets.push('amount');
}

/** Plans said twice narrow each other only where they overlap: 久留米の総合戦略 is one plan. */
export function addCondition(
  conditions: Condition[],
  added: Condition,
  isAlternative: (last: Condition, added: Condition) => boolean,
): void {
  if (added.on === 'plan') {
    const before = conditions.find((condition) => condition.on === 'plan');
    if (before?.on === 'plan') {
      const both = before.plans.filter((plan) => added.plans.includes(plan));
      before.plans = both.length > 0 ? both : [...new Set([...before.plans, ...added.plans])];
      return;
    }
  }
  if (added.on === 'department') {
    const before = conditions.find((condition) => condition.on === 'department');
    if (before?.on === 'department') {
      before.departments = [...new Set([...before.departments, ...added.departments])];
      return;
    }
  }
  if (added.on === 'status') {
    const before = conditions.find((condition) => condition.on === 'status');
    if (before?.on === 'status') {
      before.statuses = [...new Set([...before.statuses, ...added.statuses])];
      return;
    }
  }
  const last = conditions.at(-1);
  if (last && isAlternative(last, added)) {
    conditions[conditions.length - 1] = { on: 'any', of: [...(last.on === 'any' ? last.of : [last]), added] };
    return;
  }
  conditions.push(added.on === 'plan' ? { ...added, plans: [...added.plans] } : { ...added });
}

/** Each record once, exact where any of its names was. */
export function distinct(named: readonly Named[]): Named[] {
  const byId = new Map<string, Named>();
  for (const record of named) {
    const before = byId.get(record.id);
    byId.set(record.id, before ? { ...record, exact: before.exact || record.exact } : record);
  }
  return [...byId.values()];
}

/** Each operation once; what a later mention adds (再掲込み) stays. */
export function addOperation(operations: Operation[], added: Operation): void {
  const before = operations.findIndex(({ does }) => does === added.does);
  if (before < 0) operations.push(added);
  else operations[before] = { ...added, ...operations[before] } as Operation;
}
