// 全市町が対象の事業, 「全市町」と記載せず市町名を個別に列挙している事業: all the towns, or a list that is not all of them.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';

/** 「全市町」と記載せず: the form of denial that no word of its own stands for. */
const denied = /^[」』]?(?:と(?:は)?[^、。]{0,8}?ず|でない)/;

/** 市町名を個別に列挙している, 町の名前を一つずつ挙げている. */
const listed =
  /(?:市町村?|町|自治体)の?(?:名前?|名称)?[をが](?:個別|個々|別々|一つずつ|ひとつずつ|1つずつ|1つ1つ|一つ一つ|具体的)に?(?:列挙|列記|挙げ|あげ|記載|書|並べ|明記|記し)/;

/** As many towns as there are, or fewer. */
export function allTowns(frame: Frame, { repository }: Around): Condition[] {
  const project = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  const chooses = frame.has('count', 'which', 'list', 'sum', 'average', 'max', 'min');
  if (!project && !chooses) return [];
  const each = listed.exec(frame.text);
  const found = frame.intents('all-towns').map((item) => {
    item.used = true;
    const all = withAllTowns(item, repository);
    const not = denied.test(frame.text.slice(item.end));
    const predicate: Predicate = not ? { is: 'not', that: all } : all;
    return { predicate, item, label: item.text };
  });
  if (!each) return found;
  const end = each.index + each[0].length;
  const items = frame.items.filter((one) => one.start >= each.index && one.start < end);
  const [first] = items;
  if (!first) return found;
  for (const one of items) {
    one.used = true;
    one.meaning = { is: 'intent', id: 'held' };
  }
  if (found.length > 0) return found;
  const some = withAllTowns({ ...first, text: '全市町' }, repository);
  return [{ predicate: { is: 'not', that: some }, item: first, label: each[0] }];
}

/** As many towns as any project has. */
export function withAllTowns({ text }: Item, { projects }: Around['repository']): Predicate {
  const value = projects.reduce(
    (most, { participants }) => Math.max(most, participants?.towns?.length ?? 0),
    0,
  );
  return { is: 'holds', kind: 'town', limits: [{ relation: '>=', value, unit: '市町', text }] };
}
