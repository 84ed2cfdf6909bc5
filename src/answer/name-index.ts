// Names by their pairs of letters, so that a telling part of a name is looked up without reading every name.
import type { Repository } from '../data/repository.ts';
import { spell } from '../question/vocabulary.ts';

/** A record with its spellings, ready to be compared. */
export interface SpelledRecord {
  kind: 'kpi' | 'project';
  id: string;
  spellings: string[];
}

/** Bounds of the work for one question, however many names there are. */
const mostPostings = 20_000;
const mostCandidates = 300;

export class NameIndex {
  private readonly records: SpelledRecord[] = [];
  private readonly pairs = new Map<string, number[]>();

  constructor(repository: Repository) {
    for (const kind of ['project', 'kpi'] as const) {
      for (const { id, name, aliases } of kind === 'kpi' ? repository.kpis : repository.projects) {
        const spellings = [name, ...aliases].map(spell);
        const place = this.records.push({ kind, id, spellings }) - 1;
        for (const pair of new Set(spellings.flatMap(pairsOf))) {
          const list = this.pairs.get(pair);
          if (list) list.push(place);
          else this.pairs.set(pair, [place]);
        }
      }
    }
  }

  /** The records that share most pairs of letters with `typed`, rare pairs looked at first. */
  candidates(typed: string): SpelledRecord[] {
    const lists = [...new Set(pairsOf(typed))]
      .flatMap((pair) => {
        const list = this.pairs.get(pair);
        return list ? [list] : [];
      })
      .sort((a, b) => a.length - b.length);
    const counts = new Map<number, number>();
    let read = 0;
    for (const list of lists) {
      if (read > 0 && read + list.length > mostPostings) break;
      read += list.length;
      for (const place of list) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostCandidates)
      .flatMap(([place]) => this.records[place] ?? []);
  }
}

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) pairs.push(text.slice(i, i + 2));
  return pairs;
}

const indexes = new WeakMap<Repository, NameIndex>();

/** Built at the first question that needs it. */
export function nameIndexOf(repository: Repository): NameIndex {
  let index = indexes.get(repository);
  if (!index) {
    index = new NameIndex(repository);
    indexes.set(repository, index);
  }
  return index;
}
