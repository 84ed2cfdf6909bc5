// Cells of the columns a plan declares, whatever they are: from the record, from its rows, from the rows under a policy.
import { type KpiRecord, type ProjectRecord, type Repository, recordOf } from '../../data/repository.ts';
import type { AttributeValue } from '../../data/schemas/attribute.ts';
import type { Policy } from '../../data/schemas/policy.ts';
import type { Source } from '../../data/schemas/source.ts';
import { type Holder, valuesOf } from '../../data/values.ts';
import type { Attribute, Kind } from '../attribute.ts';
import type { Cell, Subject } from '../cell.ts';
import { once, refCell, wordCell } from './reader.ts';

/** What stands for the record in a declared column; `name` is its id in the plan. */
export function planCells(
  kind: Kind,
  { attribute, name }: { attribute: Attribute; name: string },
  record: Subject,
  repository: Repository,
): Cell[] {
  const of = (holder: Holder, source: Source | null) =>
    valuesOf(holder, name).flatMap((value) => cellsOf(value, attribute, value.source ?? source, repository));
  switch (kind) {
    case 'project':
    case 'row': {
      const project = record as Subject & ProjectRecord;
      const rows = project.listings.flatMap((listing) => of(listing, listing.source));
      return inOrder(attribute, [...of(project, project.sources[0] ?? null), ...rows]);
    }
    case 'kpi': {
      const kpi = record as Subject & KpiRecord;
      return inOrder(attribute, of(kpi, kpi.sources[0] ?? null));
    }
    case 'policy': {
      const policy = record as Subject & Policy;
      const own = of(policy, policy.source);
      if (!attribute.of.includes('row')) return inOrder(attribute, own);
      // Merged cells of a policy are printed beside its rows.
      const rows = repository
        .projectsUnder(policy.id)
        .flatMap(({ listings }) =>
          listings.flatMap((row) => (row.policy === policy.id ? of(row, row.source) : [])),
        );
      return once(inOrder(attribute, [...own, ...rows]));
    }
    default:
      return [];
  }
}

function cellsOf(
  { fy, value, word, list, text, note }: AttributeValue,
  attribute: Attribute,
  source: Source | null,
  repository: Repository,
): Cell[] {
  const more = { fy, ...(note === undefined ? {} : { note }) };
  const unit = attribute.unit ?? null;
  switch (attribute.type) {
    case 'money':
    case 'number':
    case 'rate': {
      const own = attribute.type === 'rate' ? '%' : (unit ?? unitIn(text));
      return [{ ...wordCell(word, source, more), value, text, unit: own }];
    }
    case 'year':
      // Looked up by the year itself; 設定なし is a word.
      return [yearCell({ value, text }, wordCell(value === null ? word : String(value), source, more))];
    case 'list': {
      const items = list ?? (value === null ? (word ?? []) : [value]);
      return [items]
        .flat()
        .map((item) =>
          wordCell(String(item), source, { ...more, ...(typeof item === 'number' ? { value: item } : {}) }),
        );
    }
    case 'text': {
      const said = list ? partsText(list, attribute) : word;
      return [{ ...wordCell(said, source, more), text: said ?? text, value }];
    }
    case 'reference':
      if (word === null) return [{ ...wordCell(null, source, more), text }];
      return [{ ...refCell(word, nameOf(word, repository), source), ...more }];
    case 'word':
      return [{ ...wordCell(word, source, more), text }];
    default:
      return attribute.type satisfies never;
  }
}

/** 1,480人日 in a column whose rows count different things. */
function unitIn(text: string): string | null {
  return /^[\d０-９][\d０-９,，.．]*([^\d０-９\s,，.．()（）]{1,6})$/.exec(text.trim())?.[1] ?? null;
}

/** As printed where that says the year (昭和54年度); ● does not. */
function yearCell({ value, text }: Pick<AttributeValue, 'value' | 'text'>, cell: Cell): Cell {
  return { ...cell, value, fy: value, ...(/\d/.test(text) ? { text } : {}) };
}

/** 中心都市：…、連携市町：… */
function partsText(list: readonly (string | number)[], { parts }: Attribute): string {
  return list.map((item, place) => [parts?.[place]?.label, item].filter(Boolean).join('：')).join('、');
}

function nameOf(id: string, repository: Repository): string {
  return (recordOf(repository, id) ?? repository.policy(id) ?? { name: id }).name;
}

/** By year; a list's items once each, ascending, whatever row prints them. */
function inOrder({ type, byYear }: Attribute, cells: readonly Cell[]): Cell[] {
  if (type === 'list')
    return cells
      .filter(({ word, fy }, place) => cells.findIndex((one) => one.word === word && one.fy === fy) === place)
      .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return byYear ? [...cells].sort((a, b) => (a.fy ?? 0) - (b.fy ?? 0)) : [...cells];
}
