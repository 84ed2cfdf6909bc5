// A set by groups: 課ごと, パッケージ別; all of them, or the group with the most.
import type { Kind, Query, SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import type { Item } from '../../frame.ts';
import { wantedOf } from '../../wanted.ts';
import { adds, bounded } from './adding.ts';
import { topOf } from './extreme.ts';
import { partsApart } from './parts-apart.ts';

/** By groups: 課ごと, パッケージ別, どの課の合計が一番多い. */
export const groupOf: Rule = (clause) => {
  const { frame, before } = clause;
  const parts = partsApart(clause);
  if (parts) return parts;
  const by = groupedBy(clause) ?? holderOf(clause);
  if (by === null) return groupsAgain(clause);
  for (const item of frame.attributes()) if (isSame(item, by, clause)) item.used = true;
  const wanted = wantedOf(clause).filter((one) => adds(one.attribute, clause));
  const empty = clause.conditions.length === 0 && !clause.subjects.any() && wanted.length === 0;
  const inherited = empty ? before : null;
  if (frame.has('average', 'median')) clause.unread.push(frame.intents('average', 'median')[0]?.text ?? '');
  const set = withoutRepeats(inherited?.sets[0] ?? conditionSet(clause, memberKind(clause)));
  return {
    ...emptyQuery('group'),
    of: by,
    sets: [set, ...levelOf(by, set, clause)],
    wanted: bounded(inherited?.wanted ?? wanted, clause),
    extreme: extremeAsked(clause),
  };
};

/** Policies of the level the members are put under, in the plans spoken of. */
function levelOf(by: string, { where }: SubjectSet, { frame }: Clause): SubjectSet[] {
  if (!by.startsWith('level:')) return [];
  const level = by.slice('level:'.length);
  const item = frame.kinds().find(({ meaning }) => meaning.level === level);
  const plans = where.filter(({ is }) => is === 'plan');
  const ofLevel = { is: 'word' as const, attribute: 'level', fy: null, values: [level] };
  return [{ kind: 'policy', named: null, where: [...plans, ofLevel], label: item?.text ?? '' }];
}

/** 再掲も含めて takes nothing out. */
function withoutRepeats(set: SubjectSet): SubjectSet {
  return { ...set, where: set.where.filter(({ is }) => is !== 'repeated') };
}

/** The key of what stands before ごと, 別. */
function groupedBy({ frame, around }: Clause): string | null {
  if (!frame.has('group')) return null;
  const before = (item: Item) => {
    const next = frame.next(item);
    return next?.meaning?.is === 'intent' && next.meaning.id === 'group';
  };
  const attribute = frame.attributes().find(before);
  if (attribute) {
    attribute.used = true;
    return attribute.meaning.ids[0] as string;
  }
  const [kind] = frame.kinds().filter(before);
  if (kind) return keyOf(kind.meaning.kind, kind.meaning.level);
  const [year] = frame.topics().flatMap(({ items }) => items.filter(before));
  return year && around.facts.attribute('budget')?.byYear && year.text === '年度' ? 'year' : null;
}

function keyOf(kind: Kind, level: string | null): string {
  return kind === 'policy' && level !== null ? `level:${level}` : kind;
}

/** R7予算の合計が一番多い課, どの課が一番多く: the members are added up for each holder. */
function holderOf(clause: Clause): string | null {
  const { frame } = clause;
  if (extremeAsked(clause) === null || frame.entities('project', 'kpi').length > 0) return null;
  const money = frame
    .attributes()
    .some(({ meaning, used }) => !used && meaning.ids.some((id) => clause.around.facts.attribute(id)?.adds));
  if (!money || frame.has('rise', 'fall', 'gap')) return null;
  const projects = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  const kind = frame.kinds().find(({ meaning }) => ['department', 'policy'].includes(meaning.kind));
  if (kind && (!projects || frame.has('sum'))) return keyOf(kind.meaning.kind, kind.meaning.level);
  const which = frame
    .attributes()
    .find(({ meaning, text }) => meaning.ids.includes('department') && /^(?:どの|どこの|何)/.test(text));
  return which && !projects ? 'department' : null;
}

/** The department asked for says by what is grouped, and is not wanted besides. */
function isSame(item: Item & { meaning: { ids: string[] } }, by: string, { around }: Clause): boolean {
  return item.meaning.ids.some((id) => id === by || around.facts.attribute(id)?.id === by);
}

function memberKind({ frame, around }: Clause): Kind {
  const kpis = frame.kinds().some(({ meaning }) => meaning.kind === 'kpi');
  const counted = frame.intents('count').some(({ text }) => /kpi|指標/.test(text));
  return kpis || counted || around.command === 'kpi' ? 'kpi' : 'project';
}

/** 最大はどこ, 2番目に少ない. */
function extremeAsked(clause: Clause): Query['extreme'] {
  const { frame } = clause;
  const top = topOf(clause);
  if (!frame.has('max', 'min') && top?.placed !== true) return null;
  const low = frame.has('min') || (frame.has('small') && !frame.has('big'));
  return {
    way: low ? 'min' : 'max',
    top: top?.nth ? 1 : (top?.count ?? 1),
    nth: top?.nth ?? null,
    by: 'value',
  };
}

/** では2番目は: another place among the groups of the thread. */
function groupsAgain(clause: Clause): Query | null {
  const { before, frame, conditions, subjects } = clause;
  if (before?.ask !== 'group' || conditions.length > 0 || subjects.any() || frame.kinds().length > 0)
    return null;
  const extreme = extremeAsked(clause);
  return extreme && { ...before, extreme, unread: [], assumed: [] };
}
