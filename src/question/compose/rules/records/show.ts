// Everything on a topic: words that ask nothing in particular.

import { recordOf } from '../../../../data/repository.ts';
import { normalize } from '../../../../language/normalize.ts';
import type { Kind, Query, SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery, predicatesOf, setBy } from '../../compose.ts';
import { type Frame, isIntent, joinedEnd, type Topic, textOf } from '../../frame.ts';
import { keeper } from '../../keeper.ts';
import { kpiFigures } from '../../kpi-figures.ts';
import { type Relaxed, relaxed } from '../../relaxed.ts';
import { setOf } from '../../set-of.ts';
import { statementsAbout } from '../../statement-words.ts';
import type { Group } from '../../subjects.ts';
import { findsStrongly } from '../../topic.ts';
import { kindsOf } from '../../wanted.ts';

/** /kpi 外国人 暮らしやすさ: words side by side, nothing asked: the search reads them as typed. */
export const wordSearch: Rule = (clause) => {
  const { frame, around, conditions, years } = clause;
  if (around.command !== 'kpi' && around.command !== 'jigyo') return null;
  const plain = frame.items.every(
    ({ meaning, text }) =>
      meaning === null ||
      meaning.is === 'elsewhere' ||
      (meaning.is === 'entity' && ['project', 'kpi', 'policy', 'town'].includes(meaning.kind)) ||
      (meaning.is === 'kind' && meaning.level === null) ||
      (meaning.is === 'attribute' && !canHave(meaning.ids, around)) ||
      (meaning.is === 'intent' &&
        ((besides.has(meaning.id) && !/^何/.test(text)) ||
          (meaning.id === 'tell' && frame.kinds().length > 0))),
  );
  const telling = frame.items.some(
    ({ meaning }) =>
      meaning === null ||
      meaning.is === 'elsewhere' ||
      (meaning.is === 'entity' && ['project', 'kpi'].includes(meaning.kind)),
  );
  if (
    !plain ||
    !telling ||
    years.all.length > 0 ||
    conditions.some(({ predicate }) => !['policy', 'town', 'plan'].includes(predicate.is))
  )
    return null;
  const town = conditions.some(({ predicate }) => predicate.is === 'town' || predicate.is === 'plan');
  if (town && frame.kinds().length > 0) return null;
  const kind = around.command === 'kpi' ? 'kpi' : 'project';
  return {
    ...emptyQuery('show'),
    sets: [{ kind, named: null, where: [{ is: 'near', words: around.typed }], label: around.typed }],
    about: around.typed,
  };
};

/** 評価 after /kpi is a word of the topic: no KPI has that column. */
function canHave(ids: readonly string[], { facts, command }: Clause['around']): boolean {
  return ids.some((id) => facts.attribute(id)?.of.includes(command === 'kpi' ? 'kpi' : 'project') ?? true);
}

/** Intents that may stand in a search without making it a question. */
const besides = new Set([
  'rise',
  'fall',
  'same',
  'join',
  'count',
  'reached',
  'small',
  'big',
  'group',
  'then',
  'newest',
  'share',
  'none',
  'setting',
  'filler',
  'compare',
  'others',
  'average',
  'previous',
]);

/** 子供の遊び関係の補助金: several names hold just this phrase, and nothing else holds its words as well; those are the list. */
export const namesOfPhrase: Rule = (clause) => {
  const { frame, around, conditions, subjects } = clause;
  const [topic, more] = subjects.topics();
  const [kind] = frame.kinds();
  const asked = kind?.meaning.kind === 'project' && around.command === null && conditions.length === 0;
  if (!asked || !topic || more || topic.start > kind.start || frame.attributes().length > 0) return null;
  const plain = frame.items.every(
    (item) => topic.items.includes(item) || item === kind || isIntent(item, 'list', 'which', 'then'),
  );
  const phrase = topic.text.replace(/(?:関係|関連)$/, '');
  if (!plain || !/^(?=.{4}).+の.{2,}$/.test(phrase)) return null;
  const { hits } = around.search.search(phrase, { kinds: ['project'] });
  const nameOf = (id: string) => normalize(recordOf(around.repository, id)?.name ?? '');
  const named = hits.filter(({ id }) => nameOf(id).includes(phrase));
  if (named.length < 2 || hits.some((hit) => hit.strength === 'strong' && !named.includes(hit))) return null;
  subjects.use();
  const where = [{ is: 'name' as const, holds: [phrase] }];
  return {
    ...emptyQuery('list'),
    of: 'project',
    sets: [{ kind: 'project', named: null, where, label: phrase }],
  };
};

/** Everything on the topic: the words as typed go to the search. */
export function showOf(clause: Clause): Query {
  const { frame, conditions, before, around } = clause;
  const kinds = kindsOf(clause, []);
  const exact = clause.subjects.exact();
  if (
    exact.length === 1 &&
    around.command === null &&
    clause.subjects.topics().length > 0 &&
    frame.has('which', 'list', 'who', 'where', 'when', 'define-part')
  )
    return toldOf(exact, clause);
  const figure = figureOf(clause) ?? measuredOf(clause);
  if (figure) return figure;
  const words = textOf(
    frame.items.filter(
      ({ meaning }) => meaning === null || (meaning.is !== 'intent' && meaning.is !== 'kind'),
    ),
  );
  if (words === '' && before) return { ...before };
  const kind: Kind = kinds.length === 1 ? (kinds[0] as Kind) : 'project';
  const onlyConditions = conditions.length > 0 && exact.length === 0 && clause.subjects.topics().length === 0;
  const near = frame.items.every(({ meaning }) => meaning === null)
    ? around.typed
    : words === ''
      ? frame.text
      : words;
  // コミュニティの主要事務事業: the plan narrows, the topic is looked for.
  const plans = exact.length === 0 ? predicatesOf(conditions).filter(({ is }) => is === 'plan') : [];
  const topics = clause.subjects.topics();
  askedInVain(clause, topics.at(-1));
  const topic = textOf(topics.flatMap(({ items }) => items));
  // A statement that holds all the words outdoes a record that holds the nouns alone.
  const part =
    around.command !== null || topics.length === 0 || statementsAbout(clause, null, 'all') !== null
      ? null
      : partOf(clause, topics, kinds);
  const sought = part?.words ?? (plans.length > 0 && topic !== '' ? topic : near);
  const setOn = (of: Kind): SubjectSet =>
    onlyConditions
      ? setBy(of, conditions)
      : { kind: of, named: null, where: [...plans, { is: 'near', words: sought }], label: words || near };
  const tells = around.command === null && topic !== '' && asksSomething(frame);
  return {
    ...emptyQuery('show'),
    sets: kinds.length === 2 && !onlyConditions ? [setOn(kind), setOn('kpi')] : [setOn(kind)],
    about: frame.text,
    telling: tells ? (onlyConditions ? topic : sought) : '',
  };
}

/** A part of the words, where all of them lead nowhere; says what was left out. */
function partOf(clause: Clause, topics: readonly Topic[], kinds: readonly Kind[]): Relaxed | null {
  const { around, conditions, assumed } = clause;
  const keep = keeper(predicatesOf(conditions), around);
  const own = kinds.filter((kind) => kind === 'project' || kind === 'kpi');
  const whole = topics.map(({ text }) => text).join(' ');
  if (own.some((kind) => findsStrongly(whole, kind, around, keep))) return null;
  const part = relaxed(topics, own, around, keep);
  if (part && part.without.length > 0)
    assumed.push(`「${part.without.join('」「')}」を除いた言葉で探しました。`);
  return part;
}

/** どんな手助けがありますか, 整備されるのか: more than words side by side. */
function asksSomething(frame: Frame): boolean {
  return (
    frame.has('which', 'whether', 'where', 'who', 'when', 'confirm') ||
    frame.attributeIds().includes('summary') ||
    /[?か]。?$/.test(frame.text.trim())
  );
}

/** The figures of a KPI. */
function figuresOf({ ids, label }: Group): Query {
  const sets: Query['sets'] = [{ kind: 'kpi', named: ids, where: [], label }];
  return { ...emptyQuery('values'), sets, wanted: kpiFigures([]) };
}

/** バスツアーの参加者数は？: a KPI by its whole name, and asked for, is shown with its figures. */
function figureOf({ frame, subjects, around }: Clause): Query | null {
  const [group, more] = subjects.exact();
  const asked = /(?:は|って)[?]?$|[?]$/.test(frame.text.trim());
  const name = around.repository.kpi(group?.ids[0] ?? '')?.name ?? '';
  const plain = frame.items.every(
    ({ meaning, text }) =>
      meaning?.is === 'entity' ||
      (meaning === null && name.includes(text)) ||
      (meaning?.is === 'intent' && ['then', 'tell', 'whether'].includes(meaning.id)),
  );
  if (!asked || !plain || !group || more || group.kind !== 'kpi' || around.command !== null) return null;
  return figuresOf(group);
}

/** 命が助かった人の割合は？: a KPI described through and through, and its measure asked for. */
function measuredOf({ frame, subjects, around, conditions }: Clause): Query | null {
  const topics = subjects.topics();
  const measured = /(?:割合|率|人数|件数|回数|金額|順位)(?:は|って)?[?]?$/.test(frame.text.trim());
  if (!measured || around.command !== null || subjects.exact().length > 0) return null;
  const group = subjects.byTopic(topics, ['project', 'kpi'], predicatesOf(conditions));
  if (!group?.strong || group.kind !== 'kpi') return null;
  return figuresOf(group);
}

/** 次回の開催日を教えて: what is asked of the record, when neither it nor anything else holds the word. */
function askedInVain({ frame, around, unread }: Clause, topic: Topic | undefined): void {
  const head = topic?.items.at(-1);
  if (!topic || !head?.noun || around.command !== null || topic.items.length < 3) return;
  if (!/^[をはが]/.test(head.after.trim()) || !/(?:ます|ください|です)/.test(frame.text)) return;
  const kinds = ['project', 'kpi', 'statement'] as const;
  const { hits } = around.search.search(topic.text, { kinds });
  const words = joinedEnd(topic.items);
  const { hits: own, terms } = around.search.search(words, { kinds });
  const held = (one: (typeof hits)[number]) => terms.every((term) => one.matched.includes(term));
  if (hits.length > 0 && !own.some(held)) unread.push(words);
}

/** 「…の研修」はどのような研修が実施されるのか: what the documents tell of the record in just these words. */
function toldOf(exact: readonly Group[], clause: Clause): Query {
  const words = clause.frame.items
    .filter(({ meaning }) => meaning === null || meaning.is === 'entity')
    .map(({ text }) => text);
  return {
    ...emptyQuery('what'),
    sets: exact.map((group) => setOf(group, [group.kind], clause)),
    about: words.join(' '),
  };
}
