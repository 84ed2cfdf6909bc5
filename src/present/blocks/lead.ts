// The sentences of an answer at its head: what a person looks for is bold, names and explanations behind it are not.
import { clip, codePoints } from '../block-limits.ts';
import { type Block, type Run, rich } from './block.ts';

/** Questions of one text told apart; more of them share the last block. */
const mostBlocks = 6;
/** Of one question's sentence. */
const longest = 600;
/** A bold stretch that the eye still takes in at once. */
const boldest = 120;

/** Each question's lead as a block of its own. */
export function leadBlocks(lead: string): Block[] {
  const lines = leadLines(lead);
  const own = lines.slice(0, mostBlocks - 1).map((line) => rich(boldHead(line)));
  const rest = lines.slice(mostBlocks - 1);
  return rest.length > 0 ? [...own, rich(...rest.map(boldHead))] : own;
}

/** What of the lead is shown, a question a line. */
export function leadLines(lead: string): string[] {
  return lead
    .split('\n')
    .map((line) => clip(line.trim(), longest))
    .filter((line) => line !== '')
    .slice(0, 12);
}

/** `「移住」の事業は5件です（「A」、「B」）。` → **「移住」の事業は5件です**（「A」、「B」）。 A short sentence is bold as a whole, a long one not at all. */
function boldHead(line: string): Run[] {
  const named = /^(.*?(?:です|ます|ません))(?=（「)/su.exec(line)?.[1];
  if (named !== undefined && codePoints(named) <= boldest) return [{ bold: named }, line.slice(named.length)];
  if (codePoints(line) <= boldest) return [{ bold: line }];
  const sentence = /^.*?。/su.exec(line)?.[0] ?? line;
  return codePoints(sentence) <= boldest ? [{ bold: sentence }, line.slice(sentence.length)] : [line];
}
