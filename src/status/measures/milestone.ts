// Something to be done (策定, 報告書作成): the same words, or recorded as done, in part, or not.
import { shown } from '../notation.ts';
import type { Judging, Measured } from './measure.ts';

/** What the words of a result say about a milestone; null when they do not tell. */
export function readMilestone(text: string, target: string): 'done' | 'partly' | 'not-done' | null {
  const words = text.normalize('NFKC').replace(/\s/g, '');
  const aim = target.normalize('NFKC').replace(/\s/g, '');
  if (words === aim) return 'done';
  if (
    /未(策定|実施|達成|完了|着手|開催|提出|作成|設置|済)|^未$|中止|見送|でき(ず|な)|しなかった|なし$|^×$/.test(
      words,
    )
  )
    return 'not-done';
  if (/一部|部分|途中|概ね|おおむね|^△$|(策定|作成|検討|実施|準備|調整|協議)中/.test(words)) return 'partly';
  if (words.includes(aim)) return 'done';
  return /済|完了|達成|しました|した$|^(策定|実施|作成|提出|開催|設置|締結|公表|できた|はい|○|◯)$/.test(words)
    ? 'done'
    : null;
}

/** Done is 達成, done in part 注意, not done 遅れ; other words get no verdict. */
export function judgeMilestone({ target, result }: Judging): Measured {
  const read = result.partly ? 'partly' : readMilestone(result.text, shown(target));
  if (read === null)
    return { kind: 'none', why: `実績「${result.text}」の言葉からは、できたかどうかを判定できません` };
  const status = read === 'done' ? '達成' : read === 'partly' ? '注意' : '遅れ';
  return {
    kind: 'judged',
    status,
    rate: null,
    rateName: '',
    formula: `実績の言葉「${result.text}」と目標「${shown(target)}」の比較（一部は注意、未実施は遅れ）`,
  };
}
