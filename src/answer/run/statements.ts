// Why, how, what: statements of the documents; a why also has its premise checked and the facts it is about.

import { normalize } from '../../language/normalize.ts';
import { tellsSought } from '../../question/compose/statement-words.ts';
import { mostTexts } from '../../question/compose/told-texts.ts';
import type { Query } from '../../question/query.ts';
import { figuresTold } from '../../question/told-figures.ts';
import type { RunContext, Statement } from './context.ts';
import { pointsOf, wayOf } from './difference.ts';
import type { StatementsResult } from './result/result.ts';
import type { Scope } from './result/scope.ts';
import { tell } from './tell.ts';
import { runWhether } from './whether/whether.ts';

/** Which topics answer which question; none: any. */
const topics: Readonly<Record<string, readonly string[]>> = {
  why: ['reason', 'background', 'revision'],
  how: ['method', 'content'],
  what: [],
  define: ['definition'],
  page: ['page'],
};

/** Statements shown at most. */
const mostFound = 3;

/** Statements on the subjects first; without any, those the words find. */
export function runStatements(query: Query, scopes: readonly Scope[], context: RunContext): StatementsResult {
  if (query.told.length > 0) return runTold(query, context);
  const scope = scopes[0] ?? null;
  const members = scope?.named || (scope && scope.members.length <= 3) ? scope.members : [];
  const ofPlan = scope?.kind === 'plan' && query.topics.length === 0;
  const plans = ofPlan ? members.map(({ subject }) => subject.id) : [];
  const subjects = ofPlan ? [] : members.flatMap(({ kind, subject }) => aroundOf(kind, subject.id, context));
  const within = search(query, { subjects, plans }, context);
  const own = within.length > 0 || !ofPlan ? within : search(query, { subjects, plans: [] }, context);
  const found = [...defined(query, context), ...toldElsewhere(query, own, context), ...own];
  const premise =
    query.ask === 'why' && query.claim ? runWhether({ ...query, ask: 'whether' }, scopes, context) : null;
  const about =
    query.between !== null ||
    query.wanted.some(({ attribute }) => context.facts.attribute(attribute)?.byYear);
  return {
    shape: 'statements',
    ask: query.ask,
    scope,
    about: query.about,
    figures: [],
    found: once(fitting(found, query, context)).slice(
      0,
      members.length > 0 && !ofPlan ? 2 * mostFound : mostFound,
    ),
    premise,
    ways:
      query.ask === 'why' && about
        ? members.map((member) => wayOf(member, pointsOf(member, query, context), context))
        : [],
    told: members
      .slice(0, 3)
      .map((member) => query.wanted.flatMap((wanted) => tell(member, wanted, context))),
  };
}

/** The figures that statements on these words tell, each with its sentence. */
function runTold(query: Query, { statements }: RunContext): StatementsResult {
  const found = (statements?.search(query.about, topicsOf(query)) ?? []).slice(0, mostTexts);
  const texts = found.map(({ text }) => text);
  const figures = figuresTold(query.told, texts) ?? [];
  const told = [...new Set(figures.map(({ text }) => text))];
  return {
    shape: 'statements',
    ask: query.ask,
    scope: null,
    about: query.about,
    figures,
    found: figures.length === 0 ? once(found).slice(0, mostFound) : told.map((at) => found[at] as Statement),
    premise: null,
    ways: [],
    told: [],
  };
}

const topicsOf = ({ topics: own }: Query) => (own.length > 0 ? { topics: own } : {});

/** A sentence that is a result and a reason is told once. */
function once(found: readonly Statement[]): Statement[] {
  return found.filter(({ text }, place) => found.findIndex((other) => other.text === text) === place);
}

/** 地域コミュニティ交付金とは, テクニカルコーディネーターはどんなことをする人: what defines the very word comes first, whatever record the word was found in. */
function defined({ ask, about, sets }: Query, { statements }: RunContext): Statement[] {
  if (!['what', 'define'].includes(ask) || !statements) return [];
  const bare = (text: string) => normalize(text).replace(/\(?[^()]*\)/g, '');
  const word = bare(about).replace(/[「」 ]/g, '');
  const named = sets.some((set) => set.named !== null);
  const isMeant = (term: string) =>
    bare(term) === word ||
    (foreign.test(bare(term)) && (named ? word.startsWith(bare(term)) : word.includes(bare(term))));
  return statements
    .search(about, { topics: ['definition'] })
    .filter(({ terms }) => terms.slice(0, 1).some(isMeant) || terms.some((term) => bare(term) === word))
    .slice(0, 1);
}

/** A term in katakana or letters is part of no other word. */
const foreign = /^[ァ-ヺーa-z・]{5,}$/;

/** 機構はいつできた: where the subject's own statements do not tell what is sought, another that does. */
function toldElsewhere(query: Query, own: readonly Statement[], context: RunContext): Statement[] {
  const tells = ({ text }: Statement) => tellsSought(text, query.seek);
  if (query.seek === null || query.sets.length === 0 || own.some(tells)) return [];
  const [best, ...rest] = search(query, { subjects: [], plans: [] }, context);
  const told = [best, ...rest.slice(0, 2)].find((one) => one !== undefined && tells(one));
  return told && (told.score ?? 0) >= (best?.score ?? 0) * nearBest ? [told] : [];
}

/** The subject itself and what belongs to it: the reason for a KPI's target may stand with its project. */
function aroundOf(kind: Scope['kind'], id: string, { facts }: RunContext): string[] {
  const related = kind === 'kpi' ? 'project' : kind === 'project' ? 'kpi' : null;
  return [id, ...(related ? (facts.related.of(kind, id, related) ?? []) : [])];
}

function search(
  query: Query,
  { subjects, plans }: { subjects: readonly string[]; plans: readonly string[] },
  { statements }: RunContext,
) {
  if (!statements) return [];
  const own = query.topics.length > 0 ? query.topics : (topics[query.ask] ?? []);
  const of = plans.length > 0 ? { plans } : {};
  const some = { ...of, ...(own.length > 0 ? { topics: own } : {}) };
  const words = query.about || query.sets.map(({ label }) => label).join(' ');
  const open = query.topics.length === 0 && (query.ask === 'how' || query.ask === 'what');
  if (open) return onAnyTopic(words, own, { subjects, of }, statements);
  const told = statements.search(words, subjects.length > 0 ? { ...some, subjects } : some);
  // 評価がＣなのはなぜ: where no reason is filed, a remark on it (講評, 所見) tells.
  const found = told.length > 0 || query.ask !== 'why' ? told : remarksOn(words, subjects, statements);
  if (subjects.length > 0) return found;
  // A document that was brought as it stands tells no topics: any of its sentences may answer.
  if (found.length === 0 && own.length > 0) return statements.search(words, { ...of, topics: ['passage'] });
  const [first] = ['why', 'define', 'how'].includes(query.ask) ? statements.search(words, of) : [];
  // What holds the words far better tells the reason, or what it is, as well, whatever it is filed under.
  const better =
    first &&
    !found.some(({ id }) => id === first.id) &&
    (found[0]?.score ?? 0) * farBetter < (first.score ?? 0);
  return better ? [first, ...found] : found;
}

/** 新しい利用者をどうやって掘り起こす: a plan or a review tells how as well; what is filed as told comes before what holds the words no better. */
function onAnyTopic(
  words: string,
  fit: readonly string[],
  { subjects, of }: { subjects: readonly string[]; of: { plans?: readonly string[] } },
  statements: NonNullable<RunContext['statements']>,
): Statement[] {
  const among = subjects.length > 0 ? { ...of, subjects } : of;
  const weight = ({ topic, score = 0 }: Statement) =>
    score * (fit.length === 0 || fit.includes(topic) ? 1 : offTopic);
  const found = statements
    .search(words, among)
    .filter(({ topic }) => topic !== 'page' || fit.includes(topic))
    .sort((a, b) => weight(b) - weight(a));
  if (fit.length === 0 || subjects.length === 0) return found;
  const rest = statements.search(words, { ...among, topics: fit });
  return [...found, ...rest.filter(({ id }) => !found.some((one) => one.id === id))];
}

/** What a statement of another topic counts beside one that is filed as what was asked. */
const offTopic = 0.75;

/** Remarks that stand beside a verdict. */
function remarksOn(
  words: string,
  subjects: readonly string[],
  statements: NonNullable<RunContext['statements']>,
): Statement[] {
  if (!/評価|判定|区分|[A-DＡ-Ｄ×△◎○]/.test(words)) return [];
  const of = subjects.length > 0 ? { subjects } : {};
  return statements
    .search(words, { ...of, topics: ['result'] })
    .filter(({ terms }) => terms.includes('コメント'));
}

const farBetter = 1.3;
/** A reason this near the best statement comes before it. */
const nearBest = 0.5;

/** Of what the words found, reasons before backgrounds and changes. */
function reasonsFirst(found: readonly Statement[]): Statement[] {
  const best = Math.max(0, ...found.map(({ score = 0 }) => score));
  const isReason = ({ topic, score = 0 }: Statement) => topic === 'reason' && score >= best * nearBest;
  return [...found].sort((a, b) => Number(isReason(b)) - Number(isReason(a)));
}

const ofMoney = /予算|事業費|経費|費用|増額|減額/;

/** Why money moved stands in a statement on money; why a target moved, first in one on its revision. */
function fitting(all: readonly Statement[], query: Query, { facts }: RunContext): Statement[] {
  const sought = all.filter(({ text }) => tellsSought(text, query.seek));
  const found = sought.length > 0 ? sought : all;
  if (query.ask !== 'why') return [...found];
  const money = query.wanted.some(({ attribute }) => facts.attribute(attribute)?.type === 'money');
  if (money && query.claim?.moved)
    return found.filter(
      ({ text, terms }) => ofMoney.test(text) || terms.some((term) => /査定|要求|増減/.test(term)),
    );
  const target = query.wanted.some(({ attribute }) => attribute === 'target');
  if (query.sets.length === 0) return reasonsFirst(found);
  if (!target) return [...found];
  return [...found].sort((a, b) => Number(b.topic === 'revision') - Number(a.topic === 'revision'));
}
