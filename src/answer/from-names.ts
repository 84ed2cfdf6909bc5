// Names in the text → records: of the kind asked for, narrowed by conditions, words and letters.
import type { Repository } from '../data/repository.ts';
import type { Kind, Named, Question } from '../question/question.ts';
import { spell } from '../question/vocabulary.ts';
import type { Found } from './entries.ts';
import { namedByPart } from './partial-names.ts';

/** Names → records of the kind asked for: a project's KPIs, a KPI's projects. */
export function fromNames(
  question: Question,
  named: readonly Pick<Named, 'kind' | 'id'>[],
  repository: Repository,
): Found[] {
  const wanted = question.kinds.length === 1 ? question.kinds[0] : undefined;
  const direct = wanted ? named.filter((record) => record.kind === wanted) : named;
  const ids = new Map<string, Found>();
  const add = (kind: Kind, id: string) => ids.set(id, { kind, id, score: 1 });
  if (direct.length > 0) for (const { kind, id } of direct) add(kind, id);
  else if (wanted === 'kpi')
    for (const { id } of named) for (const kpi of repository.kpisOf(id)) add('kpi', kpi.id);
  else
    for (const { id } of named) for (const project of repository.projectsOf(id)) add('project', project.id);
  // A KPI of a package has no project: it stays the answer itself.
  if (ids.size === 0) for (const { kind, id } of named) add(kind, id);
  return [...ids.values()];
}

/** Conditions and left words choose among several records of the name; they never empty it. */
export function narrow(
  question: Question,
  found: Found[],
  test: (kind: Kind, id: string) => boolean,
  repository: Repository,
): Found[] {
  const fitting = found.filter(({ kind, id }) => test(kind, id));
  const kept = fitting.length > 0 ? fitting : found;
  if (kept.length < 2 || question.words === '' || question.plain) return kept;
  const ids = new Set(kept.map(({ id }) => id));
  const part = namedByPart(repository, question.words, ['kpi', 'project'], (_, id) => ids.has(id));
  // 「地域総括補助金を導入したまちづくり協議会」 is whole in one name, in the other only its end.
  if (part.length > 1) return closestWhole(question.text, part, repository);
  return part.length > 0 ? part : closestByLetters(question.words, kept, repository);
}

/** The records whose name shares the longest run of letters with the whole question. */
function closestWhole(text: string, found: Found[], repository: Repository): Found[] {
  const typed = spell(text).slice(0, 200);
  const longest = found.map(({ kind, id }) => {
    const name = spell((kind === 'kpi' ? repository.kpi(id) : repository.project(id))?.name ?? '');
    let best = 0;
    for (let from = 0; from + best < name.length; from++)
      while (from + best < name.length && typed.includes(name.slice(from, from + best + 1))) best++;
    return best;
  });
  const most = Math.max(...longest);
  return found.filter((_, index) => (longest[index] ?? 0) >= most - 1);
}

/** Several KPIs of one project: 寄附額 holds 額 of 寄附金額; all of them where no letter decides. */
export function closestByLetters(words: string, found: Found[], repository: Repository): Found[] {
  if (found.length < 2) return found;
  const nameOf = ({ kind, id }: Found) =>
    (kind === 'kpi' ? repository.kpi(id) : repository.project(id))?.name ?? '';
  const names = found.map(nameOf);
  const telling = [...new Set(words)].filter(
    (letter) => /[一-龠ァ-ヶa-z]/.test(letter) && !names.every((name) => name.includes(letter)),
  );
  const counts = names.map((name) => telling.filter((letter) => name.includes(letter)).length);
  const most = Math.max(...counts);
  return most === 0 ? found : found.filter((_, index) => counts[index] === most);
}
