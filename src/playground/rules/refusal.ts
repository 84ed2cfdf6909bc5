// A refusal as Slack words it: thrown by the rules and the Web API, answered as `{ ok: false, error }`, shown in the page's panel.
import type { Obj } from '../json.ts';

export class SlackRefusal extends Error {
  /** Slack's error name, e.g. `invalid_blocks`. */
  readonly code: string;
  /** What exactly is wrong, one sentence each. */
  readonly details: string[];
  /** Further fields of the answer, e.g. `needed` of missing_scope. */
  readonly extra: Obj;
  constructor(code: string, details: string[] = [], extra: Obj = {}) {
    super(details.length > 0 ? `${code}: ${details.join(' / ')}` : code);
    this.code = code;
    this.details = details;
    this.extra = extra;
  }
}

/** A refusal as the panel shows it. */
export interface RecordedRefusal {
  /** ISO instant on the playground's clock. */
  at: string;
  /** Web API method, `response_url`, or the kind of delivery. */
  where: string;
  error: string;
  details: string[];
}
