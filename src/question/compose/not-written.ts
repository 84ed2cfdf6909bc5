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
  const asked = subjects.topics().filter(({ items, end }) => {
    const last = items.at(-1);
    return last?.noun === true && last.text.length >= 2 && asksIf.test(frame.text.slice(end));
  });
  if (asked.length === 0) return [];
  const known = everythingTold(id, around);
  return asked
    .filter(({ items }) => !known.includes(items.at(-1)?.text ?? ''))
    .map(({ items }) =>
      items
        .filter(({ noun }) => noun)
        .map(({ text }) => text)
        .join(''),
    );
}

/** The record's name, its words, and all that is told of it. */
function everythingTold(id: string, { repository }: Clause['around']): string {
  const record = repository.project(id) ?? repository.kpi(id);
  const told = repository.statements
    .filter(({ subject }) => subject.id === id)
    .flatMap(({ text, terms }) => [text, ...terms]);
  return normalize([record?.name ?? '', ...(record?.keywords ?? []), ...told].join(' '));
}

/** Whether a query would tell of the record all the same. */
export function tellsOf({ ask, sets }: Query): boolean {
  return ask === 'what' || (['show', 'values'].includes(ask) && sets.length > 0);
}
