// The kind of record the text asks for: 事業 or KPI (the last one said is the head noun).
import { findAll, type Parser } from '../finding.ts';

export const parseKinds: Parser = (text) => [
  ...findAll(
    text,
    /(?:重要業績(?:評価)?|成果|評価)?指標(?:\(kpi\))?|kpi|数値目標(?!値)|重要業績評価指数/g,
    () => ({ is: 'kind', kind: 'kpi' }),
  ),
  ...findAll(
    text,
    /(?:連携|事務|主要|具体的な)?事業(?![一-龠])|(?<![一-龠])取り?組み?(?!む)|プロジェクト(?![一-龠])/g,
    () => ({
      is: 'kind',
      kind: 'project',
    }),
  ),
];
