// Columns that name people or how to reach them are left out.
import { type PlannedTable, sampleOf, textsOf } from '../column-plan.ts';

/** By their heading, or because most of their cells are telephone numbers or addresses. */
export function leaveOutPersonal(planned: PlannedTable): void {
  for (const column of planned.columns) {
    if (column.role === 'personal') column.leftOut ??= '個人名や電話番号の列のため';
    if (column.leftOut !== null || column.said) continue;
    const texts = sampleOf(textsOf(planned, column));
    const numbers = texts.filter((text) =>
      /(?:^|[^\d-])(?:0\d{1,4}[-(（ー－]\d{1,4}[-)）ー－]\d{3,4}|0\d{9,10})(?!\d)|(?:内線|TEL|℡|電話)\s*[:：]?\s*\d|[\w.]+@[\w.]+\.\w+/i.test(
        text.normalize('NFKC'),
      ),
    );
    if (texts.length > 0 && numbers.length > texts.length / 2 && column.role === 'attribute')
      column.leftOut = '電話番号やメールアドレスの列のため';
  }
}
