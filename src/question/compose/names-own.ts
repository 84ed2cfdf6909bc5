// Words and figures that belong to the name of what is spoken of and are no conditions.
import { recordOf } from '../../data/repository.ts';
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Query } from '../query.ts';
import { asWord, type Frame, type Item, isIntent, saysNothing } from './frame.ts';
import { longest } from './statement-words.ts';

/** Names looked through for a figure. */
const mostNames = 5;

/** 収入1千万円以上の人の割合: the figure stands in the name of the KPI that is described. */
export function figuresOfNames(frame: Frame, { search, repository }: Around): void {
  const bounds = frame
    .numbers()
    .filter(
      ({ meaning, text }) =>
        (meaning.number.relation !== null || meaning.number.to !== null) && text.length > 3,
    );
  if (bounds.length === 0) return;
  const { hits } = search.search(frame.text.slice(0, longest), { kinds: ['kpi'] });
  const names = hits.slice(0, mostNames).map(({ id }) => normalize(repository.kpi(id)?.name ?? ''));
  const nouns = frame.items.filter(({ meaning, noun, text }) => meaning === null && noun && text.length > 1);
  for (const item of bounds) {
    const own = (name: string) => name.includes(item.text) && nouns.some(({ text }) => name.includes(text));
    if (names.some(own)) asWord(item);
  }
}

/** 人口30万5千人の維持を成果目標に: a word of another plan's column says nothing of the record or plan that is named, but 増額 tells which way it moved. */
export function wordsOfOthers(frame: Frame, { repository, lexicon }: Around): void {
  const words = frame.words();
  if (words.length === 0) return;
  const named = frame
    .entities('project', 'kpi')
    .filter(({ meaning }) => meaning.exact)
    .flatMap(({ meaning }) => meaning.ids);
  const papers = frame.entities('plan').flatMap(({ meaning }) => meaning.ids);
  const plans = new Set(named.length > 0 ? named.map((id) => recordOf(repository, id)?.plan) : papers);
  if (plans.size === 0) return;
  for (const item of words) {
    const owners = item.meaning.attributes.map((id) =>
      id.includes('/') ? id.slice(0, id.indexOf('/')) : null,
    );
    if (owners.length === 0 || !owners.every((plan) => plan !== null && !plans.has(plan))) continue;
    const way = wayOf(item, lexicon);
    if (way) (item as Item).meaning = { is: 'intent', id: way };
    else if (named.length > 0) asWord(item);
  }
}

/** 増額, 減額 tell which way something moved. */
function wayOf({ text }: Item, lexicon: Around['lexicon']): string | undefined {
  return lexicon.entriesOf(text).find(({ id }) => id === 'rise' || id === 'fall')?.id;
}

/** 久留米の農業の担い手を増やすKPIは: a record of another town's plan is spoken of in words only. */
export function recordsOfOthers(frame: Frame, { repository }: Around): void {
  const towns = frame.entities('town').flatMap(({ meaning }) => meaning.ids);
  if (towns.length === 0) return;
  const plans = repository.plans
    .filter(({ municipality }) => towns.includes(municipality))
    .map(({ id }) => id);
  const takesPart = frame.has('join', 'none') || frame.attributeIds().includes('towns');
  if (plans.length === 0 || takesPart || frame.entities('plan').length > 0) return;
  for (const item of frame.entities('project', 'kpi')) {
    const { ids, exact } = item.meaning;
    const own = ids.filter((id) => plans.includes(recordOf(repository, id)?.plan ?? ''));
    if (exact && own.length === 0) asWord(item);
  }
}

/** いくら増額になった: a word of a column behind いくら tells which way something moved. */
export function movedWords(frame: Frame, { lexicon }: Around): void {
  for (const item of frame.words()) {
    const asked = frame.before(item);
    if (!asked || !isIntent(asked, 'howmuch') || asked.after !== '') continue;
    const way = wayOf(item, lexicon);
    if (way) (item as Item).meaning = { is: 'intent', id: way };
  }
}

/** 水道技術研修は…。実施回数は: the name of another KPI that is a part of the name of the project's own. */
export function measuresOfOwn(frame: Frame, { repository }: Around): void {
  const projects = frame.entities('project').filter(({ meaning }) => meaning.exact);
  const own = projects.flatMap(({ meaning }) =>
    meaning.ids.flatMap((id) => repository.project(id)?.kpis ?? []),
  );
  for (const item of frame.entities('kpi')) {
    if (!item.meaning.exact || own.length === 0 || item.meaning.ids.some((id) => own.includes(id))) continue;
    const called = own.filter((id) => normalize(repository.kpi(id)?.name ?? '').endsWith(item.text));
    if (called.length > 0) (item as Item).meaning = { ...item.meaning, ids: called };
  }
}

/** 保育園に入れんで待っている子: what is denied before a verb describes, and leaves nothing out. */
export function deniedDoing(frame: Frame): void {
  for (const item of frame.intents('except')) {
    const next = frame.next(item);
    const verb = next?.meaning === null && !next.noun && item.after.trim() === '';
    if (!verb || !/(?:んで|ないで|ずに)$/.test(item.text)) continue;
    item.meaning = null;
    item.noun = false;
  }
}

/** 成績で「大変順調」: where a word of a column tells which ones, 成績 only says where it stands. */
export function standingIn(frame: Frame): void {
  if (frame.words().length === 0) return;
  for (const item of frame.attributes())
    if (/^成績/.test(item.text) && /^で/.test(frame.text.slice(item.end))) saysNothing(item);
}

/** 目標を変えた根拠: why it was changed, and not how something is judged. */
export function groundsOfChange(frame: Frame, asked: Query | null): void {
  for (const item of frame.intents('basis')) {
    const before = frame.text.slice(Math.max(item.start - 12, 0), item.start);
    if (/(?:変え|変更し|改め|改訂し|見直し|引き下げ|引き上げ|下げ|上げ|設定し)た$/.test(before))
      item.meaning = { is: 'intent', id: 'reason-part' };
    // 目標が150万件なのは何を根拠に: what a target rests on, and no judgement.
    else if (/根拠|こんきょ/.test(item.text) && groundsTarget(frame, asked))
      item.meaning = { is: 'intent', id: 'reason-part' };
  }
}

/** Of the figures only a target is spoken of, here or in the question before, and no state. */
function groundsTarget(frame: Frame, before: Query | null): boolean {
  const said = frame.attributeIds();
  const ids = said.length > 0 ? said : (before?.wanted.map(({ attribute }) => attribute) ?? []);
  const judged = frame.items.some(({ meaning }) => meaning?.is === 'status');
  return ids.includes('target') && !judged && !ids.some((id) => ['rate', 'status', 'actual'].includes(id));
}

/** 若い子に注意する取組: what is done, and no state of a KPI. */
export function statesDone(frame: Frame): void {
  for (const item of frame.items)
    if (item.meaning?.is === 'status' && /^(?:する|し(?:て|た)|喚起|を促)/.test(item.after)) asWord(item);
}

/** 対策に対して評価した市民の割合: what somebody does before a noun, and no column. */
export function columnsDone(frame: Frame, { facts }: Around): void {
  for (const item of frame.attributes()) {
    const verdict = item.meaning.ids.every((id) => facts.attribute(id)?.type === 'word');
    const next = frame.next(item);
    const thing = next?.meaning === null ? next.noun : isIntent(next, 'portion', 'count');
    if (verdict && thing && /^(?:した|する|している|してる)$/.test(item.after)) asWord(item);
  }
}

/** Rates that a plan prints. */
export function printedRates(frame: Frame, around: Around): void {
  rateCompared(frame, around);
  printedRate(frame, around);
}

/** 前年度の額と比べた達成率: what a printed rate is held against says nothing else. */
function rateCompared(frame: Frame, { facts }: Around): void {
  for (const item of frame.intents('compare')) {
    const rate = frame.next(item);
    const of = rate?.meaning?.is === 'attribute' ? rate.meaning.ids : [];
    if (!of.some((id) => facts.attribute(id)?.type === 'rate') || !/^た|^する/.test(item.after)) continue;
    const amount = frame.before(item);
    const year = amount && frame.before(amount);
    for (const said of [item, amount, year]) {
      const told = said?.meaning?.is === 'attribute' || isIntent(said, 'compare', 'previous');
      if (said && told) saysNothing(said);
    }
  }
}

/** 渡し船の増減率は, where its plan prints such a column: what is printed goes before what could be worked out. */
function printedRate(frame: Frame, { facts, repository }: Around): void {
  if (frame.attributes().length > 0 || frame.years().length > 1) return;
  const named = frame.entities('project').flatMap(({ meaning }) => (meaning.exact ? meaning.ids : []));
  const plans = new Set(named.map((id) => repository.project(id)?.plan));
  for (const item of frame.intents('rise', 'fall', 'share', 'gap', 'compare')) {
    if (plans.size !== 1 || !/^(?:増減|増加|減少|伸び)率$/.test(item.text)) continue;
    const column = facts.attributes.find(
      ({ plan, label }) =>
        plan !== null &&
        plans.has(plan) &&
        normalize(label)
          .replace(/\(.*\)$/, '')
          .endsWith(item.text),
    );
    if (column) (item as Item).meaning = { is: 'attribute', ids: [column.id] };
  }
}

/** 政策パッケージはいくつに分かれる: that a level divides says nothing more, where its parts are counted. */
export function dividedInto(frame: Frame): void {
  if (!frame.has('count') || !frame.kinds().some(({ meaning }) => meaning.level !== null)) return;
  for (const item of frame.items) {
    const before = frame.before(item);
    const parts = before?.meaning?.is === 'kind' || isIntent(before, 'count');
    if (item.meaning !== null || !parts || !/^[にで]?$/.test(before?.after ?? '')) continue;
    if (/^(?:分か?れ|分け|わかれ|わけ|分類|区分|整理|構成|まとめ)/.test(item.text)) saysNothing(item);
  }
}

/** 予算が1番多い事業, 1番人件費が高い: 1番 is 一番. */
export function firstOfAll(frame: Frame): void {
  for (const item of frame.numbers()) {
    const next = frame.next(item);
    const measure =
      next?.meaning?.is === 'attribute' && /^[がの]?$/.test(next.after) ? frame.next(next) : next;
    if (item.text === '1番' && item.after === '' && measure && isIntent(measure, 'big', 'small'))
      (item as Item).meaning = { is: 'intent', id: 'max' };
  }
}

/** ページが見られた回数, 個人番号カード: a page that something is done to, a number inside a longer word. */
export function pagesAsThings(frame: Frame): void {
  for (const item of frame.items) {
    const number = item.meaning?.is === 'attribute' && item.meaning.ids.includes('number');
    if (!number && !isIntent(item, 'page')) continue;
    const next = frame.next(item);
    const viewed = isIntent(item, 'page') && /^[がを]$/.test(item.after) && isIntent(next, 'undergone');
    const joined = item.after === '' && frame.before(item)?.after === '' && next?.meaning === null;
    if (viewed || (number && joined)) asWord(item);
  }
}

/** 策定時の人数も: how a column is measured, behind its name. */
export function measuresOfColumns(frame: Frame): void {
  for (const item of frame.items) {
    if (item.meaning !== null || !/^(?:人数|件数|回数|数字|数値|値)$/.test(item.text)) continue;
    const column = frame.before(item);
    const figure = column?.meaning?.is === 'attribute' && figures.has(column.meaning.ids[0] ?? '');
    if (figure && column.after === 'の') saysNothing(item);
  }
}

const figures = new Set(['baseline', 'target', 'actual']);

/** 予算に対する人件費の割合が一番高い事業: of two columns of each record, and no part of a set. */
export function portionsOfColumns(frame: Frame): void {
  const columns = new Set(frame.attributes().flatMap(({ meaning }) => meaning.ids[0] ?? []));
  const ranked = frame.intents('max', 'min').at(-1);
  if (columns.size !== 2 || !ranked) return;
  for (const item of frame.intents('portion')) {
    const held = frame.attributes().some(({ end }) => end <= item.start);
    if (held && item.start < ranked.start) item.meaning = { is: 'intent', id: 'share' };
  }
}

/** 市の評価では課題も書かれている: a column of words that is looked into, where something else is written. */
export function columnsLookedInto(frame: Frame, { facts }: Around): void {
  if (!frame.has('written')) return;
  for (const item of frame.attributes()) {
    const next = frame.next(item);
    const looked = /^(?:では|には)/.test(
      `${item.after.trim()}${next && isIntent(next, 'then') ? next.text : ''}`,
    );
    const words = item.meaning.ids.every((id) => facts.attribute(id)?.type === 'word');
    if (looked && words && frame.topics().some(({ start, telling }) => telling && start > item.end))
      saysNothing(item);
  }
}
