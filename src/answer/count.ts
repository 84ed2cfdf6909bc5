// 「何件？」: counts, each project and KPI once.
import type { Repository } from '../data/repository.ts';
import type { Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import { type Base, subject } from './base.ts';
import { kpisOf, projectsOf } from './entries.ts';

/** 「何件？」 */
export function answerCount(
  question: Question,
  base: Base,
  entries: Entry[],
  repository: Repository,
): Answer {
  const projects = projectsOf(entries);
  const kpis = kpisOf(entries);
  const counts = [
    ...(projects.length > 0 || question.kinds.includes('project') ? [`事業は${projects.length}件`] : []),
    ...(kpis.length > 0 || question.kinds.includes('kpi') ? [`KPIは${kpis.length}件`] : []),
  ];
  const onlyKpis = projects.length === 0 && !question.kinds.includes('project');
  const repeated = projects.filter(({ record }) => record.listings.length > 1).length;
  if (repeated > 0) base.notes.push(`複数の施策に載る事業（${repeated}件）は1件と数えています。`);
  return {
    ...base,
    kind: 'fact',
    entries,
    lead: `${subject(question, repository)}${counts.join('、')}です。`,
    aggregate: {
      op: 'count',
      of: onlyKpis ? 'kpi' : 'project',
      value: onlyKpis ? kpis.length : projects.length,
      unit: '件',
    },
  };
}
