// 給食センターの進捗率, 加入率の進み具合: a plan's own column that bears the name of one of our own attributes.
import type { Around } from '../around.ts';
import type { Frame, Item } from './frame.ts';
import { type Group, Subjects } from './subjects.ts';

/** Where the record that is spoken of has the column, or none is spoken of and no plan prints the attribute, the column is meant. */
export function columnsOfNamed(frame: Frame, around: Around): void {
  for (const item of frame.attributes()) {
    const [core, more] = item.meaning.ids;
    const ofPlan = ofPlanItself(item, frame, around);
    if (ofPlan !== null) {
      (item as Item).meaning = { is: 'attribute', ids: [ofPlan] };
      continue;
    }
    const own = core === undefined || more !== undefined ? [] : columnsCalled(item, core, around);
    if (own.length === 0) continue;
    const subject = spokenOf(frame, around);
    const meant = subject
      ? own.filter((id) => isOfSubject(id, subject, around))
      : isPrinted(core as string, around)
        ? []
        : own;
    if (meant.length > 0) (item as Item).meaning = { is: 'attribute', ids: meant };
  }
}

/** 敬老会はどういう方向性, 出生率の出典: a word for parts of plans or for the plan itself, where the record that is spoken of has a column of that name. */
export function columnsForKinds(frame: Frame, around: Around): void {
  for (const item of frame.items) {
    const part = item.meaning?.is === 'kind' && item.meaning.kind === 'policy';
    const paper = item.meaning?.is === 'intent' && item.meaning.id === 'plans';
    if (!part && !paper) continue;
    const own = idsSaid(item.text.replace(/は$/, ''), around).filter((id) => id.includes('/'));
    const subject = own.length > 0 ? spokenOf(frame, around) : null;
    const meant = subject ? own.filter((id) => isOfSubject(id, subject, around)) : [];
    if (meant.length > 0) (item as Item).meaning = { is: 'attribute', ids: meant };
  }
}

/** この計画はいつ終わる: where no project is spoken of, the end is that of the plan and no column of projects. */
function ofPlanItself(item: Item, frame: Frame, around: Around): string | null {
  const ids = item.meaning?.is === 'attribute' ? item.meaning.ids : [];
  if (!ids.every((id) => around.facts.attribute(id)?.of.includes('project'))) return null;
  const projects = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  if (projects || frame.entities('project').length > 0 || frame.topics().length > 0) return null;
  return idsSaid(item.text, around).includes('period') ? 'period' : null;
}

/** Every attribute that the words may mean. */
function idsSaid(text: string, { lexicon, tokenizer }: Around): string[] {
  return lexicon
    .find(text, tokenizer.tokenize(text))
    .flatMap(({ start, end, entry }) =>
      start === 0 && end === text.length && entry.list === 'attributes' ? [entry.id] : [],
    );
}

/** Columns of plans that are called just so: of kinds that cannot have the attribute, or printed where ours is worked out. */
function columnsCalled(item: Item, core: string, around: Around): string[] {
  const { facts } = around;
  const declared = facts.attribute(core);
  if (!declared || declared.plan !== null || declared.of.includes('project')) return [];
  return idsSaid(item.text, around).flatMap((id) => {
    const own = id.includes('/') ? facts.attribute(id) : undefined;
    return own && (core === 'status' || !own.of.some((kind) => declared.of.includes(kind))) ? [id] : [];
  });
}

function spokenOf(frame: Frame, around: Around): Group | null {
  const subjects = new Subjects(frame, around);
  return subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
}

/** A project's KPIs may hold it as well. */
function isOfSubject(column: string, { ids }: Group, { facts, repository }: Around): boolean {
  return ids.some((id) =>
    [id, ...(repository.project(id)?.kpis ?? [])].some((one) => facts.cells(column, one).length > 0),
  );
}

function isPrinted(core: string, { facts, repository }: Around): boolean {
  const kinds = facts.attribute(core)?.of ?? [];
  return repository.plans.some(({ id }) => kinds.some((kind) => facts.printed(kind, core, id)));
}
