// Words no plan holds, put into questions that name a set or a record.
import type { Export } from '../../../src/present/export/everything.ts';
import { type Asked, fill } from './asked.ts';
import { budgetsOf, namedOnce } from './budgets.ts';

const words = ['竜宮城', 'ゾンビウム', '空飛ぶ潜水艦', 'ほげほげ'];

const ofSets = [
  '{set}の{word}の{year}の予算の合計は？',
  '{word}に関する{set}の事業の{year}の予算の合計は？',
  '{set}の{word}の事業で{year}の予算が一番多いのは？',
  '{set}の{word}の事業は何件？',
  '{set} {word} {year} 予算 合計',
];
const ofRecords = ['{name}の{word}の{year}の予算は？', '{name}の{word}の担当課は？'];

/** The answer names the word and gives no figure. */
export function askedWithUnknownWords(data: Export): Asked[] {
  const { plans, projects } = data;
  const departments = [...new Set(projects.flatMap(({ department }) => department ?? []))];
  const years = [...new Set(projects.flatMap((project) => budgetsOf(project, data).map(({ fy }) => fy)))];
  const sets = [...departments, ...plans.map(({ shortName }) => shortName)];
  const with_ = (kind: string, templates: string[], values: Record<string, string>) =>
    words.map((word, i): Asked => {
      const year = `R${(years[i % years.length] ?? 2023) - 2018}`;
      return {
        kind: `${kind} with ${word}`,
        about: Object.values(values).join(' '),
        questions: fill(templates, { ...values, word, year }),
        expected: [word],
        never: /\d円|\d千円|は\d+件です/,
      };
    });
  return [
    ...sets.flatMap((set) => with_('set', ofSets, { set })),
    ...namedOnce(projects, data).flatMap(({ name }) => with_('record', ofRecords, { name })),
  ];
}
