// The attributes that the columns of the tables become, with the words they are asked by.
import type { Headings } from '../layout/headings.ts';
import { oneLine } from '../layout/table.ts';
import type { ColumnPlan, PlannedTable } from '../mapping/column-plan.ts';
import { rowKindsOf, rowPartsOf } from '../mapping/columns/row-kind.ts';
import type { ReadAttribute } from '../read-plan.ts';
import { legendOf } from './legends.ts';
import { kindsBeside, partId } from './money-cells.ts';
import { hasMarks, markColumn } from './name-marks.ts';
import { directionColumn } from './read-kpis.ts';

const core: Record<string, Pick<ReadAttribute, 'label' | 'type' | 'byYear' | 'of'> & { adds?: boolean }> = {
  budget: { label: '予算・決算', type: 'money', byYear: true, of: ['project'], adds: true },
  department: { label: '担当課', type: 'reference', byYear: false, of: ['project'] },
  number: { label: '事業番号', type: 'word', byYear: false, of: ['project'] },
  summary: { label: '概要', type: 'text', byYear: false, of: ['project'] },
  policy: { label: '施策', type: 'reference', byYear: false, of: ['project', 'kpi'] },
  baseline: { label: '基準値', type: 'number', byYear: true, of: ['kpi'] },
  target: { label: '目標値', type: 'number', byYear: true, of: ['kpi'] },
  actual: { label: '実績値', type: 'number', byYear: true, of: ['kpi'] },
  rate: { label: '達成率', type: 'rate', byYear: true, of: ['kpi'] },
};

/** Core ids and the words of the columns that became them. */
const coreOf: Partial<Record<ColumnPlan['role'], string>> = {
  money: 'budget',
  amount: 'budget',
  department: 'department',
  number: 'number',
  serial: 'number',
  summary: 'summary',
  policy: 'policy',
  baseline: 'baseline',
  current: 'baseline',
  target: 'target',
  actual: 'actual',
  rate: 'rate',
};

/** Every attribute once, in the order of the columns. */
export function attributesOf(tables: readonly PlannedTable[], vocabulary: Headings): ReadAttribute[] {
  const found = new Map<string, ReadAttribute>();
  for (const planned of tables) {
    for (const id of partsIn(planned, vocabulary))
      found.set(id, {
        id,
        label: id,
        words: [id, ...(vocabulary.words.askedAs[id] ?? [])],
        of: ['project'],
        type: 'money',
        byYear: true,
        adds: true,
      });
    if (hasMarks(planned))
      found.set(markColumn, {
        id: markColumn,
        label: markColumn,
        words: [markColumn, '新規・拡充'],
        of: ['project'],
        type: 'word',
        byYear: false,
      });
    for (const column of planned.columns) {
      if (column.leftOut !== null) continue;
      if (column.role === 'direction') {
        const label = directionColumn(column);
        const told = legendOf(planned, column, vocabulary);
        found.set(label, {
          id: label,
          label,
          words: [label],
          of: ['kpi'],
          type: 'word',
          byYear: false,
          ...told,
        });
      }
      const id = column.attribute?.id ?? coreOf[column.role];
      if (id === undefined) continue;
      const heading = column.attribute ? id : oneLine(column.heading.label);
      const of = planned.hasProject && column.attribute?.of !== 'kpi' ? 'project' : 'kpi';
      const known = found.get(id);
      if (known) {
        if (!known.words.includes(heading) && known.words.length < 20) known.words.push(heading);
        if (column.attribute && !known.of.includes(of)) known.of.push(of);
        continue;
      }
      const base = core[id];
      if (base && !column.attribute) found.set(id, { id, ...base, words: [heading] });
      else if (column.attribute)
        found.set(id, ownAttribute(column.attribute, of, { planned, column, vocabulary }));
    }
  }
  return [...found.values()];
}

/** What a column becomes that is none of ours: asked by its heading. */
function ownAttribute(
  { id, type, byYear, unit }: NonNullable<ColumnPlan['attribute']>,
  of: 'project' | 'kpi',
  { planned, column, vocabulary }: { planned: PlannedTable; column: ColumnPlan; vocabulary: Headings },
): ReadAttribute {
  const { askedAs } = vocabulary.words;
  return {
    id,
    label: id,
    words: [id, ...(askedAs[id] ?? askedByForm(id, type, askedAs) ?? askedAs[bareName(id)] ?? [])],
    of: [of],
    type,
    byYear,
    ...(unit === null ? {} : { unit }),
    ...(type === 'word' ? legendOf(planned, column, vocabulary) : {}),
    ...(type === 'money' ? { adds: true } : {}),
  };
}

/** What rows of 一般財源 and 特定財源 below 事業費 become. */
function partsIn(planned: PlannedTable, vocabulary: Headings): string[] {
  const beside = kindsBeside(planned, vocabulary);
  const told = rowPartsOf(planned, vocabulary);
  const kinds = [
    ...(told.length > 0 && beside.size > 0 ? [] : [null]),
    ...planned.columns.flatMap(({ role, money }) => (role === 'money' && money !== null ? [money] : [])),
    ...(told.length > 0 ? beside : []),
  ];
  const said = rowKindsOf(planned, vocabulary).flatMap((kind) => (kind.role === 'part' ? [kind.name] : []));
  const names = new Set([...said, ...told, ...planned.table.rows.flatMap(({ part }) => part ?? [])]);
  return [...names].flatMap((name) => [...new Set(kinds.map((money) => partId(name, money, beside)))]);
}

/** 事業期間（開始） is asked for as 開始年度, しゅん工年 as 建築年, データ出典 as 出典. */
function askedByForm(
  id: string,
  type: ReadAttribute['type'],
  askedAs: Readonly<Record<string, string[]>>,
): string[] | undefined {
  const known: [RegExp, string][] =
    type === 'year'
      ? [
          [/開始|始期|創設|着手|発足/, '開始年度'],
          [/終了|終期|完了|満了/, '終了年度'],
          [/建築|建設|竣工|しゅん工|完成/, '建築年度'],
        ]
      : [
          [/(?:開始|着手|着工).*(?:年月日|日|年月|時期)$/, '開始年度'],
          [/(?:終了|完了|完成|竣工|しゅん工|満了).*(?:年月日|日|年月|時期)$/, '終了年度'],
          [/出典|データソース|出所|調査名/, '出典'],
          [/^(?:関係|関連|協力|連携)(?:部|局|課|室|部署|部課|所属)/, '関係課'],
          [/^[2-9二三四五]\s*[かヶカケ箇]?年(?:度|間)?の?(?:合?計|総額|総事業費)/, '複数年の合計'],
          [/^(?:総|トータル|フル)コスト$|^総(?:事業)?費用?$|人件費(?:込み?|含)/, '総コスト'],
        ];
  const like = known.find(([form]) => form.test(id.normalize('NFKC')))?.[1];
  return like === undefined ? undefined : askedAs[like];
}

/** 交付先（対象者） → 交付先, 予算科目 款 → 款. */
function bareName(id: string): string {
  const plain = id.normalize('NFKC').replace(/\s*\([^()]*\)$/, '');
  return plain.split(/\s+/).at(-1) ?? plain;
}
