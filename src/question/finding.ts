// What a parser returns: a value, the words it was read from and their place in the normalised text.
import type { Condition, Facet, Kind, Named, Operation, Special } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The meaning of one piece of text. */
export type Meaning =
  | { is: 'years'; years: number[]; span: boolean; calendar: boolean }
  | { is: 'condition'; condition: Condition }
  | { is: 'facet'; facet: Facet }
  | { is: 'operation'; operation: Operation }
  | { is: 'kind'; kind: Kind }
  | { is: 'special'; special: Special }
  | { is: 'named'; records: Named[] }
  | { is: 'unknown'; what: 'town' | 'department' | 'policy' }
  | { is: 'filler' };

/** One reading of one piece of text. */
export interface Finding {
  meaning: Meaning;
  at: number;
  text: string;
  /** Settles overlaps before length does: names 2, ordinary forms 1, filler 0. */
  weight: number;
}

/** What parsers may look at besides the text. */
export interface Surroundings {
  vocabulary: Vocabulary;
  /** The running fiscal year. */
  fiscalYear: number;
  command: 'kpi' | 'jigyo' | 'yosan' | 'machi' | null;
}

/** Reads one form wherever it stands in the normalised text. */
export type Parser = (text: string, around: Surroundings) => Finding[];

/** A finding for each match of `pattern` that `read` makes sense of. */
export function findAll(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Meaning | null,
  weight = 1,
): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(pattern)) {
    const meaning = read(match);
    if (meaning) findings.push({ meaning, at: match.index, text: match[0], weight });
  }
  return findings;
}
