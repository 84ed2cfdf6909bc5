// 「金額のほうは」 after 「寄附件数の実績は」: the KPI of the same project whose name holds the word.
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { calledBy } from '../called-by.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { wantedOf } from '../wanted.ts';
import { onlyRecord } from './only-record.ts';

const otherOne =
  /^(?:じゃあ|では)?[、,]?\s*(.{2,8}?)(?:の?(?:ほう|方)[はもを]|で(?:いう|言う)と|だと|なら|に(?:し|直し)たら|(?:で|だ)と?いうと)/;

/** もう1個の指標: one beside the KPI in hand. */
const oneMore =
  /^(?:じゃあ|では|あと)?[、,]?\s*もう(?:1|一|ひと)(?:つ|個|本)の?(?:指標|kpi|数字|目標(?=は|って|、|値|の))?[、,\s]*/;

export const siblingKpi: Rule = (clause) => {
  const { before, frame, around } = clause;
  const { repository } = around;
  const [set, more] = before?.sets ?? [];
  const ids = set?.named ?? [];
  if (!before || !set || more || ids.length === 0 || ids.length > 4) return null;
  const start = frame.items[0]?.start ?? 0;
  const mark = Math.max(...['。', '?', '!'].map((one) => frame.text.lastIndexOf(one, start))) + 1;
  const said = frame.text.slice(mark).replace(/^[、,\s]+/, '');
  const rest = said.replace(oneMore, '');
  const begin = frame.text.length - rest.length;
  const word = otherOne.exec(rest)?.[1];
  const projects = ids.flatMap((id) => repository.project(id) ?? repository.projectsOf(id));
  const kpis = [...new Set(projects.flatMap((project) => project.kpis))];
  if (word === undefined) return rest === said ? null : theOtherOf(kpis, before, clause);
  const end = begin + rest.indexOf(word) + word.length;
  const nouns = frame
    .topics()
    .flatMap(({ items }) => items)
    .filter((item) => item.noun && item.start >= begin && item.end <= end)
    .map(({ text }) => text);
  const called = (name: string) => name.includes(word) || calledBy(nouns, name);
  const [sibling, other] = kpis.filter((one) => called(repository.kpi(one)?.name ?? ''));
  if (!sibling || other || ids.join() === sibling) return null;
  return figuresOfKpi({ id: sibling, label: word }, before, clause);
};

/** もう1つの指標の目標は: of two KPIs of a project the one that is not in hand. */
function theOtherOf(kpis: readonly string[], before: Query, clause: Clause): Query | null {
  const only = onlyRecord(before);
  const bare = !clause.subjects.any() && clause.conditions.length === 0;
  const [other, more] = kpis.filter((id) => id !== only?.id);
  if (only?.set.kind !== 'kpi' || !bare || other === undefined || more !== undefined) return null;
  return figuresOfKpi({ id: other, label: clause.around.repository.kpi(other)?.name ?? '' }, before, clause);
}

function figuresOfKpi({ id, label }: { id: string; label: string }, before: Query, clause: Clause): Query {
  const { frame, years, around } = clause;
  const reached = frame.has('reached')
    ? ['actual', 'rate'].map((attribute) => ({ attribute, years: [...years.all] }))
    : [];
  const own = [...wantedOf(clause), ...reached].filter(({ attribute }) =>
    around.facts.attribute(attribute)?.of.includes('kpi'),
  );
  const wanted: Query['wanted'] = own.length > 0 ? own : figuresOf(before, years.all);
  return { ...emptyQuery('values'), sets: [{ kind: 'kpi', named: [id], where: [], label }], wanted };
}

/** いくら集まった ⇒ 何件きた: the KPI of the same project that is counted so. */
export const siblingByUnit: Rule = ({ before, frame, subjects, conditions, years, around }) => {
  const only = onlyRecord(before);
  const [asked, other] = frame.intents('howmany-unit', 'count');
  const unit = /^何(件|人|回|社|か所|台|館|校|本|点)/.exec(asked?.text ?? '')?.[1];
  const bare = !subjects.any() && conditions.length === 0 && frame.attributes().length === 0;
  if (!before || only?.set.kind !== 'kpi' || other || unit === undefined || !bare) return null;
  if (!frame.items.every(({ meaning }) => meaning?.is === 'intent' || meaning?.is === 'years')) return null;
  const { repository, facts } = around;
  const counted = (id: string) =>
    ['target', 'actual', 'baseline'].some((of) =>
      facts.cells(of, id).some((cell) => cell.unit?.startsWith(unit)),
    );
  const alike = repository
    .projectsOf(only.id)
    .flatMap(({ kpis }) => kpis)
    .filter((id) => id !== only.id && counted(id));
  const [sibling, more] = [...new Set(alike)];
  if (counted(only.id) || sibling === undefined || more !== undefined) return null;
  return {
    ...emptyQuery('values'),
    sets: [{ kind: 'kpi', named: [sibling], where: [], label: asked?.text ?? '' }],
    wanted: figuresOf(before, years.all),
  };
};

/** What the question before wanted, in the years said now where there are any. */
function figuresOf({ wanted }: Query, years: readonly number[]): Query['wanted'] {
  const kept = wanted.filter(({ attribute }) => attribute !== 'budget');
  const asked = kept.length > 0 ? kept : [{ attribute: 'actual', years: wanted[0]?.years ?? [] }];
  return asked.map((one) => (years.length > 0 ? { ...one, years: [...years] } : one));
}
