// 防犯カメラ運用事業の資料に設置台数は出ていますか: whether the documents tell of something that they do not.
import { normalize } from '../../language/normalize.ts';
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';

const asksIf =
  /^(?:は|が|も|って|の方は|のほうは)(?:資料に|表に|どこかに|どこにも)?(?:出てい?(?:ます|る)|載ってい?(?:ます|る)|書いてあり?ま?す?|書かれてい?(?:ます|る)|記載(?:が|は)?あり|分かり(?:ます|ま)|わかります|示されてい)/;

/** The thing that is asked for, where neither the record nor what is told of it holds it. */
export function notWritten({ frame, subjects, around }: Clause): string[] {
  const [group, more] = subjects.exact();
  const [id, other] = group?.ids ?? [];
  if (more || id === undefined || other !== undefined || frame.attributes().length > 0) return [];
  const record = around.repository.project(id) ?? around.repository.kpi(id);
  const told = around.repository.statements
    .filter(({ subject }) => subject.id === id)
    .flatMap(({ text, terms }) => [text, ...terms]);
  const known = normalize([record?.name ?? '', ...(record?.keywords ?? []), ...told].join(' '));
  return subjects.topics().flatMap(({ items, end }) => {
    const last = items.at(-1);
    const asked = last?.noun === true && asksIf.test(frame.text.slice(end));
    return asked && last.text.length >= 2 && !known.includes(last.text)
      ? [
          items
            .filter(({ noun }) => noun)
            .map(({ text }) => text)
            .join(''),
        ]
      : [];
  });
}

/** Whether a query would tell of the record all the same. */
export function tellsOf({ ask, sets }: Query): boolean {
  return ask === 'what' || (['show', 'values'].includes(ask) && sets.length > 0);
}
