// The unit that a figure is wanted in.
import type { Clause } from './compose.ts';

/** 億円に直すと, 千円単位; 8,000万円に届かない is an amount. */
export function unitAsked({ frame }: Clause): string | null {
  return /(?<![\d.億万百千])([億万百千]+円)(?:に|で|単位)/.exec(frame.text)?.[1] ?? null;
}
