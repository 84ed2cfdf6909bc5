// 「福岡市とは？」 after 「下関市との連携事業数」: one word of what was asked before gives way to another.
import type { Around } from '../../around.ts';
import { asksOfWords, type Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { onlyRecord } from './only-record.ts';

const quiet = new Set([
  'then',
  'define-part',
  'tell',
  'whether',
  'that',
  'others',
  'newest',
  'count',
  'howmany-unit',
  'howmuch',
]);
/** A place that something goes to, comes from or is done with. */
const place = /[\p{Script=Han}ァ-ヺー]+[都道府県市町村区圏](?=(?:から)?[へにとの]|から| |$)/gu;
const ends = /(?:は|とは|へは|には|では|からは|との)(?:いくつ|何.{1,3}|どれくらい|どのくらい|どう)?[?]?$/;

export const swapped: Rule = ({ frame, before, years, around, subjects }) => {
  if (!before || around.command !== null || years.all.length > 0 || !ends.test(frame.text.trim()))
    return null;
  const said = frame.items.filter(({ meaning }) => meaning?.is !== 'intent' || !quiet.has(meaning.id));
  const [item, more] = said;
  const names = item?.meaning === null ? item.noun : item?.meaning?.is === 'elsewhere' || isTown(item);
  if (!item || more || !names) return null;
  const kpi = kpiWith(item.text, before, around);
  if (kpi !== null) {
    subjects.use();
    return { ...before, sets: [{ kind: 'kpi', named: [kpi], where: [], label: item.text }], assumed: [] };
  }
  return asksOfWords.includes(before.ask) ? toldWith(item.text, before, around) : null;
};

function isTown(item: { meaning: { is: string; kind?: string } | null } | undefined): boolean {
  return item?.meaning?.is === 'entity' && item.meaning.kind === 'town';
}

/** The KPI whose name is that of the thread's KPI but for the word. */
function kpiWith(word: string, before: Query, { repository }: Around): string | null {
  const only = onlyRecord(before);
  const last = only?.set.kind === 'kpi' ? repository.kpi(only.id) : undefined;
  if (!only || !last || last.name.includes(word)) return null;
  const alike = repository.kpis.filter(({ id, plan, name }) => {
    const at = name.indexOf(word);
    const [head, tail] = [name.slice(0, at), name.slice(at + word.length)];
    return (
      id !== only.id &&
      plan === last.plan &&
      at >= 0 &&
      last.name.startsWith(head) &&
      last.name.endsWith(tail)
    );
  });
  return alike.length === 1 ? (alike[0]?.id ?? null) : null;
}

/** What the documents say in words, with the new place for the old one. */
function toldWith(
  word: string,
  before: Query,
  { search, repository }: Pick<Around, 'search' | 'repository'>,
): Query | null {
  const whole = before.about.replace(/ (?=[都道府県市町村区圏](?: |$))/gu, '');
  const replaced = whole.replace(place, (old) => (ownTown(old, repository) ? old : word));
  const about = replaced === whole ? withBarePlace(word, before, { search, repository }) : replaced;
  if (about === null) return null;
  const { hits, terms } = search.search(about, { kinds: ['statement'] });
  const [best] = hits.filter(({ id }) => repository.statement(id)?.text.includes(word));
  if (!best || best.matched.length * 2 < terms.length) return null;
  return { ...before, about, unread: [], assumed: [] };
}

/** 下関とやっている連携, then 福岡市: a town without 市, which the statement that answered names in full. */
function withBarePlace(
  word: string,
  { about }: Query,
  { search, repository }: Pick<Around, 'search' | 'repository'>,
): string | null {
  const kind = word.slice(-1);
  if (!/[市町村区]/.test(kind)) return null;
  const [best] = search.search(about, { kinds: ['statement'] }).hits;
  const text = best ? (repository.statement(best.id)?.text ?? '') : '';
  const old = about.split(' ').find((one) => one.length > 1 && text.includes(`${one}${kind}`));
  return old === undefined || ownTown(old, repository) ? null : about.replace(old, word);
}

function ownTown(name: string, { plans }: Around['repository']): boolean {
  return plans.some(({ municipality }) => municipality.includes(name) || name.includes(municipality));
}
