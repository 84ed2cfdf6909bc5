// Published evaluation words (大変順調, 順調, やや遅れ, 遅れ) and computed statuses (達成, 注意 …); 遅れ is not やや遅れ.
import { type Finding, findAll, type Parser } from '../finding.ts';

const word = '(大変順調|やや遅れ|順調|遅れ)(?:て(?:い)?る|た|気味)?';
const tail =
  '」?(?:と|に|で)?(?:評価|判定)?(?:され(?:て(?:い)?る|た)|なって(?:い)?る|なった|した|だった|な|の)?';
const about = '(?<!行政)(?:局)?(?:施策|事業)?(?:の)?評価(?:結果)?(?:が|は|で|の|:)?\\s?「?';

export const parseEvaluations: Parser = (text, { command }) => {
  const policy = /局施策評価|施策評価/.test(text);
  const aboutEvaluation = /評価/.test(text.replace(/評価された割合|行政評価|評価委員会|業績評価/g, ''));
  const aboutProjects = command === 'jigyo' || (/事業/.test(text) && !/kpi|指標/.test(text));
  const findings: Finding[] = findAll(text, new RegExp(`(?:${about})?「?${word}${tail}`, 'g'), (match) => {
    const said = match[1] ?? '';
    // 「順調ですか？」 asks about what is named; 「順調な事業」 is a condition.
    if (said === '順調' && /順調(?:です|でしょう|に(?:進|い)|か|\?)/.test(text) && !/順調な/.test(text))
      return { is: 'facet', facet: 'status' };
    // 遅れているKPI is the list of lagging KPIs; 大変順調 and やや遅れ exist as published words only.
    if (said === '遅れ' && !aboutEvaluation && !aboutProjects) return null;
    if (said === '順調' && !aboutEvaluation && !aboutProjects)
      return { is: 'condition', condition: { on: 'status', statuses: ['順調'] } };
    return {
      is: 'condition',
      condition: { on: 'evaluation', word: said, of: policy ? 'policy' : 'project' },
    };
  });
  return [
    ...findings,
    ...findAll(
      text,
      /(?:(?:最後|最新|現在|今)の)?(?:判定|状態|ステータス)(?:が|は|で|の)?\s?「?(達成|順調|注意|遅れ|実績待ち|判定対象外|期限超過(?:・実績未登録)?)」?(?:に)?(?:なって(?:い)?る|の)?/g,
      (match) => ({
        is: 'condition',
        condition: {
          on: 'status',
          statuses: [match[1]?.startsWith('期限超過') ? '期限超過・実績未登録' : (match[1] ?? '')],
        },
      }),
    ),
    // 達成か順調のKPI
    ...findAll(
      text,
      /(達成|順調|注意|遅れ)(?=(?:か|または|や|・|、|と)(?:達成|順調|注意|遅れ|実績待ち|判定対象外|期限超過)の?(?:kpi|指標))/g,
      ([, status = '']) => ({ is: 'condition', condition: { on: 'status', statuses: [status] } }),
    ),
    // 達成したKPI; 目標を達成した is read from the printed rate.
    ...findAll(
      text,
      /(?<!目標(?:値)?[をにが])(?<!未)達成(?:した|済み?の?|して(?:い)?る|できた|できて(?:い)?る)(?=kpi|指標|もの)/g,
      () => ({ is: 'condition', condition: { on: 'status', statuses: ['達成'] } }),
    ),
    ...findAll(text, /実績待ち(?:の)?|判定対象外(?:の)?|期限超過(?:の)?/g, (match) => ({
      is: 'condition',
      condition: {
        on: 'status',
        statuses: [match[0].startsWith('期限') ? '期限超過・実績未登録' : match[0].replace(/の$/, '')],
      },
    })),
  ];
};
