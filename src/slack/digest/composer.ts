// Works out once what the digests of a day share: the view, what words find, and equal digests.
import { createHash } from 'node:crypto';
import type { Repository } from '../../data/repository.ts';
import { composeDigest } from '../../digest/compose.ts';
import type { Composed } from '../../digest/digest.ts';
import type { DigestRequest } from '../../digest/request.ts';
import { type DayView, viewOf } from '../../digest/snapshot.ts';
import type { Day } from '../../ports/clock.ts';
import type { SlackContext } from '../context.ts';
import { kpisOfFilter } from './filter.ts';

/** A request without what the composer works out itself. */
export type DigestWish = Omit<DigestRequest, 'view' | 'kpis'>;

export interface Composer {
  /** The recorded results are read first: nothing is decided without them. @throws StoreUnavailable */
  view(day: Day): Promise<DayView>;
  /** The same wish on the same view is composed once. */
  compose(view: DayView, wish: DigestWish): Promise<Composed>;
}

/** Wishes kept of one view: as many as there are sorts of subscription, not as there are channels. */
const keptAtMost = 300;

export function createComposer(context: Pick<SlackContext, 'bot' | 'results'>): Composer {
  let cached: { view: DayView; of: Repository; seq: number } | null = null;
  const filters = new Map<string, ReadonlySet<string> | null>();
  const composed = new Map<string, Composed>();

  async function kpisOf(filter: string, day: Day): Promise<ReadonlySet<string> | null> {
    if (!filters.has(filter)) filters.set(filter, await kpisOfFilter(context, filter, day));
    return filters.get(filter) ?? null;
  }

  return {
    async view(day) {
      await context.results.take();
      // Another one after a plan was brought.
      const { repository } = context.bot;
      const seq = repository.lastSeq();
      if (cached?.view.day !== day || cached.seq !== seq || cached.of !== repository) {
        cached = { view: viewOf(repository, day), of: repository, seq };
        filters.clear();
        composed.clear();
      }
      return cached.view;
    },
    async compose(view, wish) {
      const current = cached?.view === view;
      const key = createHash('sha256').update(JSON.stringify(wish)).digest('base64');
      const known = current ? composed.get(key) : undefined;
      if (known) return known;
      const kpis = current
        ? await kpisOf(wish.filter, view.day)
        : await kpisOfFilter(context, wish.filter, view.day);
      const made = composeDigest({ ...wish, view, kpis });
      if (current && composed.size < keptAtMost) composed.set(key, made);
      return made;
    },
  };
}
