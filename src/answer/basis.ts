// 「根拠は？」 and 「履歴」 of one KPI.
import type { Repository } from '../data/repository.ts';
import type { Answer, BasisAnswer, KpiEntry } from './answer.ts';
import type { Base } from './base.ts';
import { fiscalYearName } from './wording.ts';

/** Inputs, formula, bands and sources of the judgement; the last judged year beside a state without a result. */
export function answerBasis(base: Base, entry: KpiEntry): Answer {
  const { state } = entry;
  const verdicts: BasisAnswer['verdicts'] = [{ label: '現在の判定', verdict: state }];
  if (state.lastJudged)
    verdicts.push({
      label: `${fiscalYearName(state.lastJudged.fy)}の判定`,
      verdict: state.lastJudged.verdict,
    });
  return {
    ...base,
    kind: 'basis',
    entry,
    verdicts,
    lead: `「${entry.record.name}」の判定は「${state.status}」です。${state.reason}`,
  };
}

/** The log of recorded results. */
export function answerHistory(base: Base, entry: KpiEntry, repository: Repository): Answer {
  const log = repository.history(entry.id);
  return {
    ...base,
    kind: 'history',
    entry,
    log,
    lead:
      log.length > 0
        ? `「${entry.record.name}」の登録履歴は${log.length}件です。`
        : `「${entry.record.name}」に登録された実績はまだありません。`,
  };
}
