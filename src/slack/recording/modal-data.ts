// All that the recording modal shows at one moment, as plain data.
import type { KpiEntry } from '../../answer/answer.ts';
import type { RecordedEntry } from '../../ports/store.ts';
import type { Done, RecordMeta } from './form.ts';
import type { Preview } from './preview.ts';

/** Everything the modal shows. */
export interface RecordScreen {
  meta: RecordMeta;
  /** The KPI chosen, if one is. */
  entry?: KpiEntry | undefined;
  /** KPIs to choose from with `among`. */
  among?: KpiEntry[];
  years: number[];
  words: Record<Done, string>;
  preview: Preview | null;
  /** The entry that stands for that year, shown before it is overwritten. */
  standing?: RecordedEntry | undefined;
  /** Somebody else recorded while the modal was open. */
  conflict?: boolean;
  /** The odd value was submitted: the person is asked to press once more. */
  confirm?: boolean;
  /** A sentence above everything. */
  note?: string | undefined;
  /** Only where the inputs were gone in between: Slack keeps what stands in an input that stays. */
  restore?: { value: string; comment: string; link: string };
}
