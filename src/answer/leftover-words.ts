// What is left of a question after its conditions: topics, mere talk, words that the best hit does not hold.
import type { Repository } from '../data/repository.ts';
import { spell } from '../question/vocabulary.ts';
import type { SearchResult } from '../search/search.ts';
import { nameIndexOf } from './name-index.ts';

/** Words that name a thing and that the best hit does not hold: 認知症 of 認知症サポーター. */
export function missedBy({ hits, terms }: SearchResult): string[] {
  const [best] = hits;
  if (!best) return [];
  return terms.filter(
    (term) => /^(?:[一-龠々]{2,}|[ァ-ヶー]{3,}|[a-z]{3,})$/.test(term) && !best.matched.includes(term),
  );
}

/** Words that no hit prints: 引っ越し when all of them say 移住 or 転入. */
export function unprinted({ hits, terms }: SearchResult, repository: Repository): string[] {
  if (hits.length === 0) return [];
  const nouns = terms.filter((term) =>
    /^(?:[一-龠々]{2,}|[ァ-ヶー]{3,}|お?[一-龠々][一-龠々ぁ-ん]*[きしちりけせてめれえ])$/.test(term),
  );
  return nouns.filter((term) => {
    const typed = spell(term);
    // The best hit mostly prints it: the others are only looked at while it does not.
    return !hits.some(({ kind, id }) => spell(printed(kind, id, repository)).includes(typed));
  });
}

/** What a record says of itself, its projects' words for a KPI included. */
function printed(kind: 'kpi' | 'project', id: string, repository: Repository): string {
  const own = kind === 'kpi' ? repository.kpi(id) : repository.project(id);
  const around =
    kind === 'kpi'
      ? repository.projectsOf(id).flatMap(({ name, keywords, summary }) => [name, ...keywords, summary])
      : repository.kpisOf(id).map(({ name }) => name);
  const summary = own && 'summary' in own ? own.summary : '';
  return [own?.name ?? '', ...(own?.aliases ?? []), ...(own?.keywords ?? []), summary, ...around].join(' ');
}

/** A word that stands in the name of any record is a topic, and not only talk. */
export function isTopic(word: string, repository: Repository): boolean {
  const typed = spell(word);
  if (typed.length < 2) return false;
  const runs = typed.match(/[一-龠々]{2,}|[ァ-ヶー]{2,}|[a-z0-9]{2,}/g) ?? [];
  return runs.some((run) =>
    nameIndexOf(repository)
      .candidates(run)
      .some(({ spellings }) => spellings.some((spelling) => spelling.includes(run))),
  );
}
