// All texts above a column together: the lowest decides, the ones above it say more closely what it is.
import type { MoneyKind } from '../../read-plan.ts';
import type { Headings } from '../headings.ts';
import { indicatorOf } from './indicator.ts';
import type { Meaning, Meant } from './meaning.ts';
import { single } from './single.ts';

/** What the column holds by the names above it, the outermost first. */
export function meaningOf(rests: readonly string[], vocabulary: Headings): Meant {
  const { words } = vocabulary;
  const last = rests.at(-1);
  if (last === undefined) return { meaning: 'attribute' };
  const above = rests.slice(0, -1);
  for (let from = 0; from < rests.length; from += 1) {
    const indicator = indicatorOf(rests.slice(from), vocabulary);
    if (indicator)
      return { ...indicator, meaning: figureBelow(indicator.meaning, rests.slice(0, from), vocabulary) };
  }
  const whole = single(rests.join(''), vocabulary);
  if (whole.meaning !== 'attribute') return whole;
  const own = single(last, vocabulary);
  const aboveMeanings = above.map((text) => single(text, vocabulary));
  const belowKpi = figureUnder({ last, own: own.meaning }, aboveMeanings, vocabulary);
  if (belowKpi) return { meaning: belowKpi };
  const moneyAbove = aboveMeanings.find(({ meaning }) => meaning === 'money');
  if (moneyAbove) {
    const kind = Object.entries(words.kindWords).find(([, list]) => vocabulary.has(list, last))?.[0];
    // 事業費 | うち一般財源 | 決算 is a part of the amount.
    if (above.some((text) => isPart(text, vocabulary))) return { meaning: 'attribute' };
    // 補正予算 | 令和8年度要求 and 執行額 | 令和8年度要求 are no amount that is asked for.
    if (own.money === 'requested' && ['supplement', 'executed'].includes(moneyAbove.money ?? ''))
      return { meaning: 'attribute' };
    if (own.meaning === 'money') return { ...own, money: own.money ?? moneyAbove.money ?? null };
    if (kind !== undefined) return { meaning: 'money', money: kind as MoneyKind };
    if (vocabulary.has(words.totals, last)) return { ...moneyAbove, total: true };
    return { meaning: 'attribute' };
  }
  if (own.meaning === 'money' && above.length > 0) {
    // R5 決算 | 事業費 has the kind above it; 財源内訳 | 事業費 has something else there and is no budget.
    return aboveMeanings.every(({ meaning }) => meaning === 'attribute' || meaning === 'row-kind') &&
      above.length > 0 &&
      (isBreakdown(above) || above.some((text) => isPart(text, vocabulary)))
      ? { meaning: 'attribute' }
      : own;
  }
  // 担当 over 部 and 課; 施策 over コード.
  if (
    ['部', '課', '係', '局', '室', '班'].includes(last) &&
    above.length > 0 &&
    aboveMeanings.some(({ meaning }) => meaning !== 'department')
  )
    return { meaning: 'attribute' };
  return own;
}

/** 目標値 over 中間（Ｒ８） and 計画最終年度（Ｒ１２）: at which point of the plan. */
const point =
  /^(?:計画)?(?:中間|最終|初年?度?|中期|前期|後期|途中|見直し|終了|期末|第\d期)(?:評価)?(?:年度?|年次|時点?|値)?$/;

/** 基準値 over 年度 and 値: the year and the figure of the base. */
function figureUnder(
  { last, own }: { last: string; own: Meaning },
  above: readonly Meant[],
  vocabulary: Headings,
): Meaning | null {
  const figures: Meaning[] = ['baseline', 'current', 'target', 'actual', 'rate'];
  const over = above.find(({ meaning }) => figures.includes(meaning))?.meaning;
  if (over === undefined) return null;
  // 数値 below 基準値 is its figure; alone it would be a target.
  if (own === 'amount' || (own === 'target' && vocabulary.has(vocabulary.words.amount, last))) return over;
  if (point.test(last)) return over;
  if (own !== 'year') return null;
  return over === 'target'
    ? 'target-year'
    : over === 'baseline' || over === 'current'
      ? 'baseline-year'
      : null;
}

/** R5(決算) above 指標ア: a result; R7(計画) above it: a target. */
function figureBelow(meaning: Meaning, above: readonly string[], { words, has }: Headings): Meaning {
  if (meaning !== 'kpi-value') return meaning;
  const kinds = Object.entries(words.kindWords).filter(([, list]) => above.some((text) => has(list, text)));
  const names = kinds.map(([kind]) => kind);
  if (names.includes('settled') || names.includes('executed')) return 'actual';
  return names.length > 0 || above.some((text) => has(words.kpi.target, text)) ? 'target' : meaning;
}

/** 一般財源, 国庫支出金, その他 below 事業費. */
function isPart(text: string, vocabulary: Headings): boolean {
  const { moneyAttributes } = vocabulary.words;
  return (
    /うち|財源|内訳|繰越|^その他/.test(text) || vocabulary.has(moneyAttributes, text.replace(/\(.*\)$/, ''))
  );
}

function isBreakdown(above: readonly string[]): boolean {
  return above.some((text) => /内訳|財源|全体|総|累計|うち|人件|計画期間/.test(text));
}
