// Which records a question is about, and the intent word that goes with it.
import type { Condition, Facet, Intent, Kind, Question } from './question.ts';

const kpiFacets: Facet[] = ['baseline', 'target', 'actual', 'rate', 'times', 'deadline', 'status', 'amount'];
const projectFacets: Facet[] = [
  'budget',
  'labor',
  'towns',
  'absent-towns',
  'department',
  'evaluation',
  'cost',
  'roles',
  'effects',
  'change',
  'outcome',
];
const kpiMeasured = ['rate', 'target', 'actual', 'baseline'];

/** True for conditions that only a KPI can fulfil itself. */
export function isKpiCondition(condition: Condition): boolean {
  switch (condition.on) {
    case 'direction':
    case 'measure':
    case 'everyYear':
    case 'revised':
    case 'status':
    case 'unit':
    case 'wordedTarget':
      return true;
    case 'compare':
      return kpiMeasured.includes(condition.what);
    case 'missing':
      return condition.what !== 'budget';
    case 'any':
      return condition.of.every(isKpiCondition);
    case 'not':
      return isKpiCondition(condition.that);
    default:
      return false;
  }
}

/** True for facets that are figures of KPIs. */
export function isKpiFacet(facet: Facet): boolean {
  return kpiFacets.includes(facet);
}

/** True for conditions that stand in a project's row. */
function isProjectCondition(condition: Condition): boolean {
  if (condition.on === 'not') return isProjectCondition(condition.that);
  if (condition.on === 'any') return condition.of.some(isProjectCondition);
  return !isKpiCondition(condition) && !['plan', 'department', 'policy'].includes(condition.on);
}

type Partial = Omit<Question, 'kinds' | 'kindSaid' | 'intent'>;

/** The head noun decides, then what only one kind can have, then the command; else both. */
export function kindsOf(question: Partial, said: readonly Kind[]): { kinds: Kind[]; kindSaid: boolean } {
  const last = said.at(-1);
  const does = (name: string) => question.operations.some((operation) => operation.does === name);
  // 「国際政策課の事業とKPIの数」 counts both, 「…の事業のKPIの数」 only the KPIs.
  if (does('count-kpis') && !does('max') && !does('min') && said.includes('project'))
    return {
      kinds:
        does('count') ||
        /事業(?:数)?(?:と|や|、|・|および|及び)(?:kpi|指標)/i.test(question.text.normalize('NFKC'))
          ? ['project', 'kpi']
          : ['kpi'],
      kindSaid: true,
    };
  // 「交流事業の参加者の目標」: figures that only KPIs have outweigh the word 事業.
  const figures = question.facets.some(
    (facet) => isKpiFacet(facet) && facet !== 'deadline' && facet !== 'status',
  );
  if (last === 'project' && figures && !question.facets.some((facet) => projectFacets.includes(facet)))
    return { kinds: ['kpi'], kindSaid: false };
  if (
    last &&
    !(said.length > 1 && last === 'kpi' && question.operations.some((o) => o.does === 'count-kpis'))
  )
    return { kinds: [last], kindSaid: true };
  if (question.operations.some((operation) => operation.does === 'count-kpis'))
    return { kinds: ['kpi'], kindSaid: true };
  if (question.facets.includes('kpis') && question.operations.some(({ does }) => does === 'group'))
    return { kinds: ['kpi'], kindSaid: true };
  if (question.facets.some(isKpiFacet) || question.conditions.some(isKpiCondition))
    return { kinds: ['kpi'], kindSaid: false };
  if (question.command === 'yosan' || question.command === 'machi')
    return { kinds: ['project'], kindSaid: false };
  if (question.facets.some((facet) => projectFacets.includes(facet)))
    return { kinds: ['project'], kindSaid: false };
  if (question.command === 'kpi') return { kinds: ['kpi'], kindSaid: false };
  if (question.command === 'jigyo' || question.conditions.some(isProjectCondition))
    return { kinds: ['project'], kindSaid: false };
  return { kinds: ['kpi', 'project'], kindSaid: false };
}

/** The intent word of `ask --json`. */
export function intentOf(question: Partial & { kinds: Kind[] }): Intent {
  if (question.special === 'help' || question.special === 'greeting') return 'help';
  if (question.special === 'lagging' || question.special === 'unrecorded') return 'lagging';
  const towns =
    question.facets.includes('towns') ||
    question.facets.includes('absent-towns') ||
    question.operations.some(({ does }) => does === 'count-towns') ||
    question.conditions.some(({ on }) => on === 'town' || on === 'scope' || on === 'townCount');
  if (towns || question.command === 'machi') return 'towns';
  if (question.facets.includes('budget') || question.command === 'yosan') {
    if (!question.kinds.includes('kpi') || question.kinds.length === 2) return 'budget';
  }
  if (question.kinds.length === 1) return question.kinds[0] ?? 'unknown';
  return question.plain && question.words === '' ? 'unknown' : 'project';
}
