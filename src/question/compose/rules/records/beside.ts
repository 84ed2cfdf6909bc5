// What hangs together with what is named: projects of a KPI, projects of the same policy, repeated rows.

import type { Query } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { namedSets } from '../../sets.ts';

/** KitaQサポーターの登録者数を指標にしている事業: the projects a KPI belongs to. */
export const projectsOfKpi: Rule = (clause) => {
  const { frame } = clause;
  const kinds = frame.kinds();
  const kpi = kinds.findIndex(({ meaning }) => meaning.kind === 'kpi');
  const project = kinds.findIndex(({ meaning }) => meaning.kind === 'project');
  const [kpiItem, projectItem] = [kinds[kpi], kinds[project]];
  if (!kpiItem || !projectItem || kpiItem.start > projectItem.start || !/^(?:を|に|と)/.test(kpiItem.after))
    return null;
  if (!/^[をには]|に$/.test(frame.before(kpiItem)?.after ?? '')) return null;
  const [kpis] = namedSets(clause, ['kpi']);
  if (kpis?.kind !== 'kpi') return null;
  const projects = [
    ...new Set((kpis.named ?? []).flatMap((id) => clause.around.repository.kpi(id)?.projects ?? [])),
  ];
  return {
    ...emptyQuery('list'),
    of: 'project',
    sets: [{ kind: 'project', named: projects, where: [], label: `${kpis.label}を指標にしている` }],
  };
};

/** こども文化パスポートと同じ仲間の事業: what stands under the same policies. */
export const siblingsOf: Rule = (clause) => {
  const { frame, around, before } = clause;
  const beside =
    frame.has('same-as') &&
    frame.has('others') &&
    clause.subjects.exact().length === 1 &&
    (frame.kinds().some(({ meaning }) => meaning.level !== null) || frame.attributeIds().includes('policy'));
  if (frame.has('same-department') || othersOfOffice(clause)) return sameDepartment(clause);
  if (!beside && (!frame.has('same-as-before') || !frame.has('others', 'which', 'list'))) return null;
  const own = clause.subjects.any() ? namedSets(clause, ['project']) : (before?.sets ?? []);
  const ids = own.flatMap(({ named }) => named ?? []);
  const policies = [
    ...new Set(
      ids.flatMap((id) => around.repository.project(id)?.listings.map(({ policy }) => policy) ?? []),
    ),
  ];
  if (policies.length === 0) return null;
  const label = policies.map((id) => around.repository.policy(id)?.name ?? id).join('・');
  return {
    ...emptyQuery('list'),
    of: 'project',
    sets: [
      {
        kind: 'project',
        named: null,
        where: [
          { is: 'policy', ids: policies, label },
          { is: 'not', that: { is: 'of-project', ids } },
        ],
        label,
      },
    ],
  };
};

/** そういう連携市町が負担するやつ、ほかにもある？: other records of which the words of the column hold as well. */
export const othersAlike: Rule = (clause) => {
  const { frame, before, conditions, subjects } = clause;
  const [set, more] = before?.sets ?? [];
  const words = conditions.length > 0 && conditions.every(({ predicate }) => predicate.is === 'word');
  if (!frame.has('others') || !words || !set?.named || more || subjects.any()) return null;
  if (set.kind !== 'project' || frame.has('sum', 'max', 'min')) return null;
  const ids = set.named;
  const where = [
    ...conditions.map(({ predicate }) => predicate),
    { is: 'not' as const, that: { is: 'of-project' as const, ids } },
  ];
  const label = conditions.map((condition) => condition.label).join('・');
  return {
    ...emptyQuery(frame.has('count') ? 'count' : 'list'),
    of: 'project',
    sets: [{ kind: 'project', named: null, where, label }],
  };
};

/** 防犯カメラをやっている課、ほかに何の事業: the office of what is described, and what else it does. */
function othersOfOffice({ frame, subjects }: Clause): boolean {
  const [others] = frame.intents('others');
  const works = frame.kinds().filter(({ meaning }) => meaning.kind === 'project');
  const [kind] = [...works, ...frame.attributes().filter(({ text }) => /事業$/.test(text))];
  const [office] = frame.attributes().filter(({ meaning }) => meaning.ids.includes('department'));
  // 防犯カメラをやっている課って、ほかに何の仕事
  const work = frame.items.find(({ meaning, text }) => meaning === null && /^(?:仕事|こと)$/.test(text));
  const [asksOther] = frame.intents('which').filter((item) => frame.before(item) === others);
  const thing = kind ?? work ?? asksOther;
  if (!others || !office || !thing) return false;
  // そこが担当している事業、ほかにもある
  if (frame.has('that') && !subjects.any()) return kind !== undefined;
  const asked = frame.has('which', 'list', 'tell') || kind?.meaning.is === 'attribute';
  return subjects.any() && office.start < others.start && others.start < thing.start && asked;
}

/** 同じ課のほかの事業: what the department of the project in hand is in charge of besides. */
function sameDepartment(clause: Clause): Query | null {
  const { around, before, frame } = clause;
  const own = clause.subjects.any() ? namedSets(clause, ['project']) : (before?.sets ?? []);
  const ids = own.flatMap(({ kind, named }) =>
    (named ?? []).flatMap((id) => (kind === 'kpi' ? (around.repository.kpi(id)?.projects ?? []) : [id])),
  );
  const names = [...new Set(ids.flatMap((id) => around.repository.project(id)?.department ?? []))];
  if (names.length === 0) return null;
  frame.use('same-department', 'others');
  const department = { is: 'department' as const, names };
  const besides = { is: 'not' as const, that: { is: 'of-project' as const, ids: [...new Set(ids)] } };
  const sets = [
    { kind: 'project' as const, named: null, where: [department, besides], label: names.join('・') },
  ];
  const counts = frame.has('count') && !frame.has('list', 'which', 'tell');
  return { ...emptyQuery(counts ? 'count' : 'list'), of: 'project', sets };
}

/** 再掲はどちらの取組: the rows of a project that are marked, with their policy. */
export const repeatedRows: Rule = (clause) => {
  const { frame } = clause;
  const exact = clause.subjects.exact().filter(({ kind }) => kind === 'project');
  if (exact.length === 0 || !frame.has('repeated') || !frame.has('which-two', 'which', 'where')) return null;
  const label = exact.map((group) => group.label).join('・');
  return {
    ...emptyQuery('values'),
    sets: [
      {
        kind: 'row',
        named: null,
        where: [{ is: 'of-project', ids: exact.flatMap(({ ids }) => ids) }, { is: 'repeated' }],
        label: `${label}の再掲`,
      },
    ],
    wanted: [{ attribute: 'policy', years: [] }],
  };
};
