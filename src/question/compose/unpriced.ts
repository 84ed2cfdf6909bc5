// どんだけ知られてる, いくつ増やす計画: a project whose plan prints no money is asked for what its KPI measures.
import type { Query, Wanted } from '../query.ts';
import type { Clause } from './compose.ts';
import { toTarget } from './to-target.ts';
import { resolveTopic, standingOut } from './topic.ts';

/** Words that ask for money and nothing else. */
const priced = /いくら|円|なんぼ|いかほど|値段/;

/** True where nobody spoke of money: the budget is only what is told of a project by default. */
function asksNoMoney({ frame, around: { facts } }: Clause): boolean {
  const said = frame.attributeIds().some((id) => facts.attribute(id)?.type === 'money');
  return !said && !priced.test(frame.text) && !frame.has('price');
}

const isBudget = (attribute: string | undefined) => attribute === 'budget';

/** The query over the project's KPI, or as it is. */
export function measuredInstead(query: Query, clause: Clause): Query {
  const { ask, sets, wanted, between } = query;
  const [set, more] = sets;
  const ofBudget =
    (ask === 'values' && wanted.length === 1 && isBudget(wanted[0]?.attribute)) ||
    (ask === 'difference' && isBudget(between?.from.attribute));
  if (!ofBudget || !set || more || set.kind !== 'project' || set.named?.length !== 1) return query;
  const id = set.named[0] as string;
  const { facts, repository } = clause.around;
  const project = repository.project(id);
  if (!project || !asksNoMoney(clause) || facts.printed('project', 'budget', project.plan)) return query;
  const kpi = ownKpi(project, set.label, clause);
  if (kpi === null) return query;
  const own: Query['sets'] = [{ kind: 'kpi', named: [kpi], where: [], label: set.label }];
  if (ask === 'difference')
    return { ...query, sets: own, between: { ...toTarget(), as: between?.as ?? 'amount' } };
  return { ...query, sets: own, wanted: measures(clause) };
}

/** The project's only KPI, or the one of all that the words clearly mean. */
function ownKpi(
  { kpis, plan }: { kpis: readonly string[]; plan: string },
  words: string,
  { around, subjects }: Clause,
): string | null {
  const keep = (_: unknown, id: string) => around.repository.kpi(id)?.plan === plan;
  const text = subjects.topicText() || words;
  const best = standingOut(resolveTopic(text, ['kpi'], around, keep).candidates);
  if (best) return best.id;
  return kpis.length === 1 ? (kpis[0] as string) : null;
}

function measures({ years }: Clause): Wanted[] {
  return ['actual', 'target', 'baseline'].map((attribute) => ({ attribute, years: years.all }));
}
