// 「KitaQサポーターを増やす事業」: what a project is for, read from the figure it is to move.
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';
import { type Frame, type Item, takeTopics } from '../frame.ts';
import { wantedOf } from '../wanted.ts';

/** The projects of the KPI that a verb before 事業 moves; without such a KPI the verb only describes. */
export const projectsByAim: Rule = (clause) => {
  const { frame, subjects, around } = clause;
  const verb = aimBefore(frame);
  if (!verb) return null;
  const { repository } = around;
  const [exact] = subjects.exact().filter(({ kind }) => kind === 'kpi');
  const topics = subjects.topics();
  const group = exact ?? subjects.byTopic(topics, ['kpi']);
  const projects = [...new Set((group?.ids ?? []).flatMap((id) => repository.kpi(id)?.projects ?? []))];
  // The verb asks nothing; it is one more word of the description.
  verb.meaning = null;
  verb.noun = false;
  if (!group?.strong || group.missed.length > 0 || projects.length === 0) return null;
  takeTopics([...topics, ...subjects.topics()]);
  const wanted = wantedOf(clause);
  const label = frame.text.slice(group.start, verb.end);
  const sets = [{ kind: 'project' as const, named: projects, where: [], label }];
  return { ...emptyQuery(wanted.length > 0 ? 'values' : 'list'), of: 'project', sets, wanted };
};

/** A verb of change between its object and 事業: 公共施設を減らしていく取組, 保育園を増やすのはどの事業. */
function aimBefore(frame: Frame): Item | null {
  for (const item of frame.intents('rise', 'fall')) {
    const object = frame.before(item);
    const beside = frame.next(item);
    const asked = which(beside) && /の?は$/.test(item.after.trim());
    const next = asked && beside ? frame.next(beside) : beside;
    const described =
      object !== undefined &&
      (object.meaning === null || (object.meaning.is === 'entity' && object.meaning.kind !== 'policy'));
    const verb = /[うくすつぬむるげし]$/.test(item.text) || /^て(?:いく|いる)?$/.test(item.after.trim());
    // 二酸化炭素の削減はどの事業.
    const noun = object?.after.trim() === 'の' && item.after.trim() === 'は' && which(beside);
    const head =
      next?.meaning?.is === 'kind' && next.meaning.kind === 'project' && next.meaning.level === null;
    if (described && head && (noun || (verb && /を$/.test(object.after.trim())))) return item;
  }
  return null;
}

function which(item: Item | null | undefined): boolean {
  return item?.meaning?.is === 'intent' && item.meaning.id === 'which';
}
