// KPIが3件以上, 5市町以上, 事業が10件以上ある政策パッケージ: how many of a kind hang on what is chosen.
import type { Kind } from '../../query.ts';
import type { Frame, Item } from '../frame.ts';

/** Kinds that projects hang on. */
const bearers: readonly Kind[] = ['policy', 'department', 'town'];

/** The kind that the number counts; its word counts nothing further. */
export function kindHeld(frame: Frame, item: Item): Kind | null {
  const { number } = item.meaning as { number: { unit: string | null } };
  if (['市町', '市町村', '自治体'].includes(number.unit ?? '')) return 'town';
  const held = frame.before(item);
  if (held?.meaning?.is !== 'kind') return null;
  const { kind } = held.meaning;
  const chosen = choosable(frame, kind);
  if (kind !== 'kpi' && kind !== 'town' && !(kind === 'project' && bears(held, chosen))) return null;
  held.used = true;
  if (!chosen.some(({ meaning }) => meaning?.is === 'kind' && bearers.includes(meaning.kind))) return kind;
  // 重要業績評価指標(KPI)が8件以上: the same kind, twice over.
  const again = frame.before(held);
  for (const one of [held, again])
    if (
      one?.meaning?.is === 'kind' &&
      one.meaning.kind === kind &&
      (one === held || one.after.trim() === '(')
    )
      one.meaning = { is: 'intent', id: 'held' };
  return kind;
}

/** KPIが10件設定されている政策パッケージ: just so many. */
export function hangsExactly(frame: Frame, item: Item): boolean {
  const held = frame.before(item);
  if (held?.meaning?.is !== 'kind' || !bears(held, choosable(frame, held.meaning.kind))) return false;
  return /^(?:だけ|のみ|ちょうど)?(?:が)?(?:設定|設け|置か|置い|ある|掲げ|掲載|並ん|載|ぶら|持つ|持って)[^、。]{0,8}?(?:もの|の[はがを]|ところ|[\p{Script=Han}ァ-ヶー]{1,8})/u.test(
    frame.text.slice(item.end),
  );
}

/** Words of other kinds, as which something can be chosen. */
const choosable = (frame: Frame, held: Kind) => frame.kinds().filter(({ meaning }) => meaning.kind !== held);

/** 事業が10件以上ある政策パッケージ: が stands behind what is counted, and what bears it is said as well. */
function bears(held: Item, chosen: readonly Item[]): boolean {
  return (
    /^(?:数|の数|件数)?[がは]$/.test(held.after.trim().replace(/^\)/, '')) &&
    chosen.some(({ meaning }) => meaning?.is === 'kind' && bearers.includes(meaning.kind))
  );
}
