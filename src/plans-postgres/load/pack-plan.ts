// A plan worked out and written as lines of the tables; all that is left to do is to number its words.
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../../language/words/phrase-table.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { Analyzer, type Word } from '../../search/analyzer.ts';
import { wordReader } from '../../search/build-index.ts';
import { ownKinds } from '../kinds.ts';
import { packFigures } from '../pack.ts';
import { keyOf } from '../topic-key.ts';
import { bytesOf, type Lines, lineOf } from './copy-lines.ts';
import { nameRows } from './name-rows.ts';
import { type PackedWords, packWords } from './packed-words.ts';
import { planRows } from './plan-rows.ts';
import { wordRows } from './word-rows.ts';

/** What words are cut with. */
export interface LoadTools {
  tokenizer: Tokenizer;
  wordLists: WordLists;
}

/** A plan to store. */
export interface PlanToLoad {
  /** Orders the plans: those of the seeds by their files, then the brought ones by their ids. */
  place: string;
  file: PlanFile;
  /** Of the file's text. */
  hash: string;
}

/** A plan and the number it is stored under. */
export interface NumberedPlan extends PlanToLoad {
  no: number;
  /** Its names are found by their parts as well: there are few records. */
  parted: boolean;
}

/** Everything of a plan; plain data, as it may come from another thread. */
export interface PackedPlan {
  no: number;
  id: string;
  place: string;
  hash: string;
  head: string;
  projects: number;
  lines: Lines;
  words: PackedWords[];
}

/** Works plans out; keeps the words of the texts it has met. */
export class PlanPacker {
  private readonly wordsOf: (text: string) => Word[];

  constructor(
    private readonly tools: LoadTools,
    private readonly municipalities: readonly Municipality[],
  ) {
    this.wordsOf = wordReader(new Analyzer(tools.tokenizer, new PhraseTable(tools.wordLists)));
  }

  pack({ file, place, hash, no, parted }: NumberedPlan): PackedPlan {
    const { repository, head, records, columns, masks, statuses } = planRows(file, this.municipalities);
    const names = nameRows(repository, parted ? this.tools.tokenizer : null);
    return {
      no,
      id: head.plan.id,
      place,
      hash,
      head: JSON.stringify(head),
      projects: file.projects.length,
      lines: {
        record: bytesOf(
          records.map(({ kind, at, id, body }) => lineOf([no, recordKind(kind), at, id, body])),
        ),
        column: bytesOf(
          columns.map(({ kind, topic, fy, figures }) =>
            lineOf([no, ownKinds.indexOf(kind), topic, fy, packFigures(figures)]),
          ),
        ),
        mask: bytesOf(
          masks.map(({ kind, topic, key, fy, yes }) =>
            lineOf([no, ownKinds.indexOf(kind), topic, keyOf(key), fy, yes]),
          ),
        ),
        status: bytesOf(
          statuses.map(({ firstDay, lastDay, states }) => lineOf([no, firstDay, lastDay, states])),
        ),
        name: bytesOf(
          names.map(({ key, kind, at, id, exact }) =>
            lineOf([no, key, ownKinds.indexOf(kind), at, id, exact]),
          ),
        ),
      },
      words: packWords(no, wordRows(repository, this.wordsOf)),
    };
  }
}

/** Statements stand behind the kinds that have columns. */
const recordKind = (kind: 'project' | 'kpi' | 'statement') =>
  kind === 'statement' ? ownKinds.length : ownKinds.indexOf(kind);
