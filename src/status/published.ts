// The words a document publishes for a KPI's projects (順調, やや遅れ …): shown beside the status, never merged with it.
import type { KpiRecord, ProjectRecord } from '../data/repository.ts';
import { type Status, statuses } from './verdict.ts';

/** A published word with the row it stands in. */
export interface PublishedWord {
  fy: number;
  word: string;
  place: string;
  project: string;
}

/** What judging may look at beyond the KPI itself. */
export interface JudgeContext {
  /** The projects the KPI belongs to, with their listings. */
  projects: readonly ProjectRecord[];
}

/** Words of the rows the KPI is printed in; where no row is shared, of all rows of its projects. */
export function publishedWords(kpi: KpiRecord, context: JudgeContext): PublishedWord[] {
  const places = new Set(kpi.sources.map(({ document, place }) => `${document} ${place}`));
  return context.projects.flatMap((project) => {
    const rows = project.listings.filter((listing) => listing.evaluation !== null);
    const shared = rows.filter(({ source }) => places.has(`${source.document} ${source.place}`));
    return (shared.length > 0 ? shared : rows).flatMap(({ evaluation, source }) =>
      evaluation ? [{ ...evaluation, place: source.place, project: project.name }] : [],
    );
  });
}

/** やや遅れ, 遅れ. */
export function isPublishedLagging(word: string): boolean {
  return word.includes('遅れ');
}

/** 注意, 遅れ. */
export function isLagging(status: Status): boolean {
  return status === '注意' || status === '遅れ';
}

/** One says it lags and the other does not; statuses without a judgement disagree with nothing. */
export function disagrees(status: Status, word: string): boolean {
  const judged = statuses.indexOf(status) <= statuses.indexOf('遅れ');
  return judged && isLagging(status) !== isPublishedLagging(word);
}
