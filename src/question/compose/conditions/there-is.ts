// 「R5予算のある事業」, 「注記があるKPI」: the figure or word is to stand in the document.
import type { Around } from '../../around.ts';
import type { Frame, Item } from '../frame.ts';
import type { Condition } from './condition.ts';

/** An attribute that is said to be there, right before the kind it is asked of; takes the items. */
export function thereIs(frame: Frame, around: Around): Condition[] {
  return [...written(frame, around), ...marked(frame, around)];
}

function written(frame: Frame, around: Around): Condition[] {
  return frame.attributes().flatMap((item): Condition[] => {
    const [id = ''] = item.meaning.ids;
    // 決算額のある事業 where no plan prints any is answered by saying so.
    const attribute = around.facts.attribute(id);
    if (item.used || !attribute || frame.next(item)?.meaning?.is !== 'kind') return [];
    if (isDone(item) && attribute.plan !== null && attribute.type === 'money') {
      item.used = true;
      const limits = [{ relation: '>' as const, value: 0, unit: '円', text: '0円を超える' }];
      return [
        {
          predicate: { is: 'compare', attribute: id, fy: null, limits },
          item,
          label: `${attribute.label}あり`,
        },
      ];
    }
    if (!/^[のがも](?:ある|有る)$/.test(item.after.trim())) return [];
    item.used = true;
    const year = frame.years().findLast(({ start }) => start < item.start);
    const fy = year?.meaning.years.years.at(0) ?? null;
    return [{ predicate: { is: 'has', attribute: id, fy }, item, label: `${attribute.label}の記載あり` }];
  });
}

/** 翌年度に繰り越した事業: the column's amount in a verb. */
function isDone({ text, after }: Item): boolean {
  const behind = after.trim();
  return (
    /[ぁ-ん]$/.test(text) &&
    (/^(?:た|る|て(?:い)?る|ている)$/.test(behind) || (behind === '' && /た$/.test(text)))
  );
}

/** 気候変動のゴールに関係する取組: a column of marks (◎, ○) above which the word stands; takes the items. */
function marked(frame: Frame, { facts }: Around): Condition[] {
  if (frame.kinds().length === 0 || frame.entities('project', 'kpi').length > 0) return [];
  return frame.attributes().flatMap((item): Condition[] => {
    const attribute = facts.attribute(item.meaning.ids[0] ?? '');
    const { values = [] } = attribute ?? {};
    if (item.used || !attribute || values.length === 0 || !values.every(({ word }) => isMark(word)))
      return [];
    // ◎の付いた取組 asks for that mark.
    if (frame.words().some(({ meaning }) => meaning.attributes.includes(attribute.id))) return [];
    item.used = true;
    for (const other of [...frame.attributes(), ...frame.intents('join', 'written', 'then')])
      if (
        other.start >= item.end &&
        other.start <= item.end + 12 &&
        /^(?:ゴール|目標|関係|関連|該当|当て)/.test(other.text)
      )
        other.used = true;
    return [
      {
        predicate: { is: 'has', attribute: attribute.id, fy: null },
        item,
        label: `${attribute.label}の印あり`,
      },
    ];
  });
}

const isMark = (word: string) => /^[◎○〇◯●★☆✓✔レ]$/u.test(word);
