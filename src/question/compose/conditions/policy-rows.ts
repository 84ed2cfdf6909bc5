// Parts of a plan by several numbers: パッケージ1と2, 基本目標1~3, 3(1)から3(3)まで.
import type { Around } from '../../around.ts';
import type { Frame, Item } from '../frame.ts';

type Policy = Around['repository']['policies'][number];

/** A number or letter that parts are told apart by. */
const number = '(?:\\d{1,2}|[a-z](?![a-z])|[ivx]{1,4})';
/** と2, ・4: one more of them. */
const row = /^(?:\s*(?:と|や|か|、|・|,|及び|および)\s*\d{1,2})+(?![\d年月日件本つ%番])/;

/** What stands behind the name of one part and names others of its level; takes what names them. */
export function furtherPolicies(item: Item, ids: readonly string[], frame: Frame, around: Around): string[] {
  const [id] = ids;
  const policy = id === undefined ? undefined : around.repository.policy(id);
  const code = codeOf(policy);
  // 3(1 stands for 3(1): the bracket belongs to the text behind it.
  const numbered =
    policy && code !== '' && (item.text.endsWith(code) || item.text.endsWith(code.slice(0, -1)));
  if (!numbered || ids.length > 1) return [];
  const through = upTo(item, code, frame);
  const numbers: string[] = through ? [] : (row.exec(item.after)?.[0].match(/\d+/g) ?? []);
  if (!through && numbers.length === 0) return [];
  const { list: level } = around.parts.of([policy.plan], policy.level);
  if (through) return rangeOf(policy, through, level);
  return level.filter((one) => numbers.includes(codeOf(one))).map((one) => one.id);
}

/** ~6, から3(3)まで, ~パッケージ6: the last of a range; what says it again is taken. */
function upTo(item: Item, code: string, frame: Frame): string | null {
  const name = item.text.slice(0, item.text.length - code.length);
  const again = name === '' ? '' : `(?:${escaped(name)})?`;
  const range = new RegExp(
    `^[)」]*\\s*(?:~|-|から)\\s*${again}[(「]?((?:\\d{1,2}[(])?${number})[)」]*(?:まで)?`,
  );
  const [whole, last] = range.exec(frame.text.slice(item.end)) ?? [];
  if (whole === undefined || last === undefined) return null;
  const end = item.end + whole.length;
  if (/^[\d年月日件本つ%番位人円校]/.test(frame.text.slice(end))) return null;
  for (const one of frame.items) if (one.start >= item.end && one.end <= end) one.used = true;
  return last;
}

/** All of the level behind the first up to the last, in the order of the plan. */
function rangeOf(first: Policy, last: string, level: readonly Policy[]): string[] {
  const code = codeOf(first);
  const ends = [last, code.replace(/[^()a-z]+(?=\)?$)|[a-z]$/, last), `${code.split('(')[0]}(${last})`];
  const siblings = level.filter(({ parent }) => parent === first.parent);
  const among = siblings.some((one) => ends.includes(codeOf(one))) ? siblings : level;
  const to = among.findIndex((one) => one.id !== first.id && ends.includes(codeOf(one)));
  const from = among.findIndex(({ id }) => id === first.id);
  return to < from ? [] : among.slice(from + 1, to + 1).map(({ id }) => id);
}

function codeOf(policy: Policy | undefined): string {
  return policy?.code?.normalize('NFKC').toLowerCase() ?? '';
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
