// Which entries of an answer a message shows, and for whom.
import type { Answer, Entry } from '../../answer/answer.ts';
import type { Query } from '../../question/query.ts';

/** In what an answer is shown. */
export interface HowShown {
  /** Only sections and text: for workspaces that refuse data_table and data_visualization. */
  plain?: boolean;
}

/** How an answer is shown, and to whom. */
export interface BlockOptions extends HowShown {
  /** Index of the first entry to show. */
  from?: number;
  /** Stands before the names of commands in what is shown. */
  commandPrefix?: string;
  /** The day that was asked for, kept in the buttons. */
  asOf?: string;
  /** The thread's question before this one, kept in the buttons. */
  context?: string;
  /** The same as it was read. */
  thread?: Query[];
  /** Slack id of the person who shares the answer: the post says so and carries no private controls. */
  sharedBy?: string;
  /** False where everybody reads the answer already (threads, direct messages). */
  shareable?: boolean;
}

/** Entries of a page. */
export const pageSize = 10;

/** The entries of an answer that can be paged. */
export function entriesOf(answer: Answer): readonly Entry[] {
  return 'entries' in answer ? answer.entries : [];
}
