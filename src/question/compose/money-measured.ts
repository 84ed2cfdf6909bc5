// 旅の人が落とすお金, 寄付の額: money that a KPI measures is no budget of a project.
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import { type Frame, type Item, saysNothing } from './frame.ts';
import { kpiFigures } from './kpi-figures.ts';
import { longest } from './statement-words.ts';

/** Money in general: 予算 and 費用 are spoken of projects. */
const plainMoney = /(?:お金|おカネ|^金|額)$/;
/** What money is for is its budget: 観光客を呼ぶためのお金, 世界遺産に使うお金. */
const spentOn =
  /(?:ための?|向けの?|に(?:使う|使った|使っている|つかう|かける|かけた|かけている|かかる|かかった|出す|出した|充てる|あてる|回す|要る|いる|必要な)|を(?:する|やる))$/;
/** Share of the description that the KPI must hold. */
const nearlyAll = 0.9;
/** Or so much of it, where it lies so far before the next one. */
const most = 0.65;
const ahead = 1.5;
/** So far before the next one it must lie; of two that lie nearer both are meant. */
const lead = 1.08;

/** Puts the KPI in yen that a description ending in money tells in place of the description. */
export function moneyMeasured(frame: Frame, around: Around): void {
  const money = frame.items.find(isMoney);
  if (!money || frame.kinds().length > 0 || frame.has('sum', 'max', 'min', 'average', 'price')) return;
  if (frame.attributes().some((item) => item !== money && item.meaning.ids.includes('budget'))) return;
  const from = frame.items.indexOf(money);
  const before = frame.items.slice(0, from);
  // 門司と下関のあたり、観光客が落とすお金: what stands before the comma belongs to it, where that fits.
  const stretches = [/[。?!]|は$/, /[、。?!]|は$/].map((end) =>
    before.slice(before.findLastIndex(({ after }) => end.test(after)) + 1),
  );
  const fits = stretches.map(describing).flatMap((told) => {
    const ids = told.length > 0 && !isSpent(frame, told, money) ? kpisInYen(told, money, around) : [];
    return ids.length > 0 ? [{ told, ids }] : [];
  });
  const [fit] = fits;
  if (!fit) return;
  const { told, ids } = fit;
  for (const item of told) {
    saysNothing(item);
    item.noun = false;
  }
  const first = told[0] as Item;
  money.text = frame.text.slice(first.start, money.end);
  money.start = first.start;
  money.meaning = { is: 'entity', kind: 'kpi', ids, exact: true };
  const asks = frame.attributes().length > 0 || frame.has(...asking);
  if (!asks) for (const { attribute } of kpiFigures([])) frame.add({ is: 'attribute', ids: [attribute] });
}

/** What asks for a figure without its name, or for none. */
const asking = [
  'howmuch',
  'howmany-unit',
  'newest',
  'rise',
  'fall',
  'gap',
  'remaining',
  'reached',
  'unreached',
  'when',
  'which',
  'reason-part',
  'how-part',
  'define-part',
  'whether',
  'confirm',
  'plans',
];

function isMoney({ meaning, text }: Item): boolean {
  const asked = meaning?.is === 'attribute' && meaning.ids.includes('budget');
  return (asked || (meaning?.is === 'intent' && meaning.id === 'spent')) && plainMoney.test(text);
}

/** 観光のお金, 寄付を集めるためのお金: what a project costs. */
function isSpent(frame: Frame, told: readonly Item[], money: Item): boolean {
  const before = frame.text.slice(told[0]?.start ?? money.start, money.start);
  return (/お金|おカネ/.test(money.text) && /の$/.test(before)) || spentOn.test(before);
}

/** The items without places, plans and years; none where one says something else. */
function describing(stretch: readonly Item[]): Item[] {
  const told = stretch.filter(({ meaning }) => !isScope(meaning));
  return told.every(({ meaning }) => meaning === null || describes(meaning)) ? told : [];
}

function isScope(meaning: Item['meaning']): boolean {
  if (meaning?.is === 'years') return true;
  return meaning?.is === 'entity' && ['town', 'plan', 'department'].includes(meaning.kind);
}

function describes(meaning: NonNullable<Item['meaning']>): boolean {
  if (meaning.is === 'entity') return meaning.kind === 'project' || meaning.kind === 'kpi';
  return (
    meaning.is === 'intent' &&
    ['fall', 'rise', 'then', 'undergone', 'portion', 'join', 'spent'].includes(meaning.id)
  );
}

/** KPIs in yen that hold the whole description, where no other KPI lies before them. */
function kpisInYen(told: readonly Item[], money: Item, { search, repository, facts }: Around): string[] {
  const words = told.map(({ text, after }) => text + after).join('') + money.text;
  const { hits } = search.search(words.slice(0, longest), { kinds: ['kpi'] });
  const [best, next] = hits;
  const whole = best?.strength === 'strong' && best.share >= nearlyAll;
  const clear = best !== undefined && best.share >= most && best.score >= (next?.score ?? 0) * ahead;
  if (!best || !(whole || clear)) return [];
  const near =
    next && next.share >= nearlyAll && best.score < next.score * lead ? [best.id, next.id] : [best.id];
  const inYen = (id: string) =>
    ['baseline', 'target', 'actual'].some((of) =>
      facts.cells(of, id).some(({ unit }) => unit?.endsWith('円')),
    );
  const named = told.find(({ meaning }) => meaning?.is === 'entity' && meaning.exact);
  // 関門連携推進事業の額: a whole name tells its budget, unless its KPI is called so.
  const called = (id: string) => normalize(repository.kpi(id)?.name ?? '').includes(money.text);
  if (named && told.length === 1 && money.meaning?.is === 'attribute' && !near.every(called)) return [];
  return near.every(inYen) ? near : [];
}
