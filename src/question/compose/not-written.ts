// 防犯カメラ運用事業の資料に設置台数は出ていますか: whether the documents tell of something that they do not.
import { normalize } from '../../language/normalize.ts';
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';

const asksIf =
  /^(?:は|が|も|って|の方は|のほうは)、?[^、。]{0,14}?(?:出てい?(?:ます|る|れば)|載ってい?(?:ます|る|れば)|書いてあ(?:り|る|れば)|書かれてい?(?:ます|る|れば)|記載(?:が|は)?あ(?:り|る|れば)|分か(?:り|れば)|わか(?:ります|れば)|示されてい)/;

/** The thing that is asked for, where neither the record nor what is told of it holds it. */
export function notWritten({ frame, subjects, around }: Clause): string[] {
  const [group, more] = subjects.exact();
  const [id, other] = group?.ids ?? [];
  const columns = frame.attributeIds().filter((attribute) => attribute !== 'policy');
  if (more || id === undefined || other !== undefined || columns.length > 0) return [];
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
