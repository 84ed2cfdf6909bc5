// Lists: what was found for which words and conditions, and the answer when nothing was.
import type { Repository } from '../data/repository.ts';
import type { Question } from '../question/question.ts';
import { typedWords } from '../question/typed-words.ts';
import type { Answer, Entry } from './answer.ts';
import { type Base, conditionsInWords } from './base.ts';
import { nearWords } from './near-words.ts';
import type { Resolved } from './resolve.ts';
import { silentOnConditions } from './silent.ts';
import { fiscalYearName } from './wording.ts';

/** 「移住」の事業3件、KPI5件です。 */
export function answerList(
  question: Question,
  base: Base,
  entries: Entry[],
  resolved: Resolved,
  repository: Repository,
): Answer {
  return { ...base, kind: 'list', entries, lead: listLead(question, entries, resolved, repository) };
}

function listLead(
  question: Question,
  entries: readonly Entry[],
  resolved: Resolved,
  repository: Repository,
): string {
  const [only] = entries;
  if (resolved.named && only && entries.length === 1)
    return `${only.kind === 'kpi' ? 'KPI' : '事業'}「${only.record.name}」（${only.plan.shortName}）です。`;
  const projects = entries.filter(({ kind }) => kind === 'project').length;
  const kpis = entries.length - projects;
  const counts = [...(projects > 0 ? [`事業${projects}件`] : []), ...(kpis > 0 ? [`KPI${kpis}件`] : [])].join(
    '、',
  );
  const words = [
    conditionsInWords(question, repository),
    question.years.map(fiscalYearName).join('・'),
    resolved.named || resolved.ignored || question.words === '' ? '' : topic(question),
  ].filter((word) => word !== '');
  return words.length > 0 ? `「${words.join('・')}」の${counts}です。` : `${counts}です。`;
}

/** 「移住促進の事業」 is listed as 「移住促進」の事業. */
function topic(question: Question): string {
  const typed = typedWords(question).slice(0, 60);
  return question.kindSaid
    ? typed.replace(
        /(?:の|に関する|についての)(?:連携)?(?:事業|プロジェクト|取り?組み?|KPI|指標)(?:の?一覧)?(?:は|って|を\S*)?$/i,
        '',
      )
    : typed;
}

/** Conditions that no record fulfils are told as such; words that nothing matches come with near ones. */
export function answerNothing(
  question: Question,
  base: Base,
  resolved: Resolved,
  repository: Repository,
): Answer {
  if (question.conditions.length > 0 || question.years.length > 0)
    return silentOnConditions(question, base, repository);
  const command = question.command ? `/${question.command} ` : '';
  const typed = typedWords(question) || question.text;
  return {
    ...base,
    kind: 'nothing-found',
    lead: `「${typed.slice(0, 60)}」に当てはまる事業・KPIは見つかりませんでした。`,
    alternatives: nearWords(resolved, question).map((word) => ({ label: word, ask: `${command}${word}` })),
  };
}
