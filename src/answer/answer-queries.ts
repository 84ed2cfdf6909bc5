// Queries → Answer: each is run and said; the leads stand in order, the records are united.
import type { Kind } from '../facts/attribute.ts';
import { joined, pick } from '../facts/lazy-list.ts';
import type { Predicate, Query } from '../question/query.ts';
import { severity } from '../status/standing.ts';
import { fiscalYearName } from '../wording/years.ts';
import type { Answer, BasisAnswer, Entry, KpiEntry, Understood } from './answer.ts';
import { kpisOf, projectsOf } from './entries.ts';
import { entriesOfMembers } from './entries-of-members.ts';
import { greetingBack } from './greetings.ts';
import { helpSections } from './help.ts';
import { nearestNote } from './nearest.ts';
import type { RunContext } from './run/context.ts';
import { maskOf } from './run/predicates/mask-of.ts';
import type { Result } from './run/result/result.ts';
import { runQuery } from './run/run-query.ts';
import { membersIn } from './run/scope.ts';
import { withVerdict } from './say/claimed-figure.ts';
import type { Said } from './say/said.ts';
import { sayResult } from './say/say-result.ts';

/** What an answer needs besides the queries. */
export interface AnswerContext extends RunContext {
  /** As typed. */
  text: string;
  /** Words of the question in the order typed, for `ask --json`. */
  terms?: readonly string[];
}

interface Part {
  query: Query;
  result: Result;
  said: Said;
}

/** Answers every question of one text. Never throws on queries that fit the schema. */
export function answerQueries(queries: readonly Query[], context: AnswerContext): Answer {
  const parts = queries.map((query): Part => {
    const result = runQuery(query, context);
    return { query, result, said: withVerdict(sayResult(result, { ...context, query }), result, query) };
  });
  const [first] = parts;
  const base = baseOf(parts, context);
  if (context.repository.plans.length === 0) return help({ ...base, notes: [] }, 'empty', context);
  if (!first) return help(base, 'greeting', context);
  const entries = entriesFor(parts, context);
  const only = parts.length === 1 ? first : null;
  return (only && ofOwnKind(only, base, { entries, context })) ?? ofRecords(parts, base, entries);
}

function baseOf(parts: readonly Part[], context: AnswerContext) {
  const said = parts.map((part) => part.said);
  const queries = parts.map(({ query }) => query);
  const [first] = queries;
  const near = first ? nearestNote(parts, context.text, { ...context, query: first }) : null;
  return {
    understood: understoodOf(parts, context),
    asOf: context.asOf,
    // Two parts that come to the same are said once.
    lead: unique(said.map(({ lead }) => lead)).join('\n'),
    notes: unique([...said.flatMap(({ notes }) => notes), ...(near === null ? [] : [near])]),
    alternatives: said.flatMap(({ alternatives }) => alternatives),
    aggregate: parts.length === 1 ? (said[0]?.aggregate ?? null) : null,
    quotes: said.flatMap(({ quotes }) => quotes),
    unread: unique(queries.flatMap(({ unread }) => unread)),
    query: queries,
    ...(parts.length === 1 && said[0]?.main !== undefined ? { main: said[0].main } : {}),
    ...(parts.length === 1 && said[0]?.near ? { near: said[0].near } : {}),
  };
}
type Base = ReturnType<typeof baseOf>;

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** Answers that are no list of records. */
function ofOwnKind(
  { result, query, said }: Part,
  base: Base,
  { entries, context }: { entries: Entry[]; context: AnswerContext },
): Answer | null {
  if (result.shape === 'help') return help(base, 'help', context);
  if (result.shape === 'greeting') {
    const answer = help(base, 'greeting', context);
    return { ...answer, lead: `${greetingBack(result.words)}${answer.lead}` };
  }
  const [kpi] = kpisOf(entries);
  if (result.shape === 'basis' && kpi) return basis(base, kpi);
  if (result.shape === 'history' && kpi) return history(base, kpi, context);
  if (result.shape === 'unrecorded') return unrecorded(base, query, context);
  if (result.shape === 'nothing' && result.notHeld === null && result.scope.near !== null)
    return { ...base, kind: 'nothing-found' };
  if (said.list && query.sets[0]?.where.some(({ is }) => is === 'lagging'))
    return lagging(base, kpisOf(entries), entries);
  return null;
}

/** Facts, lists, budgets and towns with their records. */
function ofRecords(parts: readonly Part[], base: Base, entries: Entry[]): Answer {
  const said = parts.map((part) => part.said);
  if (said.every(({ silent }) => silent)) return { ...base, kind: 'silent', entries };
  const projects = projectsOf(entries);
  const years = said.flatMap(({ budgetYears }) => budgetYears ?? []);
  if (
    said.every(({ budgetYears }) => budgetYears !== null) &&
    projects.length === entries.length &&
    projects.length > 0
  )
    return { ...base, kind: 'budget', entries: projects, years: [...new Set(years)].sort((a, b) => a - b) };
  if (said.every(({ towns }) => towns) && projects.length === entries.length && projects.length > 0)
    return { ...base, kind: 'towns', towns: [], entries: projects };
  return { ...base, kind: said.every(({ list }) => list) ? 'list' : 'fact', entries };
}

const leads = {
  empty:
    'Hakaruです。まだ計画がありません。最初の計画を取り込むと、その内容にお答えできます。ExcelかCSVのファイルをこのボットに送るか、管理する方がターミナルで「npm run import -- ファイル」を実行してください。',
  greeting:
    'Hakaruです。計画の事業・KPI・予算・連携市町・担当課のことなら、何でもお尋ねください。たとえば次のように入力できます。',
  help: '計画の事業・KPI・予算・連携市町・担当課をお調べします。次のように入力してください。',
} as const;

function help(base: Base, why: keyof typeof leads, { repository }: AnswerContext): Answer {
  const plans = [...repository.plans];
  return { ...base, kind: 'help', sections: helpSections(repository), plans, lead: leads[why] };
}

function basis(base: Base, entry: KpiEntry): BasisAnswer {
  const { state } = entry;
  const last = state.lastJudged;
  const verdicts: BasisAnswer['verdicts'] = [
    { label: '現在の判定', verdict: state },
    ...(last ? [{ label: `${fiscalYearName(last.fy)}の判定`, verdict: last.verdict }] : []),
  ];
  const formula = last
    ? `${fiscalYearName(last.fy)}：${last.verdict.inputs.formula}。`
    : state.inputs.formula === ''
      ? ''
      : `${state.inputs.formula}。`;
  const lead = `「${entry.record.name}」の判定は「${state.status}」です。${state.reason}${formula}`;
  return { ...base, kind: 'basis', entry, verdicts, lead };
}

function history(base: Base, entry: KpiEntry, { repository }: AnswerContext): Answer {
  const log = repository.history(entry.id);
  const lead =
    log.length > 0
      ? `「${entry.record.name}」の登録履歴は${log.length}件です。`
      : `「${entry.record.name}」に登録された実績はまだありません。`;
  return { ...base, kind: 'history', entry, log, lead };
}

/** Results that are overdue and nobody has recorded; a set narrows them. */
function unrecorded(base: Base, query: Query, context: AnswerContext): Answer {
  const [set] = query.sets;
  const listed = set ? runQuery({ ...query, ask: 'list' }, context) : null;
  const members =
    listed && 'scope' in listed && listed.scope ? listed.scope.members : membersIn('kpi', context);
  const years = query.wanted.flatMap((wanted) => wanted.years);
  const overdue = maskOf({ is: 'status', statuses: ['期限超過・実績未登録'] }, 'kpi', context).yes;
  const kpis = members[0]?.kind === 'kpi' ? members : [];
  const found = pick(kpis, (at) => overdue[at] === 1);
  context.far?.expect(found);
  const all = kpisOf(entriesOfMembers(found, new Map(), context));
  // A state is worked out when it is looked at, and there may be very many.
  const ofYears = ({ state: { inputs } }: KpiEntry) => inputs.fy !== null && years.includes(inputs.fy);
  const entries = years.length === 0 ? all : all.filter(ofYears);
  const when = years.length > 0 ? `${years.map(fiscalYearName).join('・')}の` : '';
  const lead =
    entries.length > 0
      ? `実績の登録期限（Hakaruの設定）を過ぎても、${when}実績が未登録のKPIは${entries.length}件です。`
      : `実績の登録期限（Hakaruの設定）を過ぎて、${when}実績が未登録のKPIはありません。`;
  return { ...base, kind: 'unrecorded', entries, lead };
}

/** The worst first; projects that lag stay a list. */
function lagging(base: Base, kpis: KpiEntry[], entries: Entry[]): Answer {
  const notes = [
    ...base.notes,
    '判定基準は100/80/60で、市の公式基準ではありません。公表された評価がやや遅れ・遅れのものも含みます。',
  ];
  if (kpis.length < entries.length) return { ...base, kind: 'list', entries, notes };
  const worst = [...kpis].sort((a, b) => severity(a.state) - severity(b.state));
  return { ...base, kind: 'lagging', entries: worst, notes };
}

/** Records of all parts, each once, in the order of the sentences. */
function entriesFor(parts: readonly Part[], context: AnswerContext): Entry[] {
  const members = joined(parts.map(({ said }) => said.members));
  const scores = new Map(
    parts.flatMap(({ result }) => ('scope' in result && result.scope ? [...result.scope.scores] : [])),
  );
  return entriesOfMembers(members, scores, context);
}

function understoodOf(parts: readonly Part[], context: AnswerContext): Understood {
  const predicates = parts.flatMap(({ query }) => query.sets.flatMap(({ where }) => where.flatMap(flat)));
  const kinds = new Set(parts.flatMap(({ query }) => query.sets.map(({ kind }) => kind)));
  const pick = <Is extends Predicate['is']>(is: Is) =>
    predicates.filter((one): one is Extract<Predicate, { is: Is }> => one.is === is);
  const words = pick('word');
  const near = pick('near').map((one) => one.words);
  return {
    text: context.text,
    intent: intentOf(parts, kinds),
    filters: {
      plan: pick('plan').flatMap(({ ids }) => ids),
      municipality: pick('town').flatMap(({ names }) => names),
      fiscalYear: [...new Set(parts.flatMap(({ query }) => query.wanted.flatMap(({ years }) => years)))],
      department: pick('department').flatMap(({ names }) => names),
      status: [
        ...pick('status').flatMap(({ statuses }) => statuses),
        ...words.flatMap(({ values }) => values.filter((value) => typeof value === 'string')),
      ],
      sdg: words.flatMap(({ values }) => values.filter((value) => typeof value === 'number')),
      policy: pick('policy').map(({ label }) => label),
    },
    assumed: unique(parts.flatMap(({ query, said }) => [...query.assumed, ...said.assumed])),
    terms: [...(context.terms ?? near)],
  };
}

function flat(predicate: Predicate): Predicate[] {
  if (predicate.is === 'any' || predicate.is === 'all') return predicate.of.flatMap(flat);
  return predicate.is === 'not' ? [] : [predicate];
}

function intentOf(parts: readonly Part[], kinds: ReadonlySet<Kind>): Understood['intent'] {
  const [first] = parts;
  if (!first || ['help', 'greeting', 'plans'].includes(first.query.ask)) return 'help';
  if (first.query.sets.some(({ where }) => where.some(({ is }) => is === 'lagging'))) return 'lagging';
  const wanted = parts.flatMap(({ query }) => query.wanted.map(({ attribute }) => attribute));
  if (wanted.length > 0 && wanted.every((attribute) => attribute === 'budget')) return 'budget';
  if (wanted.includes('towns') || kinds.has('town')) return 'towns';
  if (kinds.has('kpi')) return 'kpi';
  return kinds.size > 0 ? 'project' : 'unknown';
}
