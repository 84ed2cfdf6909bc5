// Columns of money: which one counts, and which attribute is an amount.
import { type Headings, plainHeading } from '../../layout/headings.ts';
import type { Answers } from '../answers.ts';
import type { ColumnPlan, PlannedTable } from '../column-plan.ts';

/** Of several columns with the same amount the one marked 合計 counts; the others are parts of it. */
export function settleMoney({ columns }: PlannedTable, answers: Answers): void {
  const groups = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    if (column.role !== 'money' || column.said) continue;
    const key = [column.money ?? column.heading.base, column.fy, column.relative, column.round].join('|');
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const totals = group.filter(({ heading }) => heading.total);
    const said = group.find(({ label }) => answers.answers?.[`amount:${group[0]?.label}`] === label);
    const core = said ?? (totals.length === 1 ? totals[0] : undefined);
    if (!core) continue;
    for (const column of group) {
      if (column === core) continue;
      column.role = 'attribute';
      column.label = `${column.label}（内訳）`;
    }
  }
}

/** 当初予算 | 補正予算 | 前年度から繰越し | 計: what the year may spend in all. */
export function settleWholeBudgets({ columns }: PlannedTable, { words, has }: Headings): void {
  const last = ({ heading }: ColumnPlan) => heading.base.split('|').findLast((one) => one !== '') ?? '';
  for (const column of columns) {
    if (column.said || column.fy === null || !['attribute', 'money'].includes(column.role)) continue;
    if (column.money !== null || !has(words.totals, last(column))) continue;
    const year = columns.filter(({ role, fy }) => role === 'money' && fy === column.fy);
    const before = (kind: ColumnPlan['money']) =>
      year.some(({ money, position }) => money === kind && position < column.position);
    if (!before('initial') || !before('supplement')) continue;
    if (year.some(({ money }) => money === 'current' || money === 'revised')) continue;
    column.role = 'money';
    column.money = 'current';
  }
}

/** ３月補正額（前倒し分）, the only supplementary budget of its year, is what was added; several of one year stay columns of the plan. */
export function settleSupplements({ columns }: PlannedTable): void {
  const base = ({ heading }: ColumnPlan) => heading.base.split('|').at(-1) ?? '';
  const numbered = columns.filter(
    (column) =>
      column.role === 'attribute' &&
      !column.said &&
      column.fy !== null &&
      /^第?\d+(?:次|号|回|月)?補正(?:予算)?額?(?:\([^()]*\))?$/.test(base(column)),
  );
  for (const column of numbered) {
    const others = columns.filter((one) => one !== column && one.fy === column.fy);
    if (others.some((one) => one.money === 'supplement' || numbered.includes(one))) continue;
    column.role = 'money';
    column.money = 'supplement';
  }
}

/** 概算事業費 計 beside R8 … R12 is what all years come to, and no year's amount. */
export function settleSpans({ columns }: PlannedTable): void {
  const head = ({ heading }: ColumnPlan) => heading.base.split('|').slice(0, -1).join('|');
  for (const column of columns) {
    if (column.role !== 'money' || column.said || column.fy !== null || !column.heading.total) continue;
    if (column.relative !== null || column.round !== null || head(column) === '') continue;
    const years = columns.filter(
      (one) => one.role === 'money' && one.fy !== null && head(one) === head(column),
    );
    if (new Set(years.map(({ fy }) => fy)).size >= 2) column.role = 'attribute';
  }
}

/** 人件費（Ｂ）※概算 → 人件費. */
function withoutNote(base: string, { heading }: ColumnPlan): string {
  const note = plainHeading(/[^\s※]\s*※([^\s※]+)/.exec(heading.label)?.[1] ?? '');
  return note !== '' && base.endsWith(note) ? base.slice(0, -note.length).replace(/\([a-z]\)$/, '') : '';
}

/** 令和9年度以降（見込み）, 令和6年度まで: nothing but where the years begin or end. */
function isRemainder({ heading, label }: ColumnPlan): boolean {
  const rest = heading.base.replace(/[|()\s]|見込み?|予定|計画|累計|の/g, '');
  return heading.fy === null && rest === '' && /\d年?度?末?(?:以[降後]|まで)/.test(label.normalize('NFKC'));
}

/** All the figures of the table are amounts. */
function isAmongAmounts(columns: readonly ColumnPlan[]): boolean {
  return columns.some(({ role }) => role === 'money') && !columns.some(({ role }) => role === 'kpi-name');
}

/** 財源内訳 over 国庫: whatever the source is called, what stands there is money. */
function isBelowSources(segments: readonly string[]): boolean {
  const above = segments.slice(0, -1).some((one) => /^(?:特定)?財源(?:の?(?:内訳|構成|区分))?$/.test(one));
  return above && !/(?:率|割合|区分|名称?|種別|種類|根拠|備考|数)$/.test(segments.at(-1) ?? '');
}

/** 国庫支出金, 人件費計(B), 全体計画(事業費計), and その他 beside them. */
export function isMoney(
  { columns }: Pick<PlannedTable, 'columns'>,
  column: ColumnPlan,
  vocabulary: Headings,
): boolean {
  const { words } = vocabulary;
  if (column.unit !== null) return Object.hasOwn(words.units.money, column.unit);
  if (column.heading.money !== null || column.heading.meaning === 'money') return true;
  if (isRemainder(column) && isAmongAmounts(columns)) return true;
  const segments = column.heading.base.split(/[|_]/);
  if (isBelowSources(segments)) return true;
  // 効果額 over 目標 and 実績: what is above says what they are of.
  while (segments.length > 1 && /^(?:目標|実績|計画|見込|予算|決算|当初)値?額?$/.test(segments.at(-1) ?? ''))
    segments.pop();
  // 増減 over (A)-(B)
  while (segments.length > 1 && /^[(a-z)+-]+$/.test(segments.at(-1) ?? '')) segments.pop();
  const base = (segments.at(-1) ?? '')
    .replace(/\((?:合計|計|総額)\)$/, '')
    .replace(/(?:\([^()]*[a-z+]+[^()]*\)|[+-])+$/, '');
  const candidates = [
    base,
    base.replace(/\d+$/, ''),
    base.replace(/^(?:うち|財源(?:内訳)?|内訳|\d+)/, ''),
    /\((.+)\)$/.exec(base)?.[1] ?? '',
    withoutNote(base, column),
  ];
  const names = [
    ...words.moneyAttributes,
    ...Object.values(words.money)
      .flat()
      .filter((word) => word.length > 2),
  ];
  if (candidates.some((text) => text !== '' && vocabulary.has(words.moneyAttributes, text))) return true;
  if (candidates.some((text) => text !== '' && names.includes(text))) return true;
  if (
    /^(?:\d+(?:か|ヵ|ケ|ヶ|カ|箇)年|(?:計画)?期間)(?:間)?の?(?:合計|計|総額|総計|事業費)$/.test(base) ||
    /^第?\d+次?(?:月)?補正(?:予算)?額?$|(?:予算|決算|事業費|経費|支出金)(?:額|計|合計|総額)?$|(?:充当|交付|交付決定|補助|助成|寄附|寄付|繰入|借入|効果|削減|積立|取崩し?|返還|償還|委託|契約|請負|収入|負担)額$|(?:現在|残)[高額]$|^(?:積立て?|積み立て|取崩し?|取り崩し)$/.test(
      base.replace(/\([^()]*\)$/, ''),
    )
  )
    return true;
  // うち利子等 behind 積立額 is a part of it, その他 one of those before it.
  if (base !== 'その他' && !/\(その他\)$|^うち/.test(base)) return false;
  const before = columns[column.position - 1];
  return (
    before !== undefined && before.position !== column.position && isMoney({ columns }, before, vocabulary)
  );
}
