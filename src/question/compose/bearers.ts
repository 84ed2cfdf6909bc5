// お金はまわりの町も出す: who bears the costs is asked, and no amount.
import type { Attribute } from '../../facts/attribute.ts';
import type { Around } from '../around.ts';
import type { Query } from '../query.ts';
import { columnName } from './column-name.ts';
import type { Clause } from './compose.ts';
import { type Frame, type Item, isIntent, saysNothing } from './frame.ts';

/** Makes the money the plan's own column of who bears the costs, and whom it names a plain word. */
export function bearersAsked(frame: Frame, { facts }: Around): void {
  for (const said of frame.words()) {
    const payer = frame.before(said);
    if (!payer || !isTowns(payer) || !/^(?:も|が|は)$/.test(payer.after.trim())) continue;
    const columns = new Set(bearing(facts).map(({ id }) => id));
    // 連携市町が費用を分担する: who shares the costs is part of the word.
    if (said.meaning.attributes.some((id) => columns.has(id))) saysNothing(payer);
  }
  if (frame.has('howmuch', 'howmany-unit', 'sum', 'count', 'max', 'min', 'list')) return;
  const money = frame
    .attributes()
    .find(
      ({ text, meaning }) =>
        /^(?:お金|おカネ|費用|経費|コスト)$/.test(text) ||
        (text !== '負担' && bearing(facts).some(({ id }) => meaning.ids.includes(id))),
    );
  if (money && eitherPays(money, frame)) {
    asBearing(money, facts);
    return;
  }
  const who = money && whoPays(money, frame);
  if (!money || !who) return;
  const place = isTowns(who) || (who.meaning?.is === 'entity' && ['town', 'plan'].includes(who.meaning.kind));
  if (!place || !asBearing(money, facts)) return;
  saysNothing(who);
  const verb = frame.next(who.start > money.start ? who : money);
  const said = verb?.meaning?.is === 'attribute' || isIntent(verb, 'tell');
  if (verb && said) saysNothing(verb);
}

/** 受講費、連携市町は1人いくら払う: an amount is asked of a column that tells in words who pays; who does is no more asked for. */
export function amountBorne(query: Query, { frame, around: { facts } }: Clause): Query {
  if (query.ask !== 'values' || !frame.has('howmuch', 'price')) return query;
  const payers = frame.items.some((item) => isTowns(item) && /^[はがも]/.test(item.after.trim()));
  const pay = payers && new RegExp(pays).test(frame.text);
  const said = query.wanted.map(({ attribute }) => columnName(attribute));
  const ids = query.sets.flatMap(({ kind, named }) => (kind === 'project' ? (named ?? []) : []));
  const printed = (column: string) => ids.length > 0 && ids.every((id) => facts.cells(column, id).length > 0);
  const meant = bearing(facts).find(
    ({ id }) => said.includes(columnName(id)) || (pay && said.includes('budget') && printed(id)),
  );
  if (!meant) return query;
  const column = columnName(meant.id);
  const others = query.wanted.filter(
    ({ attribute }) => columnName(attribute) !== column && !(pay && ['towns', 'budget'].includes(attribute)),
  );
  return { ...query, wanted: [{ attribute: column, years: [] }, ...others], seek: '円' };
}

/** True where a plan has a column of who bears the costs; the money stands for it then. */
function asBearing(money: Item, facts: Around['facts']): boolean {
  const ids = bearing(facts).map(({ id }) => id);
  if (ids.length > 0) money.meaning = { is: 'attribute', ids };
  return ids.length > 0;
}

/** 費用は北九州市と連携市町のどちらが負担: both are named to choose from, and no places to look in. */
function eitherPays(money: Item, frame: Frame): boolean {
  const [which] = frame.intents('which-two').filter(({ start }) => start > money.end);
  if (!which || !new RegExp(`^(?:が|で)?${pays}`).test(frame.text.slice(which.end))) return false;
  for (const item of frame.items) {
    const place = item.meaning?.is === 'entity' && ['town', 'plan'].includes(item.meaning.kind);
    if (item.start > money.end && item.end <= which.start && (place || isTowns(item))) saysNothing(item);
  }
  return true;
}

const pays = '(?:出|だ[さしす]|負担|持[たちつっ]|もつ|払|支払)';
/** Behind whom: お金は 町も出す. */
const paysIt = new RegExp(`^(?:の(?:ほう|方|側))?(?:も|が|は)(?:少しは|ちょっとは)?${pays}`);
/** Behind the money: 町が お金を払う. */
const isPaid = new RegExp(`^[をはも]?${pays}`);

/** Whoever is said to pay: right behind the money, or before it. */
function whoPays(money: Item, frame: Frame): Item | undefined {
  const next = frame.next(money);
  if (/^(?:は|って|を)[、,]?/.test(money.after.trim()) && next && paysIt.test(frame.text.slice(next.end)))
    return next;
  const before = frame.before(money);
  const said = before && /^(?:も|が|は)(?:少しは|ちょっとは)?$/.test(before.after.trim());
  return said && isPaid.test(frame.text.slice(money.end)) ? before : undefined;
}

/** 連携市町, まわりの町: towns, none of them by its name. */
function isTowns({ meaning, text }: Item): boolean {
  return (
    (meaning === null && /^(?:町|市町|町村|市町村|自治体)$/.test(text)) ||
    (meaning?.is === 'attribute' && meaning.ids.includes('towns')) ||
    (meaning?.is === 'kind' && meaning.kind === 'town')
  );
}

/** The plans' own columns of who bears the costs. */
function bearing({ attributes }: Around['facts']): readonly Attribute[] {
  const known = bearingOf.get(attributes);
  if (known) return known;
  const columns = attributes.filter(({ id, words }) => id.includes('/') && words.includes('費用負担'));
  bearingOf.set(attributes, columns);
  return columns;
}

/** They are the same for every question: the attributes do not change while their plans do not. */
const bearingOf = new WeakMap<readonly Attribute[], readonly Attribute[]>();
