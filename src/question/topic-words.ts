// Words that some question reads as a form and this one means as its topic: 大学の評価 after `/kpi`.
import { stripFiller } from './filler.ts';
import type { Finding } from './finding.ts';
import type { Facet, Question } from './question.ts';
import { isKpiCondition, isKpiFacet } from './question-kind.ts';

/** What only projects have printed. */
const ofProjects: Facet[] = [
  'budget',
  'cost',
  'labor',
  'towns',
  'absent-towns',
  'evaluation',
  'roles',
  'effects',
  'change',
  'outcome',
];

/** Splits the findings into forms and topic words: after `/kpi` the facts of projects, after `/jigyo` KPI figures that only describe the projects. */
export function setTopicsApart(
  all: readonly Finding[],
  text: string,
  command: Question['command'],
): { forms: Finding[]; topics: Finding[] } {
  // 「/kpi ごみを減らす取組の成果」: 取組 is no head noun, so the command says the kind.
  const own = command === 'kpi' || command === 'jigyo' ? (command === 'kpi' ? 'kpi' : 'project') : null;
  const findings = all.filter(
    ({ meaning, at, text: said }) =>
      own === null || meaning.is !== 'kind' || meaning.kind === own || isHead(all, text, at + said.length),
  );
  const isTopic = topicTest(findings, command);
  return {
    forms: findings.filter((finding) => !isTopic(finding)),
    topics: findings.filter(isTopic),
  };
}

/** No topic follows the noun: 「移住の事業を教えて」, but not 「防犯の取組が市民に評価されているか」. */
function isHead(findings: readonly Finding[], text: string, end: number): boolean {
  const particle = /^[のがをに]/.exec(text.slice(end))?.[0];
  const after = findings.filter(({ at, meaning }) => at >= end && meaning.is !== 'filler');
  // 「移住の事業の予算」 asks for a fact of the projects.
  if (particle === undefined || (particle === 'の' && after.length > 0)) return true;
  const rest = after.reduce(
    (left, { at, text: said }) => left.slice(0, at) + ' '.repeat(said.length) + left.slice(at + said.length),
    text,
  );
  return stripFiller(rest.slice(end)) === '';
}

/** 「/kpi 国際政策課のR5予算の合計」 means the budget, whatever the command. */
function isReckoned({ meaning }: Finding): boolean {
  if (meaning.is === 'years') return true;
  if (meaning.is === 'operation')
    return ['sum', 'max', 'min', 'group', 'diff'].includes(meaning.operation.does);
  return (
    meaning.is === 'condition' && ['department', 'town', 'compare', 'moved'].includes(meaning.condition.on)
  );
}

function topicTest(
  findings: readonly Finding[],
  command: Question['command'],
): (finding: Finding) => boolean {
  const named = findings.some(
    ({ meaning }) => meaning.is === 'named' && meaning.records.some(({ exact }) => exact),
  );
  if (named) return () => false;
  const project = findings.findLast(({ meaning }) => meaning.is === 'kind' && meaning.kind === 'project');
  if (command === 'kpi' && !project && !findings.some(isReckoned))
    return ({ meaning }) => meaning.is === 'facet' && ofProjects.includes(meaning.facet);
  // 「空き家の現状を調べる事業」 looks for projects; 「空き家の事業の目標」 asks for targets.
  const ofKpis = findings.some(
    ({ meaning }) => meaning.is === 'condition' && isKpiCondition(meaning.condition),
  );
  if (command === 'jigyo' && project && !ofKpis)
    return ({ meaning, at }) =>
      meaning.is === 'facet' &&
      isKpiFacet(meaning.facet) &&
      meaning.facet !== 'rate' &&
      meaning.facet !== 'times' &&
      at < project.at;
  return () => false;
}
