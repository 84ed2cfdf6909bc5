// Short answers: the records themselves, what Hakaru is, what it does not hold.

import type { Plan } from '../../data/schemas/plan.ts';
import { joined } from '../../facts/lazy-list.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { FuzzyResult, NothingResult, PlainResult } from '../run/result/result.ts';
import type { Member, Scope } from '../run/result/scope.ts';
import { kindNames } from '../run/set-words.ts';
import { mainOf, type Said, type SayContext, said } from './said.ts';
import { namesWithin, relatedText } from './say-list.ts';
import { quoteOf, toldText } from './statement-text.ts';
import { namesText, quotedLabel, setText, someNames } from './subject-text.ts';
import { labelOf, memberName } from './told-text.ts';
import { wordsOnly } from './words-only.ts';

/** 「移住」の事業は3件です; one record by its name. */
export function sayShow(result: PlainResult, context: SayContext): Said {
  const { scope, related, also = [], told = [] } = result;
  if (!scope) return said('計画の事業・予算・KPIについてお答えします。');
  if (told.length > 0 && scope.members.length === 0)
    return said(toldText(told, context), related, {
      list: true,
      near: true,
      quotes: told.map((statement) => quoteOf(statement, context)),
    });
  const none = [{ scope, related }, ...also].filter((one) => one.scope.members.length === 0);
  if (none.length === also.length + 1) return sayNear(none, context);
  const parts = [sayKind({ scope, related }, context), ...also.map((one) => sayKind(one, context))];
  const [{ main, ...first }] = parts as [Said];
  return {
    ...first,
    ...(main === undefined || also.length > 0 ? {} : { main }),
    lead: parts.map(({ lead }) => lead).join('') + toldText(told, context),
    members: joined(parts.map(({ members }) => members)),
    quotes: told.map((statement) => quoteOf(statement, context)),
  };
}

/** Nothing says what was asked for: what is only near is shown, without a figure in the sentence. */
function sayNear(kinds: readonly { scope: Scope; related: readonly Member[] }[], context: SayContext): Said {
  const [first] = kinds as [{ scope: Scope; related: readonly Member[] }];
  const words = first.scope.near === null ? setText(first.scope) : quotedLabel(first.scope.near);
  const nouns = kinds.map(({ scope }) => kindNames[scope.kind]).join('・');
  const related = kinds.flatMap((one) => one.related);
  return said(
    `${words}に当てはまる${nouns}は、収録している資料に見つかりませんでした（記載がありません）。近いものを下に示します。`,
    related,
    {
      list: true,
      near: true,
      notes: wordsOnly(context.repository),
    },
  );
}

/** What one kind has on the topic. */
function sayKind(
  { scope, related }: { scope: Scope; related: readonly Member[] },
  context: SayContext,
): Said {
  if (scope.members.length === 0)
    return said(`${setText(scope)}は見つかりませんでした。近いものを示します。`, [...related], {
      list: true,
    });
  const { members } = scope;
  const [only] = members;
  const all = joined([members, related]);
  if (only && members.length === 1) {
    const plan = context.repository.plan(only.subject.plan ?? '')?.shortName;
    return said(
      `${kindNames[only.kind]}「${memberName(only)}」${plan ? `（${plan}）` : ''}です。${belowText(scope, context)}${aboutText(only, context)}`,
      all,
      // Others than these have no entry of their own.
      {
        list: true,
        notes: [relatedText(related)].filter((text) => text !== ''),
        main: ['kpi', 'project', 'row'].includes(only.kind) ? 1 : 0,
      },
    );
  }
  const set = scope.named || scope.near === null ? setText({ ...scope, named: false }) : setText(scope);
  // Something was asked, and of no kind: what the words find is shown, and its number answers nothing.
  if (context.query.telling !== '' && context.query.sets.length > 1)
    return said(`${set}として見つかったのは${someNames(members)}です。`, all, { list: true });
  return said(`${set}は${members.length}件です${namesText(members, 6)}。${relatedText(related)}`, all, {
    list: true,
    ...mainOf(members, related),
  });
}

/** What a project that was found alone does. */
function aboutText({ kind, subject }: Member, { repository }: SayContext): string {
  const summary = kind === 'project' ? repository.project(subject.id)?.summary : undefined;
  return summary ? `${summary.replace(/。$/, '')}。` : '';
}

/** What stands under a policy, plan or department that is named alone. */
function belowText({ members }: Scope, { facts }: SayContext): string {
  const [only] = members;
  if (!only || only.kind === 'project' || only.kind === 'kpi' || only.kind === 'row') return '';
  const counts = (['project', 'kpi'] as const).map(
    (kind) => [kind, (facts.related.of(only.kind, only.subject.id, kind) ?? []).length] as const,
  );
  const texts = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kindNames[kind]}${count}件`);
  return texts.length > 0 ? `${texts.join('、')}があります。` : '';
}

/** Which plans, their period, when they were published, and that nothing newer is known. */
export function sayPlans({ repository, facts }: SayContext): Said {
  const plans = repository.plans.map(
    ({ shortName, municipality, period, publishedFy }) =>
      `${municipality}「${shortName}」（${yearsOf(period)}、${fiscalYearName(publishedFy)}公表）`,
  );
  const count = `事業${facts.subjects('project').length}件、KPI${facts.subjects('kpi').length}件`;
  return said(`収録しているのは${plans.length}計画（${count}）です：${plans.join('、')}。`, [], {
    notes: ['内容は各資料の公表時点のもので、登録された実績だけがそれより新しいものです。'],
  });
}

/** 令和2年度～令和6年度, of a plan without a printed period the years of its figures. */
function yearsOf({ from, to, ofFigures }: Plan['period']): string {
  const years = from === to ? fiscalYearName(to) : `${fiscalYearName(from)}～${fiscalYearName(to)}`;
  return ofFigures ? `${years}の内容` : years;
}

/** One sentence, no hits. */
export function sayOffTopic({ words }: PlainResult): Said {
  const what = words === '' ? 'そのご質問に関する情報' : `「${words}」`;
  return said(
    `${what}は収録していません（記載がありません）。計画の事業・予算・KPIについてお答えします。`,
    [],
    { silent: true },
  );
}

/** A search is no set: what it finds is shown, no figure is worked out; within a part of a plan it is said how many. */
export function sayFuzzy({ scope }: FuzzyResult, { query }: SayContext): Said {
  const words = scope.near ?? scope.label;
  const noun = kindNames[scope.kind];
  const within = query.sets.some(({ where }) => where.some(({ is }) => parts.has(is)));
  const found =
    scope.members.length === 0
      ? `「${words}」に当てはまる${noun}は見つかりませんでした。`
      : within
        ? `「${words}」の${noun}として見つかったのは${scope.members.length}件です（${namesWithin(scope.members, () => '')}）。`
        : `「${words}」の${noun}として見つかったのは${someNames(scope.members)}です。`;
  return said(
    `「${words}」は言葉での検索のため範囲が定まらず、数値は計算していません。${found}`,
    scope.members,
    { list: true },
  );
}

/** Predicates that name a part of a plan. */
const parts = new Set(['policy', 'department']);

/** No subject fulfils it, or Hakaru holds no such attribute. */
export function sayNothing({ scope, notHeld }: NothingResult, context: SayContext): Said {
  if (notHeld !== null) {
    const label = labelOf({ id: notHeld, attribute: context.facts.attribute(notHeld) });
    const held = context.facts.attribute(notHeld)
      ? `「${label}」は足し合わせたり比べたりできる数値ではありません。`
      : `${label}は収録していません（記載がありません）。`;
    return said(held, scope.named ? scope.members : [], { silent: true });
  }
  const words = scope.near ?? scope.label;
  const noun = kindNames[scope.kind];
  if (scope.near !== null) {
    const { suggestions } = context.search.search(words, {
      kinds: [scope.kind === 'kpi' ? 'kpi' : 'project'],
    });
    // What else it was to fulfil is said with the words.
    const set = scope.label === '' ? words : scope.label;
    return said(
      `${quotedLabel(set)}に当てはまる${noun}は見つかりませんでした（資料に記載がありません）。`,
      [],
      {
        silent: true,
        notes: wordsOnly(context.repository),
        alternatives: suggestions.map((word) => ({ label: word, ask: word })),
      },
    );
  }
  return said(
    `${words === '' ? '' : `${quotedLabel(words)}に当てはまる`}${noun}は、収録している資料に記載がありません。`,
    [],
    {
      silent: true,
      notes: [heldText(context), ...wordsOnly(context.repository)],
    },
  );
}

function heldText({ repository }: SayContext): string {
  return `収録しているのは、${repository.plans.map((plan) => `${plan.municipality}「${plan.shortName}」`).join('、')}です。`;
}
