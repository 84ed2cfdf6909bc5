// What to count or add up by: パッケージごと, 課別; 「KPIが一番多いパッケージ」.
import { findAll, type Parser } from '../finding.ts';
import type { GroupBy } from '../question.ts';

const nouns: [string, GroupBy][] = [
  ['(?:政策)?パッケージ', 'package'],
  ['基本目標', 'goal'],
  ['(?:基本的)?方向(?:性)?', 'direction'],
  ['(?:担当|所管|主管)?(?:課|部署|部局)', 'department'],
  ['計画|資料|文書', 'plan'],
  ['(?:事業)?評価', 'evaluation'],
  ['判定|状態|ステータス', 'status'],
];

export const parseGroups: Parser = (text) =>
  nouns.flatMap(([noun, by]) => {
    const meaning = { is: 'operation', operation: { does: 'group', by } } as const;
    return [
      ...findAll(text, new RegExp(`(?<![一-龠])(?:${noun})(?:ごと|別|毎)(?:の|に|で)?`, 'g'), () => meaning),
      // In 「最も多い課」 the noun itself is asked for.
      ...findAll(
        text,
        new RegExp(
          `(?<=多い|少ない|大きい|小さい|高い|低い|最大の|最多の|持つ)(?:${noun})(?=は|って|を|$|\\?)`,
          'g',
        ),
        () => meaning,
      ),
    ];
  });
