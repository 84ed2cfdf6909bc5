// A question that names no attribute and whose words a statement holds is answered by the statement.
import { recordOf } from '../../data/repository.ts';
import type { Around } from '../around.ts';
import type { Query } from '../query.ts';
import { withCarried } from './carried.ts';
import { type Clause, emptyQuery } from './compose.ts';
import { type Frame, isIntent } from './frame.ts';
import { keeper } from './keeper.ts';
import { unitsPrinted } from './kpi-figures.ts';
import { longest, statementsAbout } from './statement-words.ts';
import { resolveTopic, standingOut } from './topic.ts';

/** Words by which a clause works something out; a statement does not. */
const working = [
  'rise',
  'fall',
  'gap',
  'share',
  'remaining',
  'max',
  'min',
  'reached',
  'unreached',
  'lagging',
  'overdue',
  'not-due',
  'name-holds',
  'name-begins',
  'name-ends',
  'repeated',
];
/** Words by which a clause asks for one thing. */
const asking = [
  'howmany-unit',
  'when',
  'who',
  'where',
  'count',
  'howmuch',
  'define-part',
  'average',
  'average',
];

/** Share of the words that a KPI must hold to answer before any statement. */
const nearlyAll = 0.8;

/** Share of a description that a record holds by words of the same meaning, when nothing of it is left. */
const wholly = 0.9;

/** 登録の期間 is no plan's period. */
const periodOfThing = /(?<![\p{Script=Han}ァ-ヺー])[\p{Script=Han}ァ-ヺー]+(?<!計画|戦略|プラン|資料)の期間/u;

/** In a thread: no word of its own that a statement could hold. */
function onlyGoesOn({ before, frame }: Clause): boolean {
  return (
    before !== null &&
    !frame.items.some(
      ({ meaning, noun }) =>
        (meaning === null && noun) ||
        meaning?.is === 'elsewhere' ||
        (meaning?.is === 'entity' && ['project', 'kpi', 'policy'].includes(meaning.kind)),
    )
  );
}

/** 「福岡市とは？」 in a thread: what was asked before is asked of another record. */
function asksAgain(query: Query, clause: Clause): boolean {
  const { ask, wanted, sets } = query;
  const { before } = clause;
  if (isPlaced(query, clause)) return true;
  return (
    before?.ask === ask &&
    wanted.length > 0 &&
    JSON.stringify(wanted) === JSON.stringify(before.wanted) &&
    sets.every(({ named }) => named !== null)
  );
}

/** 東京圏への転出超過は2018年度にどれくらい: a statement of that year holds more of the words than the KPI found. */
function toldInYear({ years, sets }: Query, clause: Clause): boolean {
  const { around, subjects } = clause;
  if (subjects.exact().length > 0) return false;
  const { hits } = around.search.search(subjects.topicText(), { kinds: ['statement'] });
  const told = hits.find(({ id, strength }) => {
    const text = around.repository.statement(id)?.text ?? '';
    return strength === 'strong' && years.every((fy) => namesYear(text, fy));
  });
  const ids = sets.flatMap(({ named }) => named ?? []);
  const kinds = ['project', 'kpi'] as const;
  const { candidates } = resolveTopic(subjects.topicText(), kinds, around, (_, id) => ids.includes(id));
  const nouns = subjects.nouns();
  const named = ids.some((id) => {
    const name = recordOf(around.repository, id)?.name.toLowerCase() ?? '';
    return nouns.some((noun) => noun.length > 1 && name.includes(noun));
  });
  return told !== undefined && !named && candidates.every(({ share }) => share <= told.share);
}

/** 2018年度, H30, 平成30年度. */
function namesYear(text: string, fy: number): boolean {
  const plain = text.normalize('NFKC');
  const names = [`${fy}年`, `R${fy - 2018}年度`, `令和${fy - 2018}年`, `H${fy - 1988}`, `平成${fy - 1988}年`];
  return names.some((name) => plain.includes(name));
}

/** 何件寄付があった in a thread: figures of what it speaks of, in the unit asked for. */
function ofThread({ sets }: Query, { before, around }: Clause): boolean {
  const known = new Set(before?.sets.flatMap(({ named }) => withCarried(named ?? [], around)));
  return sets.length > 0 && sets.every(({ named }) => named?.every((id) => known.has(id)) ?? false);
}

/** ドクターカーはいくらで運行: no statement tells an amount; the project they speak of is asked for its budget. */
function pricedOf(query: Query, clause: Clause): Query {
  const { around } = clause;
  const words = query.sets.some(({ named }) => named !== null) ? null : statementsAbout(clause);
  const [best] = words === null ? [] : around.search.search(words, { kinds: ['statement'] }).hits;
  const subject = best && around.repository.statement(best.id)?.subject;
  if (subject?.kind !== 'project') return query;
  clause.unread.length = 0;
  const sets: Query['sets'] = [{ kind: 'project', named: [subject.id], where: [], label: words ?? '' }];
  return { ...query, ask: 'values', sets, wanted: [{ attribute: 'budget', years: query.years }], unread: [] };
}

/** １匹いくら出る, １世帯につきいくら: what one of them gets is no budget. */
function priceOfOne(frame: Clause['frame']): boolean {
  return frame.numbers().some(({ meaning: { number }, end }) => {
    const behind = /^(?:あたり|当たり|につき)?(?:で)?いくら/.test(frame.text.slice(end));
    return behind && number.value === 1 && number.unit !== null && number.yen === null;
  });
}

/** どのパッケージのどの事業の取組, どの具体的取組に位置づけ: the place of the one project found is asked, and what a part of a plan is, is not. */
function isPlaced({ ask, wanted, sets }: Query, { frame }: Clause): boolean {
  const policy = wanted.length === 1 && wanted[0]?.attribute === 'policy';
  const asked =
    frame
      .attributes()
      .some(({ meaning, text }) => meaning.ids.includes('policy') && /^(?:どの|どん|どれ|何)/.test(text)) ||
    frame.kinds().some((item) => item.meaning.kind === 'policy' && isIntent(frame.before(item), 'which'));
  return (
    ask === 'values' && policy && asked && sets.length > 0 && sets.every(({ named }) => named?.length === 1)
  );
}

/** The query itself, or `what` where the documents tell it in words. */
export function preferStatement(query: Query, clause: Clause): Query {
  const { frame, around, subjects, conditions } = clause;
  if (onlyGoesOn(clause) || asksAgain(query, clause) || query.of === 'town') return query;
  const ofThing = periodOfThing.exec(frame.text)?.[0];
  if (ofThing !== undefined) {
    const told = around.search.search(ofThing, { kinds: ['statement'] }).hits[0];
    if (told?.strength === 'strong') return { ...emptyQuery('what'), about: ofThing };
  }
  if (frame.has(...working) || around.command === 'yosan' || around.command === 'machi') return query;
  const found = query.sets.some((set) => (set.named?.length ?? 0) > 0);
  const money = frame.intents('howmuch').some(({ text }) => /いくら|円|なんぼ|いかほど/.test(text));
  const toldOfYear =
    query.ask === 'values' &&
    query.years.length > 0 &&
    frame.attributes().length === 0 &&
    toldInYear(query, clause);
  const ofYear = query.years.length > 0 && !frame.has('when', 'who', 'where', 'howmany-unit') && !toldOfYear;
  if (found && (money || frame.has('sum') || ofYear) && !otherUnit(query, clause) && !priceOfOne(frame))
    return query;
  const named = subjects.exact().length > 0;
  if (named && !frame.has('when', 'who', 'where') && !countsThing(query, clause)) return query;
  if (
    frame
      .attributes()
      .some(({ meaning }) => !meaning.ids.some((id) => id === 'summary' || id === 'publication'))
  )
    return query;
  if (query.wanted.some(({ attribute }) => attribute === 'period' || attribute === 'towns')) return query;
  if (conditions.some(({ predicate }) => !['plan', 'town'].includes(predicate.is))) return query;
  if (!isOpen(query, clause)) return query;
  // Looked for last: most questions never come here. いつどこで試す: no KPI tells a place.
  const placed = frame.has('when') && frame.has('where');
  if (
    (!toldOfYear && !placed && isMeasured(query, clause)) ||
    (ofThread(query, clause) && !otherUnit(query, clause))
  )
    return query;
  const seek = soughtBy(clause);
  const words = statementsAbout(clause, seek);
  if (words === null && seek === '円')
    return frame.has('price') || frame.attributeIds().includes('actual') ? query : pricedOf(query, clause);
  if (words === null || (!named && namesTopic(query, clause))) return query;
  clause.unread.length = 0;
  const holder = named ? null : projectTold(words, clause);
  if (holder) return holder;
  return {
    ...query,
    ask: 'what',
    sets: named ? query.sets : [],
    wanted: [],
    between: null,
    extreme: null,
    claim: null,
    of: null,
    unread: [],
    seek,
    about: words,
  };
}

/** Nothing was worked out, and no list of records was asked for. */
function isOpen({ ask }: Query, { frame, around }: Clause): boolean {
  if (ask === 'values') return true;
  if (frame.kinds().length > 0) return false;
  if (ask === 'count' || ask === 'average') return true;
  return (ask === 'show' || ask === 'list') && around.command === null && frame.has(...asking);
}

/** ドクターカーの運行はどの事業に入っていますか: the project that the statement found speaks of. */
function projectTold(words: string, { frame, around }: Clause): Query | null {
  const asked = frame
    .kinds()
    .some(
      (item) =>
        item.meaning.kind === 'project' &&
        isIntent(frame.before(item), 'which') &&
        /^に(?:入|載|含|あた|当た|位置)/.test(frame.text.slice(item.end)),
    );
  const [best] = asked ? around.search.search(words, { kinds: ['statement'] }).hits : [];
  const subject = best && around.repository.statement(best.id)?.subject;
  if (subject?.kind !== 'project') return null;
  const sets: Query['sets'] = [{ kind: 'project', named: [subject.id], where: [], label: words }];
  return { ...emptyQuery('values'), sets, wanted: [{ attribute: 'policy', years: [] }] };
}

/** 何事業 of what is named; 成果目標はいくつ asks a KPI's figure. */
function countsThing({ ask, sets }: Query, clause: Clause): boolean {
  const figure = ask === 'values' && sets.every(({ kind }) => kind === 'kpi');
  return clause.frame.has('count') && !(figure && soughtBy(clause) === null);
}

/** Where words would stay unread, a statement that holds them all is what was asked for: どのような体制で検証. */
export function tellInstead(query: Query, clause: Clause): Query {
  const { frame, around, conditions } = clause;
  if (onlyGoesOn(clause) || frame.has(...working) || around.command !== null) return query;
  if (isPlaced(query, clause)) return query;
  const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
  if (plans.length < conditions.length) return query;
  const idle =
    query.unread.length + clause.unread.length === 0 &&
    !findsNothing(query, clause.around) &&
    !onlyPlan(query, clause);
  if (idle) return query;
  const money = frame
    .attributes()
    .some(({ meaning }) => meaning.ids.every((id) => around.facts.attribute(id)?.type === 'money'));
  const words = statementsAbout(clause, money ? '円' : soughtBy(clause), 'all');
  if (words === null) return money ? pricedOf(query, clause) : query;
  const holder = projectTold(words, clause);
  if (holder) return holder;
  return {
    ...emptyQuery('what'),
    years: query.years,
    seek: soughtBy(clause),
    about: words,
    assumed: query.assumed,
  };
}

/** 戦略を組み立てる際に置いた三つの視点: of a plan something is asked that is no list of its records. */
function onlyPlan({ ask, sets }: Query, { frame }: Clause): boolean {
  const plain =
    ask === 'show' &&
    sets.every(({ named, where }) => named === null && where.every(({ is }) => is === 'plan'));
  return plain && sets.length > 0 && frame.kinds().length === 0 && frame.numbers().length > 0;
}

/** A search that finds no record which says what was asked. */
export function findsNothing({ ask, sets }: Query, around: Around): boolean {
  if (!['show', 'list'].includes(ask) || sets.length === 0) return false;
  return sets.every(({ kind, named, where }) => {
    const near = where.find(({ is }) => is === 'near');
    if (where.some(({ is }) => is !== 'near' && is !== 'plan')) return false;
    if (named !== null || near?.is !== 'near' || (kind !== 'project' && kind !== 'kpi')) return false;
    const keep = keeper(where, around);
    const { hits } = around.search.search(near.words.slice(0, longest), {
      kinds: [kind],
      ...(keep ? { keep } : {}),
    });
    return hits.every(({ strength, share }) => strength !== 'strong' && share < wholly);
  });
}

/** 何か所 wants a number of that unit, いつ a date. */
function soughtBy({ frame, around }: Clause): string | null {
  const [unit] = frame
    .intents('howmany-unit', 'count')
    .flatMap(
      ({ text }) =>
        /^何(事業|か所|箇所|カ所|ヶ所|人|名|種類|館|回|校|団体|台|社|基|棟|世帯|戸|[%％])/.exec(text)?.[1] ??
        rareCounter(text, around) ??
        [],
    );
  if (unit !== undefined) return unit === '名' ? '人' : unit;
  if (asksDay(frame)) return 'day';
  if (frame.has('when')) return /でき(?:た|まし)|設立|発足|結成/.test(frame.text) ? 'founded' : 'date';
  // いくら売れた: an amount that came in.
  if (frame.attributes().some(({ text }) => /^(?:いくら|なんぼ|何円)/.test(text))) return '円';
  const priced = frame
    .intents('howmuch')
    .some(
      (item) =>
        /いくら|なんぼ|いかほど/.test(item.text) || /(?:費|料金|代金)$/.test(frame.before(item)?.text ?? ''),
    );
  return priced || frame.has('price') ? '円' : null;
}

/** 何月, 何日, 何曜日: no year answers that. */
export function asksDay(frame: Frame): boolean {
  return frame.intents('when').some(({ text }) => /何(?:月|日|曜)/.test(text) && !/何年/.test(text));
}

/** 灯 of 何灯: a counter that no word list holds. */
export function rareCounter(asked: string, { lexicon }: Around): string | null {
  const counter = /^何[十百千万億]{0,2}(.+)$/.exec(asked)?.[1];
  return counter !== undefined && lexicon.entriesOf(asked).length === 0 ? counter : null;
}

/** 市民センターは何館: the KPI found is measured in something else. */
export function otherUnit({ sets }: Query, clause: Clause): boolean {
  const unit = soughtBy(clause);
  const { facts } = clause.around;
  if (unit === null || unit === 'date' || unit === 'founded' || unit === 'day') return false;
  const ids = sets.flatMap(({ kind, named }) => (kind === 'kpi' ? (named ?? []) : []));
  const units = ids.flatMap((id) =>
    ['baseline', 'target', 'actual'].flatMap((attribute) =>
      facts.cells(attribute, id).map((cell) => cell.unit ?? ''),
    ),
  );
  return ids.length > 0 && !units.some((one) => one.endsWith(unit) || one.includes(unit.charAt(0)));
}

/** 学会や大会を何件手助けする: the one KPI found holds the description through and through, in the unit asked for. */
function isMeasured({ ask, sets }: Query, { frame, around }: Clause): boolean {
  const [set, other] = sets;
  const [id] = set?.named ?? [];
  if (ask !== 'values' || set?.kind !== 'kpi' || other || id === undefined) return false;
  const counted = frame.intents('howmany-unit', 'count').map(({ text }) => text.replace(/^何/, ''));
  const soft =
    counted.length === 0 && !frame.has('when', 'who', 'where', 'define-part', 'reason-part', 'how-part');
  if (!soft && !unitsPrinted(id, around.facts).some((unit) => counted.includes(unit))) return false;
  const best = standingOut(resolveTopic(set.label, ['kpi'], around).candidates);
  return best?.id === id && (best.strong || best.share >= nearlyAll);
}

/** The record found is called by just these words. */
function namesTopic(query: Query, { frame, around }: Clause): boolean {
  if (query.ask !== 'values') return false;
  const [id] = query.sets[0]?.named ?? [];
  const record = id === undefined ? undefined : recordOf(around.repository, id);
  if (!record) return false;
  const nouns = frame.items.filter(
    ({ meaning, text }) =>
      (meaning === null || (meaning.is === 'entity' && !['town', 'plan'].includes(meaning.kind))) &&
      text.length >= 2 &&
      !/[ぁ-ん]$/.test(text),
  );
  return nouns.length > 0 && nouns.every(({ text }) => record.name.toLowerCase().includes(text));
}
