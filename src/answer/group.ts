// 「パッケージごとの事業数」「課別のR5予算」「KPIが一番多いパッケージ」: counts and sums by what the records stand under.
import type { Repository } from '../data/repository.ts';
import type { GroupBy, Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import { type Base, subject } from './base.ts';
import { newestBudgetYear } from './budget.ts';
import { projectsOf } from './entries.ts';
import { silentOnFacts } from './silent.ts';
import { figure, fiscalYearName, quoted } from './wording.ts';

const nouns: Record<GroupBy, string> = {
  package: 'パッケージ',
  goal: '基本目標',
  direction: '基本的方向',
  department: '担当課',
  plan: '計画',
  evaluation: '事業評価',
  status: '判定',
};

/** What an entry stands under; a project in two packages counts in both. */
function keysOf(entry: Entry, by: GroupBy, repository: Repository): string[] {
  switch (by) {
    case 'plan':
      return [entry.plan.shortName];
    case 'department':
      return entry.kind === 'kpi' ? entry.departments : [entry.record.department ?? []].flat();
    case 'status':
      return entry.kind === 'kpi' ? [entry.state.status] : [];
    case 'evaluation':
      return entry.kind === 'kpi'
        ? []
        : entry.record.listings.flatMap(({ evaluation }) => evaluation?.word ?? []);
    default: {
      const under =
        entry.kind === 'kpi'
          ? [entry.record.policy ?? []].flat()
          : entry.record.listings.flatMap(({ policy, directions }) => [policy, ...directions]);
      return under
        .flatMap((id) => repository.policyPath(id))
        .filter(({ kind }) => kind === by)
        .map(({ code, name }) => `${code ?? ''} ${name}`.trim());
    }
  }
}

/** Counts the entries by group, or adds up their budgets where money is asked for. */
export function answerGroups(
  question: Question,
  base: Base,
  entries: Entry[],
  by: GroupBy,
  repository: Repository,
): Answer {
  const money = question.facets.includes('budget') || question.command === 'yosan';
  const year = question.years.at(-1) ?? newestBudgetYear(projectsOf(entries));
  if (money && question.years.length === 0 && year !== null)
    base.understood.assumed.push(`年度の指定がないため、最新の${fiscalYearName(year)}で合計しました。`);
  const groups = new Map<string, { entries: Entry[]; value: number }>();
  for (const entry of entries) {
    const budget =
      entry.kind === 'project' ? entry.record.budgets.find(({ fy }) => fy === year)?.thousandYen : null;
    if (money && (budget === null || budget === undefined)) continue;
    for (const key of new Set(keysOf(entry, by, repository))) {
      const group = groups.get(key) ?? { entries: [], value: 0 };
      groups.set(key, group);
      group.entries.push(entry);
      group.value += money ? (budget ?? 0) : 1;
    }
  }
  if (groups.size === 0) return silentOnFacts(base, `${nouns[by]}ごとに分けられる記載がありません。`, []);
  const what = money
    ? `${year === null ? '' : `${fiscalYearName(year)}の`}予算`
    : entries.every(({ kind }) => kind === 'kpi')
      ? 'KPIの数'
      : '事業の数';
  const show = (value: number) => `${figure(value)}${money ? '千円' : '件'}`;
  const best = question.operations.flatMap(({ does }) =>
    does === 'max' || does === 'min' ? { does } : [],
  )[0];
  if (best) {
    const values = [...groups.values()].map(({ value }) => value);
    const bound = best.does === 'max' ? Math.max(...values) : Math.min(...values);
    const first = [...groups].filter(([, { value }]) => value === bound);
    return {
      ...base,
      kind: 'fact',
      entries: [...new Set(first.flatMap(([, group]) => group.entries))],
      lead: `${what}が最も${best.does === 'max' ? '多い' : '少ない'}${nouns[by]}は${quoted(first.map(([key]) => key))}の${show(bound)}です。`,
      aggregate: {
        op: best.does,
        of: money ? 'budget' : what === 'KPIの数' ? 'kpi' : 'project',
        value: bound,
        unit: money ? '千円' : '件',
      },
    };
  }
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b, 'ja', { numeric: true }));
  const kept = new Set(sorted.flatMap(([, group]) => group.entries));
  if (!money && kept.size < entries.length)
    base.notes.push(`${nouns[by]}の記載がないもの（${entries.length - kept.size}件）は含みません。`);
  return {
    ...base,
    kind: 'fact',
    entries: entries.filter((entry) => kept.has(entry)),
    lead: `${subject(question, repository)}${nouns[by]}ごとの${what}です：${sorted.map(([key, { value }]) => `${key} ${show(value)}`).join('、')}。`,
  };
}
