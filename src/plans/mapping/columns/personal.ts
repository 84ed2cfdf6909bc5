// Columns that name people or how to reach them are left out.
import { type ColumnPlan, type PlannedTable, sampleOf, textsOf } from '../column-plan.ts';

/** 主担当 over 山田 and 佐藤: who does the work, and no office. */
function namesPeople(planned: PlannedTable, column: ColumnPlan): boolean {
  const { role, said, heading } = column;
  if (role !== 'department' || said || !/^(?:主|正|副)?担当$/.test(heading.base)) return false;
  const texts = sampleOf(textsOf(planned, column));
  const offices = texts.filter((text) =>
    /(?:[部局課室係署院校館所会場園団庁班]|センター|担当|グループ|チーム|(?:総|財|税|政|庶)務|企画|支援)$/.test(
      text,
    ),
  );
  return texts.length > 0 && offices.length < texts.length / 2;
}

/** By their heading, or because most of their cells are telephone numbers or addresses. */
export function leaveOutPersonal(planned: PlannedTable): void {
  for (const column of planned.columns) {
    if (namesPeople(planned, column)) column.role = 'personal';
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
