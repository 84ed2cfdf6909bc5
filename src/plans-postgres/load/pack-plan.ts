// A plan worked out and written as rows of the tables; its words wait for their numbers.
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../../language/words/phrase-table.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import { Analyzer } from '../../search/analyzer.ts';
import { ownKinds } from '../kinds.ts';
import { packFigures } from '../pack.ts';
import { keyOf } from '../topic-key.ts';
import { type Rows, rowsFrom } from './copy-rows.ts';
import { nameRows } from './name-rows.ts';
import { planRows } from './plan-rows.ts';
import { documentsOf, type Part, type PlanWords, WordWeigher } from './plan-words.ts';
import { type Books, TermBook } from './term-book.ts';

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

/** Everything of a plan but its words. */
export interface PackedPlan {
  no: number;
  id: string;
  place: string;
  hash: string;
  head: string;
  projects: number;
  rows: Rows;
}

/** Works plans out; keeps the words it has met. */
export class PlanPacker {
  /** Each part has words, spellings and readings of its own. */
  readonly books: Books;
  private readonly weighers: Record<Part, WordWeigher>;

  constructor(
    private readonly tools: LoadTools,
    private readonly municipalities: readonly Municipality[],
  ) {
    const analyzer = new Analyzer(tools.tokenizer, new PhraseTable(tools.wordLists));
    const [records, statements, policies] = [0, 1, 2].map(() => new TermBook(analyzer)) as [
      TermBook,
      TermBook,
      TermBook,
    ];
    this.books = { 0: records, 1: statements, 2: policies };
    this.weighers = {
      0: new WordWeigher(records),
      1: new WordWeigher(statements),
      2: new WordWeigher(policies),
    };
  }

  pack({ file, place, hash, no, parted }: NumberedPlan): { plan: PackedPlan; words: PlanWords[] } {
    const { repository, head, records, columns, masks, statuses } = planRows(file, this.municipalities);
    const names = nameRows(repository, parted ? this.tools.tokenizer : null);
    const rows: Rows = {
      record: rowsFrom(
        'record',
        records.map(({ kind, at, id, body }) => [no, recordKind(kind), at, id, body]),
      ),
      column: rowsFrom(
        'column',
        columns.map(({ kind, topic, fy, figures }) => [
          no,
          ownKinds.indexOf(kind),
          topic,
          fy,
          packFigures(figures),
        ]),
      ),
      mask: rowsFrom(
        'mask',
        masks.map(({ kind, topic, key, fy, yes }) => [
          no,
          ownKinds.indexOf(kind),
          topic,
          keyOf(key),
          fy,
          yes,
        ]),
      ),
      status: rowsFrom(
        'status',
        statuses.map(({ firstDay, lastDay, states }) => [no, firstDay, lastDay, states]),
      ),
      name: rowsFrom(
        'name',
        names.map(({ key, kind, at, id, exact }) => [no, key, ownKinds.indexOf(kind), at, id, exact]),
      ),
    };
    return {
      plan: {
        no,
        id: head.plan.id,
        place,
        hash,
        head: JSON.stringify(head),
        projects: file.projects.length,
        rows,
      },
      words: documentsOf(repository).map(([part, documents]) => this.weighers[part].weigh(part, documents)),
    };
  }
}

/** Statements stand behind the kinds that have columns. */
const recordKind = (kind: 'project' | 'kpi' | 'statement') =>
  kind === 'statement' ? ownKinds.length : ownKinds.indexOf(kind);
