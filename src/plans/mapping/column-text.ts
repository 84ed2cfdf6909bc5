// A column's meaning as a person writes it: 予算:R8, 予算:R8:補正, 決算:R6:円, 担当課, 目標:R7, 項目, 無視.
import { readYearCell } from '../cells/years.ts';
import type { Meaning } from '../layout/heading/meaning.ts';
import type { Headings } from '../layout/headings.ts';
import type { MoneyKind } from '../read-plan.ts';
import { moneyKindOf } from './money-words.ts';

/** A meaning that was said. */
export interface SaidMeaning {
  role: Meaning;
  money: MoneyKind | null;
  fy: number | null;
  unit: string | null;
}

const roles: Record<string, Meaning> = {
  事業名: 'project',
  事業番号: 'number',
  担当課: 'department',
  施策: 'policy',
  概要: 'summary',
  KPI名: 'kpi-name',
  指標名: 'kpi-name',
  単位: 'kpi-unit',
  基準値: 'baseline',
  現状値: 'current',
  目標: 'target',
  目標値: 'target',
  実績: 'actual',
  実績値: 'actual',
  達成率: 'rate',
  目標年度: 'target-year',
  基準年度: 'baseline-year',
  方向: 'direction',
  年度: 'year',
  区分: 'row-kind',
  金額: 'amount',
  項目: 'attribute',
  無視: 'personal',
};

/** The words a person may use, for messages. */
export const columnWords = [...Object.keys(roles), '予算', '決算', '執行', '計画', '要求', '補正'];

/** Reads a meaning; undefined when it is none. */
export function readColumnText(text: string, { words }: Headings): SaidMeaning | undefined {
  const [name = '', ...details] = text.split(/[:：]/).map((part) => part.trim());
  const said: SaidMeaning = { role: 'attribute', money: null, fy: null, unit: null };
  if (Object.hasOwn(roles, name)) said.role = roles[name] as Meaning;
  else {
    const kind = /^(?:当初|補正|補正後|予算|予算現額|現額|決算|執行|計画|要求)(?:予算)?額?$/.test(name)
      ? moneyKindOf(name)
      : null;
    if (kind === null && name !== '事業費') return undefined;
    said.role = 'money';
    said.money = name === '事業費' ? null : kind;
  }
  for (const detail of details) {
    const year = readYearCell(detail);
    if (year) said.fy = year.fy;
    else if (Object.hasOwn(words.units.money, detail)) said.unit = detail;
    else if (said.role === 'money' && moneyKindOf(detail)) said.money = moneyKindOf(detail);
    else if (detail !== '') return undefined;
  }
  return said;
}
