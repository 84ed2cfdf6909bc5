// The words of a plan's records, statements and policies, weighed as the index in memory weighs them.
import type { Repository } from '../../data/repository.ts';
import type { Word } from '../../search/analyzer.ts';
import { weighted } from '../../search/build-index.ts';
import { documentsApart, type SearchDocument, searchDocuments } from '../../search/index-options.ts';
import { squeeze } from '../../search/search-index.ts';
import type { FoundBody } from '../found.ts';

/** Indexes that count their words by themselves. */
export const parts = { records: 0, statements: 1, policies: 2 } as const;
export type Part = (typeof parts)[keyof typeof parts];

/** A document with its words. */
export interface WordRow {
  part: Part;
  kind: SearchDocument['kind'];
  /** Its place among those of its kind in the plan. */
  at: number;
  id: string;
  body: FoundBody;
  words: { word: Word; weight: number }[];
}

/** Rows of one plan. */
export function wordRows(repository: Repository, wordsOf: (text: string) => Word[]): WordRow[] {
  const documents: [Part, SearchDocument[]][] = [
    [parts.records, searchDocuments(repository)],
    [parts.statements, documentsApart.statements(repository)],
    [parts.policies, documentsApart.policies(repository)],
  ];
  return documents.flatMap(([part, all]) => {
    const places = new Map<string, number>();
    return all.map((document): WordRow => {
      const { kind, id, name, aliases, keywords, publishedFy } = document;
      const at = places.get(kind) ?? 0;
      places.set(kind, at + 1);
      return {
        part,
        kind,
        at,
        id,
        body: [name, aliases, keywords, publishedFy, [name, ...aliases].map(squeeze)],
        words: weighted(document, wordsOf),
      };
    });
  });
}
