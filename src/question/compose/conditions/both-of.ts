// ④と⑦の両方: values and offices of which each must hold.
import type { Frame } from '../frame.ts';
import type { Condition } from './condition.ts';

const both = '(?:両方|双方|どちらも|どっちも|いずれも|[2二3三]つとも|ともに|共に)(?:とも)?';
const bothHeld = new RegExp(`^番?(?:の|が|を|は|、)*${both}`);
const bothKeep = new RegExp(
  `^(?:の|が|は|、)*(?:${both}|共同で|一緒に)(?:が|で|に)?、?(?:担当|所管|所掌|担って|関わ|かかわ|受け持|またが)`,
);

/** SDGsの4番と7番の両方, 4番も7番も, 4番かつ7番; behind か one of them is enough. */
export function asksBoth(frame: Frame, from: number, to: number): boolean {
  const between = frame.text.slice(from, to);
  if (/か(?!つ)|または|もしくは/.test(between)) return false;
  const behind = frame.text.slice(to);
  return bothHeld.test(behind) || /かつ/.test(between) || (/も/.test(between) && /^番?も/.test(behind));
}

/** 総務課と企画課の両方が担当する: each of the offices, where both keep one thing. */
export function keptByBoth(frame: Frame, conditions: readonly Condition[]): Condition[] {
  const last = conditions.findLast(({ predicate }) => predicate.is === 'department')?.item;
  if (!last || !bothKeep.test(frame.text.slice(last.end))) return [...conditions];
  return conditions.map((one) =>
    one.predicate.is === 'department' ? { ...one, together: true as const } : one,
  );
}
