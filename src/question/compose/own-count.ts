// お試し住宅の利用日数を担当している課と、R7の日数: what the named KPI counts, asked for beside another of its columns.
import { recordOf } from '../../data/repository.ts';
import { normalize } from '../../language/normalize.ts';
import type { Wanted } from '../query.ts';
import type { Clause } from './compose.ts';

const figures = ['actual', 'target', 'baseline', 'rate'];

/** The result of the year that is said before the last word of the KPI's own name, where something else is wanted. */
export function ownCount({ frame, around, years }: Clause, wanted: ReadonlyMap<string, Wanted>): Wanted[] {
  const [kpi, more] = frame.entities('kpi').filter(({ meaning }) => meaning.exact);
  if (!kpi || more || wanted.size === 0 || figures.some((id) => wanted.has(id))) return [];
  const name = normalize(recordOf(around.repository, kpi.meaning.ids[0] ?? '')?.name ?? '');
  for (const year of frame.years()) {
    const item = frame.next(year);
    if (year.start < kpi.end || year.after.trim() !== 'の' || !item || item.meaning !== null) continue;
    if (!/^(?:[人件回日台戸校冊]数|面積|割合|額|率|量)$/.test(item.text) || !name.endsWith(item.text))
      continue;
    item.used = true;
    return [{ attribute: 'actual', years: years.of.get(year) ?? year.meaning.years.years }];
  }
  return [];
}
