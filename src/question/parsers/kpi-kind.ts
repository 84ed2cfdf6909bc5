// Kinds of KPIs: those that shall fall or rise, ranks, running totals, milestones, revised or missing targets.
import { type Finding, findAll, type Parser } from '../finding.ts';
import type { Condition } from '../question.ts';

const indicator = '(?:kpi|指標|目標|数値目標)';
const wish = `(?:こと|の)?(?:(?:・|や|または|か)?(?:減らす|下げる|減少|低下|抑える|上げる|増やす)(?:こと|の)?)*(?:が|を|に|という|する(?:こと(?:が|を)?)?)?(?:する|した|なって(?:い)?る)?(?:よう(?:な|に))?(?=.{0,6}${indicator})`;

export const parseKpiKinds: Parser = (text) => {
  const forms: [RegExp, Condition][] = [
    [
      new RegExp(
        `(?:数値を|数を|値を)?(?:減ら(?:す|したい)|下げ(?:る|たい)|少なくする|減少(?:させる)?|低下させる|抑え(?:る|たい)|縮減(?:する)?|削減(?:する)?|引き下げる)${wish}`,
        'g',
      ),
      { on: 'direction', directions: ['down'] },
    ],
    [/(?:小さ|少な|低)い(?:方|ほう)が(?:良|よ|い)い/g, { on: 'direction', directions: ['down'] }],
    [/(?:大き|多|高)い(?:方|ほう)が(?:良|よ|い)い/g, { on: 'direction', directions: ['up'] }],
    [
      new RegExp(`(?:増や(?:す|したい)|上げ(?:る|たい)|高め(?:る|たい)|増加させる)${wish}`, 'g'),
      { on: 'direction', directions: ['up'] },
    ],
    [
      /(?:現状)?維持(?:する(?:こと)?)?(?:が|を|という)?(?=(?:の)?(?:目標|kpi|指標))(?:目標)?(?:に(?:して(?:い)?る|した|なって(?:い)?る)|の)?/g,
      { on: 'measure', measures: ['maintain'] },
    ],
    [
      new RegExp(
        `(?:順位|ランキング|ランク)(?:を|が|で)?(?:の|目標(?:に(?:して(?:い)?る|した))?(?:の)?)?(?=${indicator})`,
        'g',
      ),
      { on: 'direction', directions: ['rank'] },
    ],
    [
      /(?:10|\d{1,2})位以内(?:を|が)?(?:目標)?(?:の|に(?:して(?:い)?る|した))?(?=.{0,3}(?:kpi|指標))/g,
      { on: 'direction', directions: ['rank'] },
    ],
    [
      /累計(?:で(?:数える|見る))?(?:の|値の|が)?(?:目標)?(?:の|に(?:なって(?:い)?る|した))?(?=.{0,16}(?:kpi|指標))/g,
      { on: 'measure', measures: ['cumulative'] },
    ],
    [
      /毎年度?(?:の)?(?:目標)?(?:の|が(?:ある|同じ)|に(?:なって(?:い)?る|した))?(?=.{0,16}(?:kpi|指標))/g,
      { on: 'everyYear' },
    ],
    [
      /前年度?比(?:増|減)?(?:が|を)?(?:目標)?(?:の|に(?:して(?:い)?る|した|なって(?:い)?る))?(?=.{0,16}(?:kpi|指標))/g,
      { on: 'measure', measures: ['year-over-year'] },
    ],
    [
      /全国平均(?:と(?:比べる|比較)|以上)?(?:が|を)?(?:目標)?(?:の|に(?:して(?:い)?る|した))?(?=.{0,16}(?:kpi|指標))/g,
      { on: 'measure', measures: ['average-gap'] },
    ],
    [
      /(?:策定|数値(?:では|じゃ)ない|定性的な|数値で(?:は)?ない|文章の)(?:を?目標(?:の|に(?:して(?:い)?る|した)))?(?=.{0,16}(?:kpi|指標))/g,
      { on: 'measure', measures: ['milestone'] },
    ],
    [
      /(?:中期)?目標(?:値)?(?:が|の|を)?(?:改訂|改定|見直|変更)(?:され(?:て(?:い)?る|た)|し(?:た|て(?:い)?る)|があった|のあった|あり)?(?:の)?|※中期目標改訂/g,
      { on: 'revised' },
    ],
    [
      /目標(?:値)?(?:が|の|は)?(?:未設定|設定なし|なし|ない|設定され(?:て(?:い)?)?な(?:い|かった)|記載(?:が|の)?な(?:い|し)|決まって(?:い)?ない|空欄|調整中|「?-」?)(?:の|に(?:なって(?:い)?る))?(?=.{0,4}(?:kpi|指標)|もの)/g,
      { on: 'missing', what: 'target' },
    ],
    [
      /(?:基準|現状)(?:値)?(?:が|の|は)?(?:未設定|設定なし|なし|ない|設定され(?:て(?:い)?)?な(?:い|かった)|記載(?:が|の)?な(?:い|し)|空欄|「?-」?)(?:の|に(?:なって(?:い)?る))?(?=.{0,4}(?:kpi|指標)|もの)/g,
      { on: 'missing', what: 'baseline' },
    ],
    [
      /(?:予算額?|事業費)(?:が|の|は)?(?:なし|ない|記載(?:が|の)?な(?:い|し)|空欄|「?-」?|書かれて(?:い)?ない|未定|計上され(?:て(?:い)?)?ない)(?:の|に(?:なって(?:い)?る))?(?=事業|もの|研修|取組)/g,
      { on: 'missing', what: 'budget' },
    ],
  ];
  const findings: Finding[] = forms.flatMap(([form, condition]) =>
    findAll(text, form, () => ({ is: 'condition', condition })),
  );
  // 「順位の指標は除く」 takes nothing from KPIs that fall: a rank is a direction of its own.
  return [
    ...findings,
    ...findAll(
      text,
      /\(?順位(?:の)?(?:指標|kpi|もの)?(?:は|を)?(?:除(?:く|いて|外)|以外)(?:の)?\)?/g,
      () => ({ is: 'filler' }),
      2,
    ),
  ];
};
