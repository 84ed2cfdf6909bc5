// The sentences at the head of an answer: what a person looks for is bold, what explains it is not, statements are a list.
import type { Answer } from '../../answer/answer.ts';
import { inOku } from '../../wording/figures.ts';
import { clip, codePoints } from '../block-limits.ts';
import { type Block, type Run, rich } from './block.ts';
import { entriesOf } from './page.ts';

/** Most questions of one text that get a block of their own; more of them share the last block. */
const mostBlocks = 6;
/** Of one question's sentence. */
const longest = 600;
/** A bold stretch that the eye still takes in at once. */
const boldest = 120;
/** So many entries are shown as a table, which holds their names. */
const table = 4;

/** The lead, each question's sentences as a block of its own. */
export function leadBlocks(answer: Answer): Block[] {
  const lines = leadLines(answer.lead);
  const [first = ''] = lines;
  const told = lines.length > 1 ? lines : [withoutRepeats(first, answer)];
  const own = told.slice(0, mostBlocks - 1).map((line) => rich(...leadRuns(line)));
  const rest = told.slice(mostBlocks - 1);
  return rest.length > 0 ? [...own, rich(...rest.flatMap(leadRuns))] : own;
}

/** What of the lead is shown, a question a line. */
export function leadLines(lead: string): string[] {
  return lead
    .split('\n')
    .map((line) => withOku(clip(line.trim(), longest)))
    .filter((line) => line !== '')
    .slice(0, 12);
}

/** 3,144,000千円 → 3,144,000千円（31.4億円）, while the sentence has few figures. */
function withOku(line: string): string {
  const figures = /([\d,]{7,})千円(?![^、。]*億)/g;
  if ((line.match(figures) ?? []).length > 3) return line;
  return line.replace(figures, (said, digits: string) => {
    const large = inOku(Number(digits.replaceAll(',', '')) * 1000);
    return large === null ? said : `${said}（${large}）`;
  });
}

/** What the blocks below tell anyway: the names in the table, what the one project does, how a verdict was worked out. */
function withoutRepeats(line: string, answer: Answer): string {
  if (answer.kind === 'basis') return /^.*?。/su.exec(line)?.[0] ?? line;
  const entries = entriesOf(answer);
  const [first] = entries;
  if (answer.kind === 'list' && first?.kind === 'project' && line.endsWith(first.record.summary || ' '))
    return line.slice(0, -first.record.summary.length);
  const [list, names] = /（(「.*」(?: ?ほか\d+件)?)）/su.exec(line) ?? [];
  if (entries.length < table || list === undefined || names === undefined) return line;
  let left = names;
  for (const { record } of entries) left = left.replaceAll(`「${record.name}」`, '');
  // Figures beside the names stay.
  return /^、*(?: ?ほか\d+件)?$/.test(left) ? line.replace(list, '') : line;
}

const statements = /資料の記述(?:（要約）)?：/;

function leadRuns(line: string): Run[][] {
  const head = statements.exec(line);
  if (!head) return [boldHead(line)];
  const [title] = head;
  const at = head.index;
  // 「…する（文書003 パッケージ3（13））。」 ends one of them.
  const told = line.slice(at + title.length).match(/.+?(?:）。|$)/gsu) ?? [];
  const before = at > 0 ? [boldHead(line.slice(0, at))] : [];
  return [...before, [{ bold: title.slice(0, -1) }], ...told.map((each): Run[] => [`・${each.trim()}`])];
}

/** `「移住」の事業は5件です（「A」、「B」）。` → **「移住」の事業は5件です**（「A」、「B」）。 A short sentence is bold as a whole, one that is long throughout not at all; the towns stand below はい and いいえ. */
function boldHead(line: string): Run[] {
  const [answer = '', towns] = line.split(/(?<=^(?:はい|いいえ)、[^。]*。)(?=参加市町は)/u);
  if (towns !== undefined && codePoints(answer) <= boldest) return [{ bold: answer }, `\n${towns}`];
  if (codePoints(line) <= boldest && !/です（「/.test(line)) return [{ bold: line }];
  const ends = [/^.*?(?:です|ます|ません)(?=（「)/su, /^[^。]*?(?=：)/su, /^.*?。/su];
  for (const end of ends) {
    const head = end.exec(line)?.[0] ?? '';
    if (head !== '' && codePoints(head) <= boldest) return [{ bold: head }, line.slice(head.length)];
  }
  return [line];
}
