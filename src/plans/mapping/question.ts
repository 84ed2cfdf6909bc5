// A question that must be answered before a file is taken: what is asked, what may be said, what seems likely.
import type { Answer } from './answers.ts';

/** One question to the person who brings the file. */
export interface Question {
  /** Key of its answer in the mapping file. */
  id: string;
  /** In Japanese. */
  text: string;
  /** What may be answered; absent for free text. */
  options?: { value: string; label: string }[];
  /** What seems likely from the file; never taken without being confirmed. */
  proposed: Answer | null;
  /** The option on the command line, with the value left open. */
  flag: string;
}
