// Two readings: the likelier is answered, the other is offered as a button.
import type { Repository } from '../data/repository.ts';
import type { Question } from '../question/question.ts';
import { spell } from '../question/vocabulary.ts';
import type { Alternative } from './answer.ts';
import { nameIndexOf } from './name-index.ts';
import type { Resolved } from './resolve.ts';

const most = 3;

/** 宿泊者数 is a name of its own and the end of 北九州都市圏域内の宿泊者数; 遅れ stands beside やや遅れ. */
export function otherReadings(question: Question, resolved: Resolved, repository: Repository): Alternative[] {
  const readings: Alternative[] = [];
  const answered = new Set(resolved.found.map(({ id }) => id));
  const said = new Set(
    resolved.named
      ? question.named
          .filter(({ exact }) => exact)
          .map((record) => `${record.kind} ${spell(record.said ?? '')}`)
      : [],
  );
  for (const name of said) {
    const [kind, form = ''] = name.split(' ');
    if (form === '') continue;
    for (const { id, kind: own, spellings } of nameIndexOf(repository).candidates(form)) {
      if (own !== kind || answered.has(id) || !spellings[0]?.includes(form)) continue;
      const name = (kind === 'kpi' ? repository.kpi(id) : repository.project(id))?.name ?? '';
      readings.push({ label: name, ask: `/${kind === 'kpi' ? 'kpi' : 'jigyo'} ${name}` });
    }
  }
  if (question.conditions.some((condition) => condition.on === 'evaluation' && condition.word === '遅れ'))
    readings.push({ label: '評価がやや遅れの事業', ask: '/jigyo 評価 やや遅れ' });
  return readings.slice(0, most);
}
