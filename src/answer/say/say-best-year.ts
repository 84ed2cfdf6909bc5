// In which year a figure was the highest: the year with its figure, ties named.

import { fiscalYearName, saysYear } from '../../wording/years.ts';
import type { BestYearResult } from '../run/result/figures.ts';
import { cellText } from './cell-text.ts';
import { type Said, said } from './said.ts';
import { labelOf, memberName } from './told-text.ts';

/** 「対応率」の実績が最も高いのは90.9%（令和3年度）です。 */
export function sayBestYear({ scope, attribute, way, cells, compared }: BestYearResult): Said {
  const [member] = scope.members;
  const what = `「${member ? memberName(member) : scope.label}」の${labelOf({ id: attribute.id, attribute })}`;
  const members = member ? [member] : [];
  if (cells.length === 0)
    return said(`${what}は、比べられる数値が記載されていません。`, members, { silent: true });
  if (compared === 1)
    return said(
      `${what}は${cells.map((cell) => cellText(attribute, cell)).join('、')}だけが記載されていて、比べられません。`,
      members,
    );
  const order = way === 'max' ? '最も高い' : '最も低い';
  const shown = cells
    .map((cell) => {
      const text = cellText(attribute, cell);
      // Money is printed without its year.
      return cell.fy === null || saysYear(text, cell.fy) ? text : `${fiscalYearName(cell.fy)}の${text}`;
    })
    .join('、');
  return said(`${what}が${order}のは${shown}です（記載のある${compared}年度のうち）。`, members);
}
