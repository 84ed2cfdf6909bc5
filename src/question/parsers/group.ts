// What to count or add up by: パッケージごと, 課別; 「KPIが一番多いパッケージ」.
import { findAll, type Parser } from '../finding.ts';
import type { GroupBy } from '../question.ts';

const nouns: [GroupBy, string][] = [
  ['package', '(?:政策)?パッケージ'],
  ['goal', '基本目標'],
  ['direction', '(?:基本的)?方向(?:性)?'],
  ['department', '(?:担当|所管|主管)?(?:課|部署|部局)'],
  ['plan', '計画|資料|文書'],
  ['evaluation', '(?:事業)?評価'],
  ['status', '判定|状態|ステータス'],
];

const forms = nouns.map(([by, noun]) => ({
  by,
  each: new RegExp(`(?<![一-龠])(?:${noun})(?:ごと|別|毎)(?:の|に|で)?`, 'g'),
  // In 「最も多い課」 the noun itself is asked for.
  best: new RegExp(
    `(?<=多い|少ない|大きい|小さい|高い|低い|最大の|最多の)(?:${noun})(?=は|って|を|$|\\?)`,
    'g',
  ),
}));

export const parseGroups: Parser = (text) =>
  forms.flatMap(({ by, each, best }) =>
    [each, best].flatMap((form) =>
      findAll(text, form, () => ({ is: 'operation', operation: { does: 'group', by } })),
    ),
  );
