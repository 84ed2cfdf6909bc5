// 評価が「遅れ」のものは一つもない、で正しいですか: a claim that nothing is such.
import type { Rule } from '../../ask.ts';
import { claiming } from '../../claiming.ts';
import { listOf } from '../records/list.ts';

const things = '(?:もの|事業|取組|取り組み|kpi|指標|やつ)';
const nothing = '(?:な(?:い|かった|し)|あり(?:ませ|得)|存在し(?:な|ませ)|見当たりませ|見当たらな)';
const one = '(?:一つ|ひとつ|1つ|一件|1件|1事業|一本|1本)';
const none = new RegExp(`(?:${things}(?:は|が)(?:${one}も)?|[はがに』」]?${one}も)${nothing}`);

/** The list that would be shown is to be empty. */
export const noneOfSet: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  if (!frame.has('confirm') || subjects.any() || !none.test(frame.text)) return null;
  if (frame.has('which', 'list', 'count', 'sum', 'max', 'min')) return null;
  const moved = frame.has('rise', 'fall');
  if (!moved && conditions.every(({ predicate: { is } }) => is === 'plan')) return null;
  const listed = [listOf(clause)].flat();
  const [list, more] = listed;
  if (!list || more || list.ask !== 'list') return null;
  return { ...list, ask: 'whether', wanted: [], claim: claiming({ denied: true }) };
};
