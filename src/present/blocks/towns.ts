// Towns of a project, or projects of a town.
import type { ProjectEntry } from '../../answer/answer.ts';
import { townUnit } from '../../wording/names.ts';
import { projectButtons } from './asks.ts';
import { actions, type Block, context, type Run, rich } from './block.ts';
import { notPrinted, sourceText } from './figures.ts';
import { entryBlocks } from './list.ts';

/** `entries` is one page of `total`; `towns` were asked for. */
export function townsBlocks(
  entries: readonly ProjectEntry[],
  total: number,
  { towns, lead }: { towns: readonly string[]; lead: string },
  how: { plain: boolean },
): Block[] {
  const [only] = entries;
  // One project: its towns are the answer. Several: the projects are.
  if (only && total === 1) {
    return [
      // The lead may hold every town already.
      ...(lead.includes(only.record.participants.towns.join('、') || notPrinted)
        ? []
        : [rich([{ bold: only.record.name }], ...townLines(only, towns))]),
      ...context(`${only.plan.shortName} ／ 出典 ${sourceText(only.record.sources)}`),
      ...actions(...projectButtons(only, '参加市町')),
    ];
  }
  return entryBlocks(entries, total, how);
}

function townLines({ record }: ProjectEntry, asked: readonly string[]): Run[][] {
  const { scope, towns } = record.participants;
  if (scope === 'unknown') return [[`参加市町は${notPrinted}です。`]];
  const ending = (end: string) => towns.filter((town) => town.endsWith(end));
  const line = (label: string, names: string[]): Run[][] =>
    names.length === 0
      ? []
      : [
          [
            `${label}（${names.length}）　`,
            ...names.flatMap((name, i): Run[] => [
              i > 0 ? '、' : '',
              asked.includes(name) ? { bold: name } : name,
            ]),
          ],
        ];
  const unit = townUnit(towns);
  const count = `${towns.length}${unit}`;
  return [
    [scope === 'all' ? `全${unit}（${count}）` : count],
    ...['市', '区', '町', '村'].flatMap((end) => line(end, ending(end))),
  ];
}
