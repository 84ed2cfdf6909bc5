// どんだけ知られてる, いくつ増やす計画: a project whose plan prints no money is asked for what its KPI measures.
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';
import { kpiFigures, unitsPrinted } from './kpi-figures.ts';
import { clearKpi } from './own-kpi.ts';
import { otherUnit } from './prefer-statement.ts';
import { toTarget } from './to-target.ts';

/** Words that ask for money and nothing else. */
const priced = /いくら|円|なんぼ|いかほど|値段/;

/** True where nobody spoke of money: the budget is only what is told of a project by default. */
function asksNoMoney({ frame, around: { facts } }: Clause): boolean {
  const said = frame.attributeIds().some((id) => facts.attribute(id)?.type === 'money');
  return !said && !priced.test(frame.text) && !frame.has('price');
}

const isBudget = (attribute: string | undefined) => attribute === 'budget';

/** The query over the project's KPI, or as it is. */
export function measuredInstead(asked: Query, clause: Clause): Query {
  const query = countedInThread(asked, clause);
  const { ask, sets, wanted, between } = query;
  const [set, more] = sets;
  const ofBudget =
    (ask === 'values' && wanted.length === 1 && isBudget(wanted[0]?.attribute)) ||
    (ask === 'difference' && isBudget(between?.from.attribute));
  if (!ofBudget || !set || more || set.kind !== 'project' || set.named?.length !== 1) return query;
  const id = set.named[0] as string;
  const { facts, repository } = clause.around;
  const project = repository.project(id);
  if (!project || !asksNoMoney(clause)) return query;
  if (facts.printed('project', 'budget', project.plan)) return movedInUnit(query, project.kpis, clause);
  const kpi = ownKpi(project, set.label, clause);
  if (kpi === null) return query;
  const own: Query['sets'] = [{ kind: 'kpi', named: [kpi], where: [], label: set.label }];
  if (ask === 'difference')
    return { ...query, sets: own, between: { ...toTarget(), as: between?.as ?? 'amount' } };
  return { ...query, sets: own, wanted: kpiFigures(clause.years.all) };
}

/** …の費用負担は ⇒ それって年に何回やるんですか: what the thread's project counts so, and not what was asked before. */
function countedInThread(query: Query, { frame, before, years, around }: Clause): Query {
  const [set, more] = query.sets;
  const [id, another] = set?.kind === 'project' && !more ? (set.named ?? []) : [];
  const [unit, other] = frame
    .intents('howmany-unit', 'count')
    .flatMap(
      ({ text }) =>
        /^(?:何|なん)(?!.*(?:[円年月日時分割倍番課%]|事業|市町|ポイント|パー))(.{1,3})$/.exec(text)?.[1] ??
        [],
    );
  const bare = before !== null && query.ask === 'values' && frame.attributes().length === 0;
  if (!set || !bare || id === undefined || another || unit === undefined || other) return query;
  const { facts, repository } = around;
  const inUnit = query.wanted.some(({ attribute }) =>
    facts.cells(attribute, id).some((cell) => cell.unit === unit),
  );
  if (inUnit) return query;
  const kpis = (repository.project(id)?.kpis ?? []).filter((one) => unitsPrinted(one, facts).includes(unit));
  if (kpis.length === 0) return { ...query, unread: [`何${unit}`] };
  return {
    ...query,
    sets: [{ ...set, kind: 'kpi', named: kpis }],
    wanted: kpiFigures(years.all),
  };
}

/** 寄附の件数は前年度から何件伸びた: how far the one KPI of the project moved that is counted so, and no money. */
function movedInUnit(query: Query, kpis: readonly string[], clause: Clause): Query {
  const unit = /何([件人回台社校])/.exec(clause.frame.text)?.[1];
  const { from, to, as } = query.between ?? {};
  if (query.ask !== 'difference' || !from || !to || !as || unit === undefined) return query;
  const { facts } = clause.around;
  const prints = (id: string, ...columns: string[]) =>
    columns.some((of) => facts.cells(of, id).some((cell) => cell.unit === unit));
  const [only, further] = kpis.filter((one) => prints(one, 'actual', 'target', 'baseline'));
  if (only === undefined || further !== undefined) return { ...query, unread: [`何${unit}`] };
  const sinceBase = prints(only, 'actual')
    ? { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } }
    : toTarget();
  const ofYears = { from: { attribute: 'actual', fy: from.fy }, to: { attribute: 'actual', fy: to.fy } };
  const ends = { ...(clause.years.all.length > 0 ? ofYears : sinceBase), as };
  return {
    ...query,
    sets: query.sets.map((set) => ({ ...set, kind: 'kpi' as const, named: [only] })),
    between: ends,
  };
}

/** The project's only KPI, or the one of all that the words clearly mean. */
function ownKpi(
  { kpis, plan }: { kpis: readonly string[]; plan: string },
  words: string,
  { around, subjects }: Clause,
): string | null {
  const best = clearKpi(subjects.topicText() || words, [plan], around);
  if (best) return best.id;
  return kpis.length === 1 ? (kpis[0] as string) : null;
}

/** 寄附はいくら集まった: of the KPIs of one project the one in yen, where a count was found. */
function gatheredInYen(query: Query, { frame, around: { facts, repository } }: Clause): Query {
  const [set] = query.sets;
  const [id, more] = set?.named ?? [];
  const named = frame.entities('kpi').some(({ meaning }) => meaning.exact);
  if (!set || id === undefined || more || named || !/いくら(?:集|あつ)ま/.test(frame.text)) return query;
  const inYen = (one: string) =>
    ['actual', 'target'].some((of) => facts.cells(of, one).some(({ unit }) => unit?.endsWith('円')));
  const kpi = repository.kpi(id);
  if (!kpi || inYen(id)) return query;
  const [sibling] = kpi.projects.flatMap((owner) => repository.project(owner)?.kpis ?? []).filter(inYen);
  return sibling ? { ...query, sets: [{ ...set, named: [sibling] }] } : query;
}

/** 回収作業は何回: of the KPIs of one project the one counted so, where another one was found. */
export function inUnitAsked(query: Query, clause: Clause): Query {
  const [set, other] = query.sets;
  const [id, more] = set?.named ?? [];
  if (query.ask !== 'values' || set?.kind !== 'kpi' || other || id === undefined || more) return query;
  const { frame, around } = clause;
  const { facts, repository } = around;
  const named = frame.entities('kpi').some(({ meaning }) => meaning.exact);
  const [asked] = frame.intents('howmany-unit').map(({ text }) => text.replace(/^(?:何|なん)/, ''));
  if (named || asked === undefined || frame.attributes().length > 0 || !otherUnit(query, clause))
    return query;
  const counted = (one: string) => unitsPrinted(one, facts).includes(asked);
  const siblings = (repository.kpi(id)?.projects ?? []).flatMap(
    (owner) => repository.project(owner)?.kpis ?? [],
  );
  const [only, further] = [...new Set(siblings)].filter(counted);
  return only && !further ? { ...query, sets: [{ ...set, named: [only] }] } : query;
}

/** 観光で使ってもらうお金の目標は: where money is spoken of, the KPI of the plan that is counted in yen and called alike. */
export function inYenInstead(asked: Query, clause: Clause): Query {
  const query = gatheredInYen(asked, clause);
  const [set, more] = query.sets;
  const id = set?.named?.length === 1 ? set.named[0] : undefined;
  if (!set || more || id === undefined || !['values', 'difference'].includes(query.ask)) return query;
  const { facts, repository, search } = clause.around;
  const kpi = repository.kpi(id);
  const money = clause.frame.attributeIds().includes('budget') || /億円|万円/.test(clause.frame.text);
  const inYen = (one: string) => facts.cells('target', one).some(({ unit }) => unit?.endsWith('円'));
  if (!kpi || !money || inYen(id) || clause.frame.has('howmany-unit')) return query;
  const alike = search
    .search(`${kpi.name} 額`, { kinds: ['kpi'], keep: (_, one) => repository.kpi(one)?.plan === kpi.plan })
    .hits.find((hit) => inYen(hit.id) && repository.kpi(hit.id)?.name.slice(0, 4) === kpi.name.slice(0, 4));
  if (!alike) return query;
  const sets: Query['sets'] = [{ kind: 'kpi', named: [alike.id], where: [], label: set.label }];
  const wanted = query.wanted.filter(({ attribute }) => attribute !== 'budget');
  if (query.ask === 'difference')
    return { ...query, sets, wanted, between: { ...toTarget(), as: query.between?.as ?? 'amount' } };
  return { ...query, sets, wanted: wanted.length > 0 ? wanted : kpiFigures(clause.years.all) };
}
