// What must be confirmed before a file is taken: everything that decides a figure and is not printed.
import type { Answers } from './answers.ts';
import type { PlannedTable } from './column-plan.ts';
import { type Paper, unitAbove } from './paper.ts';
import type { Question } from './question.ts';
import { askFill, askFraction, askZero, type Known } from './questions/cells.ts';
import { askKpi } from './questions/kpis.ts';
import { askAmounts, askKind, askUnit } from './questions/money.ts';
import { askName } from './questions/names.ts';
import { askBlocks, askYear, yearNow } from './questions/years.ts';

/** Every question the tables raise, answered ones included. */
export function tableQuestions(
  tables: readonly PlannedTable[],
  { paper, answers, ...known }: Known & { paper: Paper; answers: Answers },
): Question[] {
  const { confirmed } = known;
  const asked = new Map<string, Question>();
  const ask = (question: Question) => {
    if (!asked.has(question.id)) asked.set(question.id, question);
  };
  for (const planned of tables) {
    askName(planned, ask);
    askYear(planned, paper, ask);
    askBlocks(planned, paper, ask);
    if (unitAbove(planned.table, paper, known.vocabulary) === null) askUnit(planned, known.vocabulary, ask);
    for (const column of planned.columns) {
      if (column.leftOut !== null) continue;
      askKind(planned, column, { now: yearNow({ confirmed, paper }), vocabulary: known.vocabulary }, ask);
      askKpi(planned, column, { confirmed, paper }, ask);
      askFraction(planned, column, ask);
      askZero(planned, column, known, ask);
      askFill(planned, column, ask);
    }
    askAmounts(planned, answers, ask);
    if (planned.table.rows.some(({ hidden }) => hidden))
      ask({
        id: 'hidden-rows',
        text: `非表示の行が${planned.table.rows.filter(({ hidden }) => hidden).length}行あります。取り込みますか`,
        options: [
          { value: 'take', label: '取り込む' },
          { value: 'leave', label: '取り込まない' },
        ],
        proposed: 'take',
        flag: '--answer hidden-rows=take|leave',
      });
  }
  return [...asked.values()];
}
