// Marks in front of names: 【新】, 【拡】, （新規） say of which kind a project is and are no part of what it is called.
import type { PlannedTable } from '../mapping/column-plan.ts';
import { textsOf } from '../mapping/column-plan.ts';

/** As a mark is written out. */
const kinds: readonly [RegExp, string][] = [
  [/^新規?$/, '新規'],
  [/^拡(?:充|大)?$/, '拡充'],
  [/^継続?$/, '継続'],
  [/^縮小?$/, '縮小'],
  [/^廃止?$/, '廃止'],
];

/** The column of the plan that such marks become. */
export const markColumn = '新規・拡充の別';

/** 【新】港の朝市再開 → 港の朝市再開, 新規. （新）図書館 may be the new library, so one sign in round brackets is no mark. */
export function withoutMark(printed: string): { name: string; mark: string | null } {
  // ◎住宅断熱改修: one sign in front; ○○小学校 and 〇歳児 are names.
  const text = printed.replace(/^[◎○◯●☆★◇◆□■▪・＊*※]\s*(?=[^◎○◯〇●☆★◇◆□■…歳才円\s])/, '');
  const square = /^[【〔［[]\s*([^】〕］\]]{1,3}?)\s*[】〕］\]]\s*(.+)$/.exec(text);
  const [, inside = '', name = ''] = square ?? /^[（(]([^）)]{2})[）)]\s*(.+)$/.exec(text) ?? [];
  const mark = kinds.find(([form]) => form.test(inside))?.[1];
  return mark === undefined ? { name: text, mark: null } : { name, mark };
}

/** Whether names of the table bear such marks. */
export function hasMarks(planned: PlannedTable): boolean {
  const name = planned.columns.find(({ role }) => role === 'project');
  return name !== undefined && textsOf(planned, name).some((text) => withoutMark(text).mark !== null);
}
