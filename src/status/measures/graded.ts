// Graded words (A（計画どおり）): steps on the ladder S A B C D E.
import type { Judging, Measured } from './measure.ts';

const LADDER = 'SABCDE';

/** A（計画どおり） → A; null when the text names no grade. Words in the target's brackets stand for its grade. */
export function readGrade(text: string, target: string): string | null {
  const words = text.normalize('NFKC').trim();
  const letter = /^([SABCDE])(?![A-Za-z])/i.exec(words)?.[1]?.toUpperCase();
  if (letter !== undefined) return letter;
  const aim = /^([SABCDE])\s*\(([^)]+)\)/i.exec(target.normalize('NFKC').trim());
  return aim && words.replace(/\s/g, '') === aim[2]?.replace(/\s/g, '') ? (aim[1] ?? null) : null;
}

/** One grade below the target is 注意, two are 遅れ: B against A is 注意. */
export function judgeGraded({ target, result }: Judging): Measured {
  const aim = readGrade(target.text, target.text);
  const grade = readGrade(result.text, target.text);
  if (aim === null || grade === null)
    return { kind: 'none', why: `実績「${result.text}」から評価の段階を読み取れないため判定しません` };
  const below = LADDER.indexOf(grade) - LADDER.indexOf(aim);
  const status = below <= 0 ? '達成' : below === 1 ? '注意' : '遅れ';
  return {
    kind: 'judged',
    status,
    rate: null,
    rateName: '',
    formula: `評価の段階 ${grade} と目標 ${aim} の比較（一段下は注意、二段以上は遅れ）`,
  };
}
