// Bounds: 100%未満, 50%以下, 200%以上, 1億円以上, 目標を達成した, 100%に届かなかった.
import { findAll, type Meaning, type Parser } from '../finding.ts';
import type { Condition, Measured } from '../question.ts';

const scale: Record<string, number> = {
  億: 100_000_000,
  千万: 10_000_000,
  万千: 10_000_000,
  百万: 1_000_000,
  万: 10_000,
  千: 1_000,
  '': 1,
};
const amount =
  /((?:達成率|人件費|予算額?|事業費|目標値?|実績値?|基準値|現状値)(?:が|は|の|で)?(?:r\d{1,2}年?度?で?)?\s?(?:ちょうど|ぴったり)?)?([\d,]+(?:\.\d+)?|ゼロ)\s?(億|千万|百万|万千|万|千)?\s?(円|%|パーセント|人|件|回|団体|本|社)?\s?(以上|以下|未満|(?:を)?超(?:え|過)?|より(?:も)?(?:多|高|大き|少な|低|小さ)い?|(?:を|に|まで|にも)?(?:下回(?:って)?|届かな|届いて(?:い)?な|満たな|満たして(?:い)?な|達しな|達して(?:い)?な|到達して(?:い)?な|行かな|いかな)(?:る|い|かった|った)|を?割(?:った|って(?:い)?る|り込(?:む|んだ|んで(?:い)?る))|(?:を|も)?上回(?:る|った|って(?:い)?る)|(?:を)?超えて(?:い)?る|ちょうど|ぴったり|(?=(?:の|だった|件の|人の)(?:kpi|指標|もの|事業)))(?:て(?:い)?る|る|た)?(?:だった|なった|の|で|した)?/g;

const measured = '((?:達成率|人件費|予算額?|事業費|目標値?|実績値?|基準値|現状値)(?:が|は|の|で)?\\s?)?';
const decade = new RegExp(
  `${measured}([\\d,]+)\\s?(億|千万|百万|万|千)?\\s?(円|%|人|件|回|団体|本|社)台(?:の|だった|で|に(?:なって(?:い)?る|ある))?`,
  'g',
);
// 空き店舗率は16.6%から12.3%… names no range of records: the subject must stand before it, or 間 behind.
const range = new RegExp(
  `${measured.replace(/\?$/, '')}([\\d,.]+)(億|千万|百万|万|千)?(?:%|円|人|件)?\\s?(?:以上)?(?:~|から|-|、)\\s?([\\d,.]+)(億|千万|百万|万|千)?(%|円|人|件|回|団体|本|社)(?:以下|まで)?(?:の(?:間|範囲))?(?:の|だった|で|に(?:ある|収まって(?:い)?る))?(?=kpi|指標|もの|事業|$|\\s|を|は)`,
  'g',
);

function relationOf(word: string): '>=' | '<=' | '<' | '>' | '=' {
  if (word === '以上') return '>=';
  if (word === '以下') return '<=';
  if (/未満|少な|低|小さ|下回|届|満た|達し|[行い]かな|割/.test(word)) return '<';
  if (/超|多|高|大き|上回/.test(word)) return '>';
  return '=';
}

export const parseComparisons: Parser = (text) => {
  const bound = (
    what: Measured,
    relation: Extract<Condition, { on: 'compare' }>['relation'],
    value: number,
    unit: string,
  ) => ({ is: 'condition', condition: { on: 'compare', what, relation, value, unit } }) as const;
  const span = (subject: string, from: number, to: number, unit: string, open: boolean): Meaning => {
    const money = unit === '円';
    const what: Measured = money
      ? /人件費/.test(subject)
        ? 'labor'
        : 'budget'
      : /実績/.test(subject)
        ? 'actual'
        : /基準|現状/.test(subject)
          ? 'baseline'
          : /目標/.test(subject) || unit !== '%'
            ? 'target'
            : 'rate';
    const [value, end] = money ? [from / 1000, to / 1000] : [from, to];
    const upper = open ? { below: end } : { to: end };
    const condition = { on: 'compare', what, relation: '>=', value, unit: money ? '千円' : unit } as const;
    return { is: 'condition', condition: { ...condition, ...upper } };
  };
  return [
    // 90%台, 2千万円台
    ...findAll(text, decade, ([, subject = '', digits = '', factor = '', unit = '']) => {
      const value = Number(digits.replace(/,/g, '')) * (scale[factor] ?? 1);
      const step = 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
      return value > 0 ? span(subject, value, value + step, unit, true) : null;
    }),
    // 50%から80%, 90～100%の間
    ...findAll(
      text,
      range,
      ([, subject = '', low = '', lowFactor = '', high = '', factor = '', unit = '']) => {
        const to = Number(high.replace(/,/g, '')) * (scale[factor] ?? 1);
        const from = Number(low.replace(/,/g, '')) * (scale[lowFactor || factor] ?? 1);
        return from < to ? span(subject, from, to, unit, false) : null;
      },
    ),
    ...findAll(text, amount, (match) => {
      const [, subject = '', digits = '', factor = '', unit = '', word = ''] = match;
      const value = digits === 'ゼロ' ? 0 : Number(digits.replace(/,/g, '')) * (scale[factor] ?? 1);
      if (!Number.isFinite(value)) return null;
      const relation = relationOf(word);
      const near = subject || text.slice(Math.max(0, match.index - 12), match.index);
      if (unit === '円') {
        // 千円 is the documents' unit: 1,000千円 has the factor 千.
        return bound(/人件費/.test(near) ? 'labor' : 'budget', relation, value / 1000, '千円');
      }
      if (unit === '%' || unit === 'パーセント') {
        const what: Measured = /目標(?!達成)/.test(near)
          ? 'target'
          : /基準|現状/.test(near)
            ? 'baseline'
            : /実績/.test(near)
              ? 'actual'
              : 'rate';
        if (what === 'rate' && word === '' && !/達成/.test(text)) return null;
        return bound(what, relation, value, '%');
      }
      if (unit === '') {
        if (/達成率/.test(near)) return bound('rate', relation, value, '%');
        if (/実績/.test(subject)) return bound('actual', relation, value, '');
        if (/基準|現状/.test(subject)) return bound('baseline', relation, value, '');
        return /目標/.test(subject) ? bound('target', relation, value, '') : null;
      }
      if (word === '' && subject === '') return null;
      const what: Measured = /実績/.test(near) ? 'actual' : /基準|現状/.test(near) ? 'baseline' : 'target';
      return bound(what, relation, value, unit);
    }),
    // 累計60件を目標にしているKPI
    ...findAll(
      text,
      /(?:累計)?([\d,]+(?:\.\d+)?)(%|人|件|回|本|団体|社|か所|校区|事業|施設|流域)(?:を|が)目標(?:に|と)?(?:して(?:い)?る|する|した)?の?(?=.{0,6}(?:kpi|指標))/g,
      (match) => bound('target', '=', Number((match[1] ?? '').replace(/,/g, '')), match[2] ?? ''),
    ),
    ...findAll(
      text,
      /(?:目標(?:値)?(?:を|に|が))?(?:達成(?:して(?:い)?な(?:い|かった)|できな(?:い|かった)|できて(?:い)?な(?:い|かった)|しなかった)|未達(?:成)?|届かな(?:い|かった)|届いて(?:い)?な(?:い|かった))(?:の|だった)?/g,
      () => bound('rate', '<', 100, '%'),
    ),
    ...findAll(
      text,
      /(?:目標(?:値)?(?:を|に|が))(?:達成(?:した|できた|して(?:い)?る|済み?の?)|(上回(?:った|って(?:い)?る)|超え(?:た|て(?:い)?る))|クリアした)(?!か|の?\?|\?|$|んですか)/g,
      // 100% reaches the target and does not exceed it.
      ([, over]) => bound('rate', over ? '>' : '>=', 100, '%'),
    ),
  ];
};
