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
    super(`${code}: ${details.join(' / ')}`);
    this.code = code;
    this.details = details;
    this.extra = extra;
  }
}

/** Refuses when something is wrong, each problem with its place as Slack lists them. */
export function refuseAt(code: string, problems: string[]): void {
  if (problems.length === 0) return;
  const messages = problems.map((text) => `[ERROR] ${text}`);
  const listed = code === 'invalid_blocks' ? { errors: problems } : {};
  throw new SlackRefusal(code, problems, { ...listed, response_metadata: { messages } });
}
