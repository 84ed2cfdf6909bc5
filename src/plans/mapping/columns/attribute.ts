// A column that is none of ours becomes an attribute of the plan: its label, type and unit.
import { isDash, type Reading, readCell } from '../../cells/read-cell.ts';
import { readYearCell, readYears } from '../../cells/years.ts';
import { type Headings, plainHeading } from '../../layout/headings.ts';
import type { Table } from '../../layout/table.ts';
import { type ColumnPlan, type PlannedTable, sampleOf, textsOf } from '../column-plan.ts';
import { isMoney } from './money.ts';

/** Label, type and unit of a column that becomes an attribute of the plan. */
export function describe(
  planned: PlannedTable,
  { column, twins }: { column: ColumnPlan; twins: readonly Table[] },
  vocabulary: Headings,
): void {
  // Four hundred cells tell the type of a column as well as forty thousand.
  const texts = sampleOf(
    twins.length > 1 ? twins.flatMap((table) => textsOf({ table }, column)) : textsOf(planned, column),
  );
  const byYear =
    column.fy !== null ||
    column.relative !== null ||
    column.block !== null ||
    planned.yearVaries ||
    planned.table.year !== undefined;
  const named = column.fy !== null && column.block === null ? withoutYears(column.label) : column.label;
  const whole = column.block === null ? named : named.replace(/＃\d+(?=（内訳）$|$)/, '');
  const id = withoutUnit(whole, column.unit, planned.columns);
  column.attribute = { id: id === '' ? column.label : id, type: 'text', byYear, unit: null };
  const attribute = column.attribute;
  if (holdsYears(column, texts, vocabulary)) {
    attribute.type = 'year';
    return;
  }
  const said = toldIn(texts, vocabulary);
  const figures = said.filter(({ is }) => is === 'number');
  // 2 総務費: a numbered word.
  const isCode =
    texts.some((text) => /^0\d+$/.test(text)) ||
    texts.every((text) => /^\d+[\s\u3000.．]+[^\d\s]{2,}/.test(text)) ||
    /(?:番号|コード|id|no|番|の位)$/i.test(column.heading.base);
  const mostly = said.length > 0 && figures.length >= said.length * 0.8;
  const units = new Set(figures.map((one) => (one.is === 'number' ? one.unit : null)));
  // 2 総務費, 3 民生費: what differs from cell to cell behind a number is no unit.
  if (mostly && !isCode && units.size <= 3) {
    const own = units.size === 1 ? [...units][0] : null;
    if (isMoney(planned, column, vocabulary)) attribute.type = 'money';
    else if (own === '%' || column.unit === '%' || /(?:率|割合)(?:\([^)]*\))?$/.test(column.heading.base)) {
      attribute.type = 'rate';
      attribute.unit = '%';
    } else {
      attribute.type = 'number';
      attribute.unit = column.unit ?? own ?? null;
    }
    return;
  }
  const distinct = new Set(texts);
  const short = texts.every((text) => text.length <= 30);
  if (short && (isCode || distinct.size <= Math.max(12, texts.length / 4))) {
    attribute.type = 'word';
    attribute.unit = column.unit;
  }
}

/** What texts tell of a column's type: (900) and #### tell as little as a dash does, 皆増 and 集計中 as little. */
export function toldIn(texts: readonly string[], vocabulary: Headings): Reading[] {
  const instead = vocabulary.words.insteadOfFigures;
  return texts
    .map((text) => readCell(text, vocabulary))
    .filter(
      (one) =>
        one.is !== 'dash' && one.is !== 'refused' && !(one.is === 'word' && instead.includes(one.word)),
    );
}

/** 創設年度, 終期: years, and beside them a dash or a word such as 設定なし. A bare 7 is a year only under 年度. */
function holdsYears({ heading, fy }: ColumnPlan, texts: readonly string[], vocabulary: Headings): boolean {
  const printed = heading.base.split('|').at(-1) ?? '';
  // 事業期間(開始), 事業期間 開始
  const base = /期間\((?:開始|終了|始|終)\)$|^(?:開始|終了)$/.test(printed)
    ? '年度'
    : printed.replace(/\([^()]*\)$/, '');
  const bare = heading.meaning === 'year';
  if (!bare && (fy !== null || !/(?:年度?|年次|終期|始期|期限|時期)$/.test(base))) return false;
  const said = texts.filter((text) => !isDash(text, vocabulary));
  const years = said.filter(
    (text) => readYearCell(text) && (bare || !/^\d{1,2}$/.test(text.normalize('NFKC'))),
  );
  const words = said.filter((text) => !readYearCell(text));
  if (bare && words.length > 0) return false;
  return (
    years.length > 0 &&
    words.every((text) => !/\d/.test(text.normalize('NFKC'))) &&
    years.length + words.length === said.length
  );
}

/** 職員数（人） is asked for as 職員数; two columns that differ by their unit keep it. */
function withoutUnit(name: string, unit: string | null, columns: readonly ColumnPlan[]): string {
  if (unit === null) return name;
  // 不用額 over 円 in a row of units.
  const [, over = '', below = ''] = /^(.+)\s(\S+)$/.exec(name.normalize('NFKC').trim()) ?? [];
  if (over !== '' && plainHeading(below).replace(/^\(|\)$/g, '') === plainHeading(unit)) return over;
  // （従事人数：人）
  const [, counted, inUnit = '', rest = ''] =
    /^[(]([^:()]+):([^:()]+)[)](.*)$/.exec(name.normalize('NFKC').trim()) ?? [];
  if (counted !== undefined && plainHeading(inUnit) === unit) return `${counted}${rest}`;
  const [, bare = '', inside = ''] = /^(.+?)\s*[（(](?:単位[:：]?)?([^（()）]+)[)）]$/.exec(name) ?? [];
  // 効果額(千円)実績
  const [, head = '', within = '', tail = ''] =
    /^([^()]+)\(([^()]+)\)([^()]{2,6})$/.exec(name.normalize('NFKC')) ?? [];
  if (bare === '' && plainHeading(within) === plainHeading(unit)) return `${head} ${tail}`;
  if (bare === '' || plainHeading(inside) !== plainHeading(unit)) return name;
  const twins = columns.filter(({ heading }) =>
    plainHeading(heading.label).startsWith(`${plainHeading(bare)}(`),
  );
  return twins.length > 1 && new Set(twins.map((one) => one.unit)).size > 1 ? name : bare;
}

/** 国庫支出金 R5 → 国庫支出金, R5 決算 国費（千円） → 決算 国費. */
function withoutYears(label: string): string {
  let plain = label.normalize('NFKC');
  for (const { start, end } of readYears(plain).reverse()) {
    // 令和5年度末残高 is the 年度末残高 that stands below 令和6年度 as well.
    const atEnd = /末$/.test(plain.slice(start, end)) && /^(?:現在|残)[高額]/.test(plain.slice(end));
    plain = `${plain.slice(0, start)}${atEnd ? '年度末' : ''}${plain.slice(end)}`;
  }
  return (
    plain
      .replace(/\(\s*(?:年度|末)?\s*\)/g, '')
      .replace(
        /^\s*(?:年度中の?(?=増減|[積取])|中の?(?=増減|[積取])|年度(?!別|末[現残])|年(?![度間次齢])|の|末)\s*/,
        '',
      )
      .replace(/\s+/g, ' ')
      // 利用者数_R6（人） → 利用者数（人）
      .replace(/^[\s_・:-]+|[\s_・:-]+(?=\(|$)/g, '')
      .trim()
  );
}
